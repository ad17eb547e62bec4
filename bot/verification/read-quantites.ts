import { type CalendarDate, findCalendarDate, toParts } from '#corpus/law/calendar-date.ts';
import { toCentimes } from '#corpus/law/euros.ts';
import { foldWord } from '#corpus/law/fold-text.ts';
import type { ReadFigure } from '#corpus/law/read-figures.ts';
import type { UniteChiffre } from '#tools/verification/chiffre.ts';
import type { VerificationDonnees } from './verification-donnees.ts';

/** A figure of a sentence with its unit, or the size that it names; offsets are those of the sentence. */
export type Quantite = {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly figure: ReadFigure;
  readonly approximate: boolean;
} & (
  | { readonly unite: UniteChiffre; readonly valeur: number; readonly jours?: readonly [CalendarDate, CalendarDate] }
  /** « taille 3 », « avenant 2 »: a name, which is verified by itself. */
  | { readonly unite: 'taille' | 'avenant' | 'autre'; readonly valeur: number }
);

/** Whether a figure measures something; names of sizes and texts, and what has no unit, do not. */
export function isMesure(quantite: Quantite): quantite is Extract<Quantite, { unite: UniteChiffre }> {
  return quantite.unite !== 'taille' && quantite.unite !== 'avenant' && quantite.unite !== 'autre';
}

/** From here on a bare number can be money or a population; below, it counts things. */
const GRAND = 1000;
/** What may stand between two figures of one list. */
export const LIAISON = /^\s*(?:,|;|\/|-|–|et|ou|à|a|and|or|to|puis|contre|au lieu de|,\s*(?:puis|et|ou|and|or))?\s*$/iu;

/**
 * Gives each figure of a sentence its unit: written, told by its neighbours in a list, or by what is spoken of.
 * @param argent the sentence speaks of money; otherwise a large bare number is a population, when that is spoken of
 */
export function readQuantites(
  text: string,
  figures: readonly ReadFigure[],
  donnees: VerificationDonnees,
  subjects: { readonly argent: boolean; readonly population: boolean },
): readonly Quantite[] {
  const units = figures.map((figure, index) => findUnit(figure, figures[index + 1], text, donnees));
  const links = figures.map((figure, index) => {
    const next = figures[index + 1];
    return next !== undefined && LIAISON.test(text.slice(figure.end, next.start));
  });
  // « 50 000, 60 000, 75 000 et 90 000 € »: the unit stands at the end, rarely at the beginning.
  for (let index = figures.length - 2; index >= 0; index -= 1) {
    if (units[index] === 'nu' && links[index] && !isPrefixed(figures[index + 1]))
      units[index] = toShared(units[index + 1]);
  }
  for (let index = 1; index < figures.length; index += 1) {
    if (units[index] === 'nu' && links[index - 1]) units[index] = toShared(units[index - 1]);
  }
  return figures.map((figure, index) => {
    const found = units[index] ?? 'autre';
    const unite = found === 'nu' ? findSpokenOf(figure, text, donnees, subjects) : found;
    return toQuantite(figure, unite, figures[index + 1]);
  });
}

/** « €60,000 »: where the sign comes first, each amount has its own. */
function isPrefixed(figure: ReadFigure | undefined): boolean {
  return figure?.kind === 'amount' && /^(?:€|eur)/i.test(figure.text);
}

type Found = Quantite['unite'] | 'nu';

function toShared(unite: Found | undefined): Found {
  return unite === 'EUR' || unite === 'habitants' || unite === 'taille' ? unite : 'nu';
}

function findUnit(figure: ReadFigure, next: ReadFigure | undefined, text: string, donnees: VerificationDonnees): Found {
  const { before = '', noun = '' } = figure;
  switch (figure.kind) {
    case 'amount':
      return 'EUR';
    case 'percent':
      return 'pourcent';
    case 'fraction':
      return /part|avance|solde/.test(foldWord(text)) ? 'pourcent' : 'autre';
    case 'duration':
      return figure.unit === 'mois' || figure.unit === 'ans' ? 'mois' : 'autre';
    case 'date':
      return isDated(figure, next, text, donnees) ? 'jour' : 'autre';
    case 'number':
      if (donnees.devantTaille.includes(before) && figure.value < 10) return 'taille';
      if (/^avenants?$/.test(before)) return 'avenant';
      if (donnees.membres.includes(noun)) return 'membres';
      if (donnees.habitants.includes(noun)) return 'habitants';
      // « 40 » of « les seuils de 40, 80 et 175 000 habitants » waits for its neighbours.
      return figure.value >= GRAND || noun === '' || figure.value < 10 ? 'nu' : 'nombre';
    default:
      return 'autre';
  }
}

