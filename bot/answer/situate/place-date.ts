import type { Roles } from './donnees.ts';
import type { FigureOf, Place } from './figure-place.ts';

import { isOneOf, toWords } from './words-around.ts';

/** Words that may stand between « la veille » and the day it is counted from. */
const LINK = ['de', 'du', 'd', 'la', 'le', 'l', 'date', 'jour', 'of', 'the', 'on'];

/**
 * Days between a date and the one that is meant: -1 for « la veille du 1er octobre » and « la veille de la date limite
 * du 1er octobre », 0 when the date itself stands in apposition (« la veille de la date limite, le 29 septembre »).
 */
export function findDayShift({ clause, roles }: Pick<Place, 'clause' | 'roles'>): -1 | 0 | 1 {
  const words = [...toWords(clause.before.split(/[,;:.?!()–—]/u).at(-1) ?? '')];
  while (isOneOf(words.at(-1), [...LINK, ...roles.limite])) words.pop();
  if (endsWith(words, roles.veille)) return -1;
  return endsWith(words, roles.lendemain) ? 1 : 0;
}

/** « date limite du 31 décembre pour signer »: the date is the limit, and not the day when something is done. */
export function isLimit({ clause, around, roles }: Pick<Place, 'clause' | 'around' | 'roles'>): boolean {
  if (!around.before.slice(0, 3).some((word) => isOneOf(word, roles.limite))) return false;
  const said = ` ${toWords(clause.before).join(' ')} `;
  // « la veille de la date limite, le 29 » tells the eve; « signé à la date limite du 30 » tells the day of signing.
  return ![...roles.veille, ...roles.lendemain, ...roles.aLaLimite].some((phrase) =>
    said.includes(` ${toWords(phrase).join(' ')} `),
  );
}

/** « le 31 mars 2022, une taille 2 signe »: somebody signs, further on in the same sentence. */
export function isSigned(
  { precision }: Pick<FigureOf<'date'>, 'precision'>,
  { clause, isOnlyDate, roles }: Pick<Place, 'clause' | 'isOnlyDate' | 'roles'>,
): boolean {
  if (!isOnlyDate || (precision !== 'day' && precision !== 'month')) return false;
  const sentence = clause.after.split(/[.!?;\n](?:\s|$)/)[0] ?? '';
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
