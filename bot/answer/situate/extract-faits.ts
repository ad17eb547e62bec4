import { addDays, FIRST_DAY, findCalendarDate, LAST_DAY, toParts } from '#corpus/law/calendar-date.ts';
import { toCentimes } from '#corpus/law/euros.ts';
import { type Message, type MessageArg, toMessage } from '#corpus/law/message.ts';
import type { ReadFigure } from '#corpus/law/read-figures.ts';
import { dropAccents } from '#corpus/retrieval/tokenize.ts';
import type { Roles } from './donnees.ts';
import type { Faits, FaitsMission, Periode } from './faits.ts';
import { findNearestRole, isOneOf, readWordsAround, type Stem, type WordsAround } from './words-around.ts';

/** What the words give: facts, the period whose law is asked, and what cannot be used. */
export type Extraction = {
  readonly faits: Faits;
  /** Period asked about, when the words name one that is not the date of an event. */
  readonly periode: Periode | null;
  readonly problems: readonly Message[];
};

/** What surrounds a question: its subjects, the missions named, and the facts of the thread it goes on from. */
export type Contexte = {
  readonly concepts: ReadonlySet<string>;
  /** Missions named, which own the money given for « the mission ». */
  readonly missions: readonly string[];
  /** Facts of the thread, when the question goes on from it: a bare figure then replaces the one said before. */
  readonly fil: Faits | undefined;
  readonly roles: Roles;
  readonly stem: Stem;
};

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type Draft = { faits: Mutable<Faits>; mission: Mutable<FaitsMission>; periode: Periode | null; problems: Message[] };
type FigureOf<K extends ReadFigure['kind']> = Extract<ReadFigure, { kind: K }>;
type Place = Contexte & {
  readonly text: string;
  readonly around: WordsAround;
  readonly previous: ReadFigure | undefined;
  /** The figure is one end of a range (« de 40 000 à 70 000 »). */
  readonly inRange: boolean;
};

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

/** Gives each figure of a question its role, from the words around it (`bot/donnees/roles.yaml`). */
export function extractFaits(text: string, figures: readonly ReadFigure[], contexte: Contexte): Extraction {
  const draft: Draft = { faits: {}, mission: {}, periode: null, problems: [] };
  for (const [index, figure] of figures.entries()) {
    const previous = figures[index - 1];
    const next = figures[index + 1];
    const around = readWordsAround(text, figure.start, figure.end, previous?.end ?? 0, next?.start ?? text.length);
    const inRange = isRange(text, previous, figure) || isRange(text, figure, next);
    readFigure(figure, { ...contexte, text, around, previous, inRange }, draft);
  }
  return { faits: finish(draft, contexte.missions), periode: draft.periode, problems: draft.problems };
}

function readFigure(figure: ReadFigure, place: Place, draft: Draft): void {
  if (figure.kind === 'number') readNumber(figure, place, draft);
  else if (figure.kind === 'ordinal' || figure.kind === 'roman') readRank(figure, place, draft);
  else if (figure.kind === 'amount') readAmount(figure.euros, place, draft);
  else if (figure.kind === 'percent') readPercent(figure, place, draft);
  else if (figure.kind === 'duration') readDuration(figure, place, draft);
  else if (figure.kind === 'date') readDate(figure, place, draft);
  else if (figure.kind === 'bad-date') {
    draft.problems.push(toMessage('date-impossible', { ecrit: toEcho(figure) }));
  }
}

