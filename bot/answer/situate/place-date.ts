import type { Roles } from './donnees.ts';
import type { FigureOf, Place } from './figure-place.ts';

import { isOneOf, toWords } from './words-around.ts';

/** Words that may stand between « la veille » and the day it is counted from. */
const LINK = ['de', 'du', 'd', 'la', 'le', 'l', 'date', 'jour', 'of', 'the', 'on'];

/**
 * Days between a date and the one that is meant: -1 for « la veille du 1er octobre » and « la veille de la date limite
 * du 1er octobre », 0 when the date itself stands in apposition (« la veille de la date limite, le 29 septembre »).
 */
export function findDayShift({ beside, previous, roles }: Pick<Place, 'beside' | 'previous' | 'roles'>): -1 | 0 | 1 {
  const words = readLead(beside.before.split(/[,;:.?!()–—]/u), roles);
  if (endsWith(words, roles.veille)) return -1;
  // « six mois après le 3 mai » counts from the day itself.
  const isAfter = previous?.kind !== 'duration' && endsWith(words, roles.plusTard);
  return isAfter || endsWith(words, roles.lendemain) ? 1 : 0;
}

/** « avant le 30 septembre », « avant la date butoir (30 septembre) »: what is spoken of comes before that day. */
export function isBefore({ beside, roles }: Pick<Place, 'beside' | 'roles'>): boolean {
  return endsWith(readLead(beside.before.split(/[,;:.?!]/u), roles), roles.avant);
}

/** Words that lead to a date, without those that only link it. */
function readLead(parts: readonly string[], { limite }: Roles): readonly string[] {
  const words = [...toWords(parts.at(-1) ?? '')];
  while (isOneOf(words.at(-1), [...LINK, ...limite])) words.pop();
  return words;
}

/** « date limite du 31 décembre pour signer »: the date is the limit, and not the day when something is done. */
export function isLimit({ beside, around, roles }: Pick<Place, 'beside' | 'around' | 'roles'>): boolean {
  if (!around.before.slice(0, 3).some((word) => isOneOf(word, roles.limite))) return false;
  if (isBefore({ beside, roles })) return false;
  const said = ` ${toWords(beside.before).join(' ')} `;
  // « la veille de la date limite, le 29 » tells the eve; « signé à la date limite du 30 » tells the day of signing.
  return ![...roles.veille, ...roles.lendemain, ...roles.aLaLimite].some((phrase) =>
    said.includes(` ${toWords(phrase).join(' ')} `),
  );
}

/** « le 31 mars 2022, une taille 2 signe »: somebody signs, further on in the same sentence. */
export function isSigned(
  { precision }: Pick<FigureOf<'date'>, 'precision'>,
  { beside, isOnlyDate, roles }: Pick<Place, 'beside' | 'isOnlyDate' | 'roles'>,
): boolean {
  if (!isOnlyDate || (precision !== 'day' && precision !== 'month')) return false;
  const sentence = beside.after.split(/[.!?;\n](?:\s|$)/)[0] ?? '';
  return toWords(sentence)
    .slice(0, REACH)
    .some((word) => isOneOf(word, roles.signe));
}

/** A subject with its size and its population stands between the day and the verb. */
const REACH = 10;

function endsWith(words: readonly string[], phrases: Roles['veille']): boolean {
  return phrases
    .map(toWords)
    .some((phrase) => phrase.every((word, at) => words[words.length - phrase.length + at] === word));
}