/** A date that can be that of a text: a day, a month, « fin d'année 2021 », a year « signé en 2019 ». */
function isDated(
  figure: Extract<ReadFigure, { kind: 'date' }>,
  next: ReadFigure | undefined,
  text: string,
  { evenements }: VerificationDonnees,
): boolean {
  if (figure.note === 'relative') return isYearOf(next, figure);
  if (figure.precision !== 'year') return true;
  const before = foldWord(text.slice(Math.max(0, figure.start - 40), figure.start));
  return (
    /\b(?:en|in) $/.test(before) &&
    Object.values(evenements)
      .flat()
      .some((word) => before.includes(word))
  );
}

function isYearOf(next: ReadFigure | undefined, { end }: ReadFigure): boolean {
  return next?.kind === 'date' && next.precision === 'year' && next.start - end <= 1;
}

/** A plural after a number says what it counts: neither money nor people covered. */
const COMPTABLES = /^(?:cpts|(?!dans|sans|moins|alors|depuis|apres|hors|versus|euros)[a-z]{4,}[sx])$/;

function findSpokenOf(
  figure: ReadFigure,
  text: string,
  donnees: VerificationDonnees,
  { argent, population }: { readonly argent: boolean; readonly population: boolean },
): Quantite['unite'] {
  if (figure.kind !== 'number' || figure.value < GRAND || /^\d{4}$/.test(figure.text)) return 'nombre';
  const near = foldWord(text.slice(Math.max(0, figure.start - 50), figure.start));
  if (donnees.habitants.some((word) => new RegExp(`\\b${word}\\b`).test(near))) return 'habitants';
  if (COMPTABLES.test(figure.noun ?? '')) return 'nombre';
  if (argent) return 'EUR';
  return population ? 'habitants' : 'nombre';
}

function toQuantite(figure: ReadFigure, unite: Quantite['unite'], next: ReadFigure | undefined): Quantite {
  const { start, end, text } = figure;
  const approximate = 'approximate' in figure && figure.approximate === true;
  const common = { start, end, text, figure, approximate };
  switch (figure.kind) {
    case 'amount':
      return { ...common, unite, valeur: toCentimes(figure.euros) } as Quantite;
    case 'percent':
      return { ...common, unite, valeur: figure.value / 100 } as Quantite;
    case 'fraction':
      return { ...common, unite, valeur: figure.num / figure.den } as Quantite;
    case 'duration':
      return { ...common, unite, valeur: figure.unit === 'ans' ? figure.amount * 12 : figure.amount } as Quantite;
    case 'date':
      return { ...common, ...joinYear(common, next), unite, valeur: 0, jours: toJours(figure, next) } as Quantite;
    case 'number': {
      // « 40 » before « 80 000 habitants » says forty thousand.
      const isShort = unite === 'EUR' || unite === 'habitants' ? figure.value < GRAND && figure.value >= 10 : false;
      const value = isShort ? figure.value * GRAND : figure.value;
      return { ...common, unite, valeur: unite === 'EUR' ? toCentimes(value) : value } as Quantite;
    }
    default:
      return { ...common, unite: 'autre', valeur: 0 };
  }
}

/** « fin d'année 2021 » is one figure. */
function joinYear(common: Pick<Quantite, 'figure'>, next: ReadFigure | undefined) {
  return isYearOf(next, common.figure) && next ? { end: next.end } : {};
}

/** « fin 2021 » holds its whole end of year; a day without a year keeps the one that was guessed. */
function toJours(figure: Extract<ReadFigure, { kind: 'date' }>, next: ReadFigure | undefined) {
  const { from, to } = figure;
  const year = isYearOf(next, figure) && next?.kind === 'date' ? toParts(next.from).year : undefined;
  if (year === undefined) return [from, to] as const;
  const [first, last] = [toParts(from), toParts(to)];
  const moved = [findCalendarDate(year, first.month, first.day), findCalendarDate(year, last.month, last.day)] as const;
  return moved[0] && moved[1] ? ([moved[0], moved[1]] as const) : ([from, to] as const);
}
