import { type CalendarDate, daysBetween } from '#corpus/law/calendar-date.ts';
import { type Centimes, type Fraction, subtractCentimes } from '#corpus/law/euros.ts';
import { toMessage } from '#corpus/law/message.ts';
import type { Comparaison, Cote, Difference, Ecart, Mesure, Valeur } from './comparaison.ts';
import { findCause } from './find-cause.ts';
import { MONTANT_DE_MISSION } from './list-mesures-proposition.ts';
import { NUL, toMesureSansRegle } from './mesure.ts';

/** A side and its lines under one reading, with the day whose law they follow. */
export type CoteLu = { readonly cote: Cote; readonly jour: CalendarDate; readonly mesures: readonly Mesure[] };

/**
 * Lines of two sides set against one another, in the order of the first, those of the second alone last.
 * @returns what differs, with how far B is from A; what is the same; what neither knows
 * @legal none: a gap is computed only between two known values of one kind
 */
export function compareMesures(a: CoteLu, b: CoteLu): Omit<Comparaison, 'saisies'> {
  const result = { differences: [] as Difference[], identiques: [] as Mesure[], absents: [] as Mesure[] };
  const keys = [...new Set([...a.mesures, ...b.mesures].map(toKey))];
  for (const key of keys.toSorted((one, other) => toRank(one) - toRank(other))) {
    const inA = findLine(key, a, b);
    const inB = findLine(key, b, a);
    if (isSame(inA, inB)) (isUnknown(inA) ? result.absents : result.identiques).push(inB);
    // A line that exists on neither side says nothing.
    else if (inA.valeur !== null || inB.valeur !== null || isUnknown(inA) || isUnknown(inB))
      result.differences.push(toDifference(inA, inB, a, b));
  }
  return result;
}

/** Codes of the sums, each with the one that stands for it where nothing tells them apart. */
const SOMMES: Readonly<Record<string, string>> = { estimation: 'total', maximum: 'total' };

/** The line of a side; where it has none, the sum that stands for it, or a line that says so. */
function findLine(key: string, own: CoteLu, other: CoteLu): Mesure {
  const found = own.mesures.find((mesure) => toKey(mesure) === key);
  if (found) return found;
  const twin = other.mesures.find((mesure) => toKey(mesure) === key);
  if (!twin) throw new RangeError(`no line ${key} on either side`);
  const { code, label, taille } = twin;
  const sum = own.mesures.find((mesure) => mesure.code === SOMMES[code] && mesure.taille === taille);
  if (sum) return { ...sum, code, label };
  const asked = /^mission:([a-z-]+):(?:fixe|variable)$/.exec(code);
  // Money of a mission that this side did not ask for: none is counted, and it is known.
  if (asked) return toMesureSansRegle({ code, label, taille }, NUL, toMessage('comparaison-non-demandee'));
  const missing = toMesureSansRegle({ code, label, taille }, null, toMessage('comparaison-sans-equivalent'));
  if (!code.startsWith(MONTANT_DE_MISSION)) return missing;
  // The text adopted has such an amount, and nobody here read it.
  return { ...missing, note: toMessage('comparaison-absent'), statut: 'absent' };
}

function toDifference(a: Mesure, b: Mesure, luA: CoteLu, luB: CoteLu): Difference {
  const { code, label, taille } = b.regle === null && a.regle !== null ? a : b;
  return {
    code,
    label,
    taille,
    a,
    b,
    ecart: toEcart(a.valeur, b.valeur),
    cause: findCause({ ...luA, mesure: a }, { ...luB, mesure: b }),
  };
}

function toEcart(a: Valeur | null, b: Valeur | null): Ecart | null {
  if (a?.kind === 'montant' && b?.kind === 'montant') {
    return {
      kind: 'montant',
      centimes: subtractCentimes(b.centimes, a.centimes),
      pourcent: toPourcent(a.centimes, b.centimes),
    };
  }
  if (a?.kind === 'date' && b?.kind === 'date') {
    return { kind: 'duree', valeur: daysBetween(a.date, b.date), unite: 'jours' };
  }
  if (a?.kind === 'duree' && b?.kind === 'duree' && a.unite === b.unite) {
    return { kind: 'duree', valeur: b.valeur - a.valeur, unite: a.unite };
  }
  return null;
}

/** A percentage with two decimals is a whole number of these. */
const UNITE = 10 ** 4;

/** Ten-thousandths, half away from zero, so that « 30,68 % » is exact to its last digit; null from nothing. */
function toPourcent(from: Centimes, to: Centimes): Fraction | null {
  if (from === 0) return null;
  const gap = BigInt(Math.abs(to - from)) * BigInt(UNITE);
  const rounded = Number((2n * gap + BigInt(from)) / (2n * BigInt(from)));
  return { num: to < from ? -rounded : rounded, den: UNITE };
}

function isSame(a: Mesure, b: Mesure): boolean {
  if (a.valeur === null && b.valeur === null) return a.note?.code === b.note?.code;
  return JSON.stringify(a.valeur) === JSON.stringify(b.valeur);
}

/** A value that is to be found elsewhere, and not one that does not exist. */
function isUnknown({ valeur, statut }: Mesure): boolean {
  return valeur === null && statut === 'absent';
}

/** Sums come after the lines they add up, whichever side those are on; all of one size before the next. */
function toRank(key: string): number {
  const [taille = '', code = ''] = key.split(' ');
  const size = Number(taille.slice('taille'.length)) * ORDRE.length;
  return size + Math.max(0, ORDRE.indexOf(code));
}

const ORDRE = ['', 'total', 'estimation', 'maximum', 'plafond'];

function toKey({ code, taille }: Mesure): string {
  return `${taille ?? ''} ${code}`;
}
