import type { OutgoingObject } from '../outgoing/outgoing.ts';
import type { SlackContext } from '../slack-context.ts';
import { drawLetters } from '../to-letters.ts';
import { loadShown } from './load-shown.ts';
import { createWords, type ProfilWords } from './profil-words.ts';
import { renderChoix } from './render-choix.ts';
import { renderCommunaute } from './render-communaute.ts';
import { renderProfil } from './render-profil.ts';

/** Who asks to see the profile of a channel; a trigger opens one window within three seconds. */
export type ProfilAsked = { readonly user: string; readonly canal?: string | undefined; readonly triggerId: string };

/**
 * Opens the profile of a channel: its form when there is none yet, a choice when there are several.
 * @throws {BotError} ERR_SLACK_TROP_TARD when the trigger is too old; ERR_STORE_… when profiles cannot be read
 */
export async function openProfil({ user, canal, triggerId }: ProfilAsked, context: SlackContext): Promise<void> {
  const { store, team, sender } = context;
  const [lang, profils] = await Promise.all([context.findLang(user), store.findProfils(team, canal ?? 'espace')]);
  const words = createWords(lang, context);
  await sender.openView(await renderOpening(profils, user, canal, words, context), triggerId);
}

async function renderOpening(
  profils: Awaited<ReturnType<SlackContext['store']['findProfils']>>,
  user: string,
  canal: string | undefined,
  words: ProfilWords,
  context: SlackContext,
): Promise<OutgoingObject> {
  const [first, ...others] = profils;
  if (!first) return renderNouveau(canal, words);
  if (others.length > 0) return renderChoix(profils, { id: first.id, canal }, words);
  return renderProfil(await loadShown(first, user, canal, context), { id: first.id, canal }, words);
}

/** The form of a new profile, which will serve in a channel, or in the whole workspace when none is given. */
export function renderNouveau(canal: string | undefined, words: ProfilWords): OutgoingObject {
  const place = { id: drawLetters(NAME_LETTERS), nouveau: true, ...(canal === undefined ? {} : { canal }) } as const;
  return renderCommunaute(undefined, place, words);
}

/** Letters of the name of a profile: enough that no two are drawn alike. */
const NAME_LETTERS = 16;
