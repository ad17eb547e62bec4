import type { Materials } from '../compose.ts';
import type { Liaisons } from './liaisons.ts';
import type { Motif } from './regles.ts';
import type { Run } from './runs.ts';

/** Small words of the other language that may stand in a row of linking words: « last but not least », "c'est la vie". */
const MOST_FOREIGN = 2;

/** Linking words are in the language of the answer, save a set phrase of the other. */
export function checkLanguage(
  { stretches }: Run,
  { situation }: Materials,
  { petitsMots }: Liaisons,
): readonly Motif[] {
  const own = petitsMots[situation.lang];
  const other = petitsMots[situation.lang === 'fr' ? 'en' : 'fr'];
  const words = stretches.flatMap((stretch) => stretch.words);
  const foreign = words.filter((word) => other.has(word) && !own.has(word)).length;
  const owned = words.filter((word) => own.has(word) && !other.has(word)).length;
  return foreign > MOST_FOREIGN || (foreign > 1 && owned === 0) ? ['langue'] : [];
}
