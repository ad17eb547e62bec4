import { FIRST_DAY, LAST_DAY } from '#corpus/law/calendar-date.ts';
import type { ReadFigure } from '#corpus/law/read-figures.ts';
import { dropAccents } from '#corpus/retrieval/tokenize.ts';
import { type Draft, type FigureOf, type Place, toOutOfTime } from './figure-place.ts';
import { readAmount } from './read-money.ts';
import { isOneOf, type WordsAround } from './words-around.ts';

/** Subjects that are counted in euros: near them, a bare number is an amount, not a population. */
const MONEY = [
  'plafond',
  'financement',
  'montant',
  'fonctionnement',
  'amorcage',
  'complement-exceptionnel',
  'versement',
  'avance',
  'solde',
  'aide-lettre-intention',
  'lettre-intention',
  'volet-fixe',
  'volet-variable',
];

/** From here on a number that counts nothing is money, unless people are spoken of. */
const LEAST_MONEY = 10_000;
const PEOPLE = ['population', 'population-saisonniere', 'taille'];

/** Gives a bare number its role: an avenant, a size, a year, members, a population, or money. */
export function readNumber(figure: FigureOf<'number'>, place: Place, draft: Draft): void {
  const { roles, around, previous, text } = place;
  const { faits } = draft;
  const { value } = figure;
  const [before, noun] = [around.before[0], findNoun(around)];
  const joint = previous ? text.slice(previous.end, figure.start) : '';
  const chained = /^\s*(?:,|et|ou|and|or|à|a|\/|vs\.?)?\s*$/.test(joint) && previous?.kind === 'number';
  const isSize = isOneOf(before, roles.devant.taille);
  if (isOutOfTime(figure, place)) draft.problems.push(toOutOfTime(figure));
  else if (isAvenant(place) || (chained && faits.avenants && !isSize && !followsSize(place, draft) && value < 10)) {
    faits.avenants = [...(faits.avenants ?? []), value];
  } else if (isSize || (chained && faits.tailles && value < 10)) {
    faits.tailles = [...listUpTo(faits.tailles, value, joint), value];
  } else if (isOneOf(before, roles.devant.annee) || (isOneOf(noun, roles.noms.annee) && value <= 10))
    faits.annee = value;
  else if (isOneOf(noun, roles.noms.membres)) faits.membres = value;
  else if (isPopulation(figure, place) || isOtherPopulation(place, draft)) readPopulation(figure, place, draft);
  else if (isBareMoney(figure, place)) readAmount(value, place, draft);
}

/** « avenant 2 pour les tailles 2 et 3 »: the figure before was a size, and not an avenant. */
function followsSize({ previous }: Place, { faits }: Draft): boolean {
  return (
    previous?.kind === 'number' &&
    faits.tailles?.at(-1) === previous.value &&
    previous.before?.startsWith('avenant') !== true
  );
}

/** « tailles 2 à 4 » names those in between too. */
function listUpTo(tailles: readonly number[] = [], last: number, joint: string): readonly number[] {
  const first = tailles.at(-1) ?? last;
  if (!/^\s*(?:à|a|-|–|to)\s*$/u.test(joint) || last > 9) return tailles;
  return [...tailles, ...Array.from({ length: Math.max(0, last - first - 1) }, (_, step) => first + step + 1)];
}

/** « en 2150 », « en 1850 »: four digits after « en » are a year, even one too far for the reader of dates. */
function isOutOfTime({ value, text }: FigureOf<'number'>, { around, inRange, roles }: Place): boolean {
  const isYear = /^\d{4}$/.test(text) && isOneOf(around.before[0], ['en', 'in']) && !inRange;
  const isFar = value < Number(FIRST_DAY.slice(0, 4)) || value > Number(LAST_DAY.slice(0, 4));
  return isYear && isFar && !isOneOf(findNoun(around), roles.noms.population);
}

/** First word after a figure that is not « de », « d' » or « personnes ». */
function findNoun({ after }: WordsAround): string | undefined {
  return after.find((word) => word.length > 2);
}

function readPopulation(
  figure: FigureOf<'number'>,
  { around, roles, text, inRange, concepts }: Place,
  { faits }: Draft,
): void {
  // « de 40 000 à 70 000 habitants » told of a size is somebody's claim about the bracket.
  const claimed = faits.tailles !== undefined || concepts.has('taille') || concepts.has('population-saisonniere');
  // « passer de 75 000 à 85 000 habitants » moves a community, and claims nothing.
  if (inRange && claimed && !isCompared(concepts)) return;
  const value = toSign(figure, text) * figure.value;
  const near = around.before.slice(0, 3);
  const sens = near.some((word) => isOneOf(word, roles.moins))
    ? 'moins'
    : near.some((word) => isOneOf(word, roles.plus))
      ? 'plus'
      : undefined;
  if (sens) faits.populationBornee = { sens, habitants: value };
  else faits.populations = [...(faits.populations ?? []), value];
}

