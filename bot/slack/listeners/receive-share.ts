import { findParole } from '../commandes/parler.ts';
import { renderTold } from '../commandes/render-messages.ts';
import { type Chemins, tellAsker, tellTrouble } from '../commandes/tell-asker.ts';
import { claimEvent } from '../questions/claim-event.ts';
import type { SlackContext } from '../slack-context.ts';
import type { Acknowledge } from '../works/work-kind.ts';
import type { HeardWork, Works } from '../works/works.ts';

/** A click on « Partager », and what makes it one: the same click may be sent again by Slack. */
type ShareHeard = { readonly work: HeardWork; readonly triggerId: string; readonly to: Chemins };

/** Keeps the work of sharing; another click on the same button is told that it was asked before. */
export async function receiveShare(
  { work, triggerId, to }: ShareHeard,
  acknowledge: Acknowledge,
  { works, context }: { readonly works: Works; readonly context: SlackContext },
): Promise<void> {
  const isNewClick = await claimEvent({ deed: `partager ${triggerId}` }, context);
  if ((await works.receive(work, acknowledge)) || !isNewClick) return;
  const parole = await findParole(to.user, context);
  try {
    await tellAsker(renderTold(parole.say('commandes-partage-deja')), to, context);
  } catch (error) {
    await tellTrouble(error, to, parole, context);
  }
}