function readNumber(figure: FigureOf<'number'>, place: Place, draft: Draft): void {
  const { roles, around, previous, text } = place;
  const { faits } = draft;
  const { value } = figure;
  const [before, noun] = [around.before[0], findNoun(around)];
  const joint = previous ? text.slice(previous.end, figure.start) : '';
  const chained = /^\s*(?:,|et|ou|and|or|à|a|\/|vs\.?)?\s*$/.test(joint) && previous?.kind === 'number';
  const isSize = isOneOf(before, roles.devant.taille);
  if (isOutOfTime(figure, place)) draft.problems.push(toOutOfTime(figure));
  else if (isAvenant(place) || (chained && faits.avenants && !isSize && value < 10)) {
    faits.avenants = [...(faits.avenants ?? []), value];
  } else if (isSize || (chained && faits.tailles && value < 10)) {
    faits.tailles = [...listUpTo(faits.tailles, value, joint), value];
  } else if (isOneOf(before, roles.devant.annee) || (isOneOf(noun, roles.noms.annee) && value <= 10))
    faits.annee = value;
  else if (isOneOf(noun, roles.noms.membres)) faits.membres = value;
  else if (isPopulation(figure, place)) readPopulation(figure, place, draft);
  else if (isBareMoney(figure, place)) readAmount(value, place, draft);
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

function toOutOfTime(figure: ReadFigure): Message {
  const bounds = { premier: { kind: 'date', date: FIRST_DAY }, dernier: { kind: 'date', date: LAST_DAY } } as const;
  return toMessage('date-ecrite-hors-bornes', { ecrit: toEcho(figure), ...bounds });
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
  if (inRange && (faits.tailles !== undefined || concepts.has('taille') || concepts.has('population-saisonniere')))
    return;
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

function isBareMoney({ value, text: written }: FigureOf<'number'>, place: Place): boolean {
  const { around, concepts, roles, fil } = place;
  const near = around.before.slice(0, 4).some((word) =>
    Object.values(roles.montants)
      .flat()
      .some((role) => isOneOf(word, [role])),
  );
  if (near && value >= 100) return true;
  if (fil?.mission && value >= 100) return true;
  if (place.inRange || value < 1000 || findNoun(around) === 'cpts') return false;
  if (/k$/i.test(written) || MONEY.some((concept) => concepts.has(concept))) return true;
  // « 287 500 pour la taille 2 »: an amount, unless inhabitants are spoken of.
  return !concepts.has('population') && (isNamed(place) || concepts.has('q-combien'));
}

function readRank(figure: FigureOf<'ordinal' | 'roman'>, place: Place, draft: Draft): void {
  const { roles, around } = place;
  if (isAvenant(place) || isOneOf(around.after[0], roles.devant.avenant)) {
    draft.faits.avenants = [...(draft.faits.avenants ?? []), figure.value];
  } else if (isOneOf(around.after[0], roles.noms.annee) && figure.value <= 10) draft.faits.annee = figure.value;
}

function isRange(text: string, first: ReadFigure | undefined, second: ReadFigure | undefined): boolean {
  if (first?.kind !== 'number' || second?.kind !== 'number' || first.value < 1000 || second.value < 1000) return false;
  return /^\s*(?:habitants?|hab\.?)?\s*(?:à|a|et|and|to|-|–|jusqu'à)\s*$/iu.test(text.slice(first.end, second.start));
}

/** « avenant 3 », « avenant n° 3 », « l'avenant numéro trois ». */
function isAvenant({ around, roles }: Place): boolean {
  const [first, second] = around.before;
  if (isOneOf(first, roles.devant.avenant)) return true;
  return isOneOf(second, roles.devant.avenant) && isOneOf(first, ['n', 'no', 'numero', 'number']);
}

function isPopulation({ value, text: written }: FigureOf<'number'>, place: Place): boolean {
  const { around, roles, concepts, fil } = place;
  const noun = findNoun(around);
  if (isOneOf(noun, roles.noms.population)) return true;
  if (around.before.slice(0, 4).some((word) => isOneOf(word, roles.devant.population))) return true;
  if (value < 1000) return false;
  const money = MONEY.some((concept) => concepts.has(concept)) || concepts.has('remuneration-membres');
  // « 85k, quelle taille ? », « 81 500 c'est quoi comme taille »; in a thread, « pardon, 78 000 », or « 85 000 » alone.
  if (fil && !fil.mission && (fil.population !== undefined || (!fil.montants && !/\p{L}/u.test(place.text))))
    return true;
  return !money && (concepts.has('taille') || (concepts.has('population') && /k$/i.test(written))) && !isNamed(place);
}

/** A size is named in the words: the number beside it is what somebody claims of it. */
function isNamed({ text, roles }: Place): boolean {
  return roles.devant.taille.some((word) => word.length > 1 && new RegExp(`\\b${word} ?[1-9]\\b`, 'iu').test(text));
}

function toSign({ start }: ReadFigure, text: string): 1 | -1 {
  return /(?:^|[^\p{L}\p{N}])[-−–]\s?$/u.test(text.slice(0, start)) ? -1 : 1;
}

function readAmount(euros: number, { around, roles, stem, fil }: Place, draft: Draft): void {
  if (euros === 0) return;
  const role = findNearestRole(around, roles.montants, stem) ?? findReplaced(fil);
  if (role === undefined) draft.faits.montants = [...(draft.faits.montants ?? []), toCentimes(euros)];
  else draft.mission[role] = toCentimes(euros);
}

/** In a thread about one part of a mission, « et si c'était 20 000 ? » replaces it. */
function findReplaced(fil: Faits | undefined): 'fixe' | 'variable' | undefined {
  if (fil?.mission?.variable !== undefined) return 'variable';
  return fil?.mission?.fixe === undefined ? undefined : 'fixe';
}

function readPercent({ value }: FigureOf<'percent'>, { around, roles, stem, fil }: Place, draft: Draft): void {
  const role = findNearestRole(around, { taux: roles.taux }, stem);
  if ((role === 'taux' || fil?.mission?.variable !== undefined) && value <= 100)
    draft.mission.taux = { num: Math.round(value * 100), den: 10_000 };
  else draft.faits.pourcents = [...(draft.faits.pourcents ?? []), value];
}

function readDuration(figure: FigureOf<'duration'>, { text, around, roles, stem }: Place, draft: Draft): void {
  const { amount, unit, end } = figure;
  const months = unit === 'ans' ? amount * 12 : amount;
  if ((unit !== 'ans' && unit !== 'mois') || !Number.isInteger(months)) return;
  const after = dropAccents(text.slice(end, end + 40).toLowerCase()).trimStart();
  const fromSignature = roles.apresSignature.some((words) => after.startsWith(dropAccents(words)));
  const starts = findNearestRole(around, { demarrage: roles.dates.demarrage }, stem);
  if (fromSignature && starts) draft.mission.demarrageMois = months;
  else draft.faits.durees = [...(draft.faits.durees ?? []), months];
}

/** Gives a date to the event named nearest to it; else, after « en », « au »…, it is the day whose law is asked. */
function readDate(figure: FigureOf<'date'>, { around, roles, stem, fil }: Place, draft: Draft): void {
  const near = around.before.slice(0, 2);
  const replaces = fil?.signature !== undefined && figure.precision === 'day';
  const event = findNearestRole(around, roles.dates, stem) ?? (replaces ? 'signature' : undefined);
  const asked =
    near.length === 0 ||
    isOneOf(near[0], roles.jourApprecie) ||
    isOneOf(near[0], roles.apres) ||
    /^(?:le|la|en|au|in|on|the)\b/i.test(figure.text);
  const { from, to } = toThreadYear(figure, fil);
  if (to < FIRST_DAY || from > LAST_DAY) {
    // A year in passing (« la loi de 2009 ») is no input; « en 1999 » is the day asked about.
    const isAsked = asked && (figure.precision === 'day' || isOneOf(near[0], ['en', 'in']));
    if (event !== undefined || isAsked) draft.problems.push(toOutOfTime(figure));
  } else if (near.some((word) => isOneOf(word, roles.avant))) {
    // « adhéré avant le 30 septembre » bounds an event and dates nothing; « avant mars 2022 » asks about the eve.
    if (event === undefined) draft.periode = { from: addDays(from, -1), to: addDays(from, -1) };
  } else if (event === 'signature') draft.faits.signature ??= { from, to };
  else if (event === 'projetDepose') draft.faits.projetDepose ??= from;
  else if (event === 'renouvellement') draft.faits.renouvellement ??= from;
  else if (event === 'demarrage') draft.mission.demarrage ??= from;
  else if (event === 'deploiement') draft.mission.deploiement ??= from;
  else if (asked) draft.periode = { from, to };
}

/** A day without a year, in a thread about a contract, is of the year of its signature. */
function toThreadYear({ from, to, note }: FigureOf<'date'>, fil: Faits | undefined): Periode {
  if (note !== 'vague' || !fil?.signature || from !== to) return { from, to };
  const { month, day } = toParts(from);
  const moved = findCalendarDate(toParts(fil.signature.from).year, month, day);
  return moved ? { from: moved, to: moved } : { from, to };
}

/** Money given without a mission's name goes to the only mission named, or stays apart. */
function finish({ faits: said, mission }: Draft, missions: readonly string[]): Faits {
  const [population] = said.populations ?? [];
  const faits = population === undefined ? said : { ...said, population };
  const named = missions.length > 0 ? Object.fromEntries(missions.map((code) => [code, {}])) : undefined;
  const [only, ...others] = missions;
  if (Object.keys(mission).length === 0) return named ? { ...faits, missions: named } : faits;
  if (only && others.length === 0) return { ...faits, missions: { [only]: mission }, mission };
  return { ...faits, ...(named ? { missions: named } : {}), mission };
}

function toEcho({ text, start, end }: ReadFigure): MessageArg {
  return { kind: 'question', text, start, end };
}
