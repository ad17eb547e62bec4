import { toIncident } from '#bot/tell-error.ts';
import { BotError } from '#corpus/law/bot-error.ts';
import type { OutgoingObject } from '../outgoing/outgoing.ts';
import { toMessageId } from '../outgoing/to-message-id.ts';
import { renderSentence } from '../render/render-blocks.ts';
import type { Delivery } from '../render/render-delivery.ts';
import type { SlackContext } from '../slack-context.ts';
import { sayIncident } from '../tell-incident.ts';
import { drawLetters } from '../to-letters.ts';
import type { Parole } from './parler.ts';

/** The ways back to a person: the address that came with her command or click, her channel, her own conversation. */
export type Chemins = {
  readonly user: string;
  readonly channel?: string | undefined;
  readonly responseUrl?: string | undefined;
};

/**
 * Tells something to one person: through the address while it lives, else to her alone in the channel, else in her own
 * conversation with the bot.
 * @param how how it takes its place through the address: `replace_original` for what the button stood in
 */
export async function tellAsker(
  delivery: Delivery,
  { user, channel, responseUrl }: Chemins,
  context: SlackContext,
  how: OutgoingObject = {},
): Promise<void> {
  const { sender, team } = context;
  const ways = [
    ...(responseUrl === undefined
      ? []
      : [(index: number) => sender.respond(responseUrl, { ...EPHEMERAL, ...how, ...at(delivery, index) })]),
    ...(channel === undefined ? [] : [(index: number) => sender.postEphemeral(at(delivery, index), { channel, user })]),
    async (index: number) => {
      const id = toMessageId('commande-directe', team, user, drawLetters(12));
      await sender.post(at(delivery, index), { channel: await sender.openIm(user), id });
    },
  ];
  for (let index = 0, way = 0; index < delivery.length; ) {
    try {
      await ways[way]?.(index);
      index += 1;
    } catch (error) {
      // An address that is too old, a channel where the bot is not: the next way is tried, from where this one stopped.
      if (way === ways.length - 1 || !(error instanceof BotError)) throw error;
      way += 1;
    }
  }
}

const EPHEMERAL = { response_type: 'ephemeral', replace_original: false } as const;

function at(delivery: Delivery, index: number): Delivery[number] {
  return delivery[index] ?? delivery[0];
}

/** Codes of failures that have a sentence of their own, with the way out. */
const SENTENCES: ReadonlyMap<string, string> = new Map([
  ['ERR_IMAGE_PANNE', 'image-impossible'],
  ['ERR_IMAGE_POLICE', 'image-impossible'],
  ['ERR_IMAGE_TEXTE', 'image-impossible'],
  ['ERR_SLACK_TROP_TARD', 'commandes-trop-tard'],
  ['ERR_SLACK_CANAL', 'commandes-canal'],
  ['ERR_SLACK_FICHIER', 'commandes-fichier-refuse'],
  ['ERR_STORE_OCCUPE', 'commandes-base-occupee'],
  ['ERR_STORE_PLEIN', 'commandes-base-occupee'],
]);

/** What to tell of a failure, in one sentence; noted in the journal with its code. */
export function toTrouble(error: unknown, { say }: Parole, { journal }: Pick<SlackContext, 'journal'>): Delivery {
  const code = error instanceof BotError ? error.code : '';
  const sentence = SENTENCES.get(code);
  if (sentence === undefined) return [renderSentence(sayIncident('slack-incident', error, { journal, say }))];
  journal(toIncident(error));
  return [renderSentence(say(sentence))];
}

/** Tells a failure to the person; when even that fails, it is noted. */
export async function tellTrouble(error: unknown, to: Chemins, parole: Parole, context: SlackContext): Promise<void> {
  // The person has closed the window: there is nothing to tell.
  if (error instanceof BotError && error.code === 'ERR_SLACK_FENETRE') return context.journal(toIncident(error));
  try {
    await tellAsker(toTrouble(error, parole, context), to, context);
  } catch (failure) {
    context.journal(toIncident(failure));
  }
}
