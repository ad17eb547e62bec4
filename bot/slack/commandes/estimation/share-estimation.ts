import { z } from 'zod';
import { joinImages } from '#bot/slack/images/join-images.ts';
import { toEstimationImages } from '#bot/slack/images/to-images.ts';
import { toVisible } from '#bot/slack/outgoing/outgoing.ts';
import { toNames } from '#bot/slack/questions/claim-event.ts';
import type { Delivery } from '#bot/slack/render/render-delivery.ts';
import type { SlackContext } from '#bot/slack/slack-context.ts';
import { postShared } from '#bot/slack/works/post-shared.ts';
import { createKind, type WorkInHand } from '#bot/slack/works/work-kind.ts';
import type { HeardWork } from '#bot/slack/works/works.ts';
import type { Clic } from '../clic.ts';
import { findParole } from '../parler.ts';
import { renderTold } from '../render-messages.ts';
import { tellAsker, tellTrouble } from '../tell-asker.ts';
import { Demande, unpack } from './demande.ts';
import { renderEstimation } from './render-resultat.ts';

/** What is kept of a click on « Partager » under an estimate until it is done. */
const KeptPartage = z.strictObject({
  channel: z.string(),
  user: z.string(),
  messageTs: z.string(),
  value: z.string(),
  responseUrl: z.string().optional(),
});
type KeptPartage = z.infer<typeof KeptPartage>;

/** The click as a work to be kept: one for a message, however often its button is pressed; undefined without a channel. */
export function toPartageWork({
  user,
  channel,
  messageTs,
  value,
  responseUrl,
  envelopeId,
}: Clic): HeardWork | undefined {
  if (channel === undefined || messageTs === undefined || value === undefined) return undefined;
  const id = `estimation-partage ${channel} ${messageTs}`;
  const payload: KeptPartage = { channel, user, messageTs, value, ...(responseUrl ? { responseUrl } : {}) };
  return { kind: ESTIMATION_PARTAGE.name, id, names: toNames({ deed: id, envelopeId }), payload, user };
}

/** Shares an estimate in the channel where it was asked, and tells the asker. */
export const ESTIMATION_PARTAGE = createKind({
  name: 'estimation-partage',
  payload: KeptPartage,
  async run(kept, hand, context) {
    const demande = unpack(kept.value, Demande);
    const parole = await findParole(kept.user, context);
    const shared = demande && (await share(demande, kept, hand, context));
    await tellAsker(renderTold(parole.say(demande ? 'slack-partage' : 'slack-partage-impossible')), kept, context);
    // A work that was taken up may have its pictures already.
    if (!demande || shared === undefined || hand.isTakenUp) return;
    await joinImages(toEstimationImages(demande, parole), { channel: kept.channel, threadTs: shared }, context);
  },
  async tell(error, kept, context) {
    await tellTrouble(error, kept, await findParole(kept.user, context), context);
  },
});

/** An estimate is told to a channel in the language of the person who shares it. */
async function share(demande: Demande, kept: KeptPartage, hand: WorkInHand, context: SlackContext) {
  const { user } = kept;
  const parole = await findParole(user, context);
  const delivery = addSharer(renderEstimation(demande, [], parole).delivery, user, parole.say('commandes-a-partage'));
  return postShared({ name: 'estimation-partage', delivery, lang: parole.lang, ...kept }, hand, context);
}

/** Who shares it: the others of the channel did not see the command. */
function addSharer([first, ...others]: Delivery, user: string, told: ReturnType<SlackContext['say']>): Delivery {
  const elements = [
    { type: 'user', user_id: user },
    { type: 'text', text: toVisible([' ', ...told]) },
  ];
  const line = { type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] };
  return [{ ...first, blocks: [line, ...first.blocks] }, ...others];
}