function isBareMoney(figure: FigureOf<'number'>, place: Place): boolean {
  const { value, text: written } = figure;
  const { around, concepts, roles, fil } = place;
  const near = around.before.slice(0, 4).some((word) =>
    Object.values(roles.montants)
      .flat()
      .some((role) => isOneOf(word, [role])),
  );
  if (isOneOf(findNoun(around), roles.noms.autres)) return false;
  if (near && value >= 100) return true;
  if (fil?.mission && value >= 100) return true;
  if (place.inRange || value < 1000) return false;
  if (/k$/i.test(written) || MONEY.some((concept) => concepts.has(concept))) return true;
  // « qui a droit aux 580 000 ? »: too much to count anything but euros or people.
  if (value >= LEAST_MONEY && isAlone(place, figure) && !PEOPLE.some((concept) => concepts.has(concept))) return true;
  // « 287 500 pour la taille 2 »: an amount, unless inhabitants are spoken of.
  return !concepts.has('population') && (isNamed(place) || concepts.has('q-combien'));
}

/** « le premier avenant », « la 2e année ». */
export function readRank(figure: FigureOf<'ordinal' | 'roman'>, place: Place, draft: Draft): void {
  const { roles, around } = place;
  if (isAvenant(place) || isOneOf(around.after[0], roles.devant.avenant)) {
    draft.faits.avenants = [...(draft.faits.avenants ?? []), figure.value];
  } else if (isOneOf(around.after[0], roles.noms.annee) && figure.value <= 10) draft.faits.annee = figure.value;
}

/** « avenant 3 », « avenant n° 3 », « l'avenant numéro trois ». */
function isAvenant({ around, roles }: Place): boolean {
  const [first, second] = around.before;
  if (isOneOf(first, roles.devant.avenant)) return true;
  return isOneOf(second, roles.devant.avenant) && isOneOf(first, ['n', 'no', 'numero', 'number']);
}

function isPopulation(figure: FigureOf<'number'>, place: Place): boolean {
  const { value, text: written, start } = figure;
  const { around, roles, concepts, fil } = place;
  const noun = findNoun(around);
  if (isOneOf(noun, roles.noms.population)) return true;
  if (value >= 1000 && isAlone(place, figure) && isAfterPhrase(place, start, roles.devantHabitants)) return true;
  // « la population des 12 communes » counts communes.
  if (value > 0 && value < 1000 && noun !== undefined) return false;
  if (around.before.slice(0, 4).some((word) => isOneOf(word, roles.devant.population))) return true;
  if (value < 1000) return false;
  const money = MONEY.some((concept) => concepts.has(concept)) || concepts.has('remuneration-membres');
  // « 85k, quelle taille ? », « 81 500 c'est quoi comme taille »; in a thread, « pardon, 78 000 », or « 85 000 » alone.
  if (fil && !fil.mission && (fil.population !== undefined || (!fil.montants && !/\p{L}/u.test(place.text))))
    return true;
  return !money && (concepts.has('taille') || (concepts.has('population') && /k$/i.test(written))) && !isNamed(place);
}

/** Two populations are set against one another, and not the ends of a bracket. */
function isCompared(concepts: ReadonlySet<string>): boolean {
  return concepts.has('q-passage') || concepts.has('q-comparaison');
}

/** « entre une CPTS de 30 000 habitants et une de 200 000 »; « de 75 000 » before « à 85 000 habitants ». */
function isOtherPopulation({ text, around, previous, inRange, concepts, roles }: Place, { faits }: Draft): boolean {
  const counted = text
    .split(/[^\p{L}]+/u)
    .some((word) => isOneOf(dropAccents(word.toLowerCase()), roles.noms.population));
  if (inRange && isCompared(concepts) && counted) return true;
  if (previous?.kind !== 'number' || faits.populations?.at(-1) !== previous.value || findNoun(around)) return false;
  return around.before.slice(0, 2).every((word) => ['de', 'une', 'celle', 'a', 'of', 'one'].includes(word));
}

/** « on est 90 000 »: the words just before a figure. */
function isAfterPhrase({ text }: Place, start: number, phrases: readonly string[]): boolean {
  const before = dropAccents(text.slice(0, start).toLowerCase()).trimEnd();
  return phrases.some((phrase) => before.endsWith(phrase));
}

/** Nothing is counted by the words after: a figure before a comma, or at the end. */
function isAlone({ text }: Place, { end }: ReadFigure): boolean {
  return /^\s*(?:[,;:.?!)]|$)/.test(text.slice(end));
}

/** A size is named in the words: the number beside it is what somebody claims of it. */
function isNamed({ text, roles }: Place): boolean {
  return roles.devant.taille.some((word) => word.length > 1 && new RegExp(`\\b${word} ?[1-9]\\b`, 'iu').test(text));
}

function toSign({ start }: ReadFigure, text: string): 1 | -1 {
  return /(?:^|[^\p{L}\p{N}])[-−–]\s?$/u.test(text.slice(0, start)) ? -1 : 1;
}
