import { type CalendarDate, FIRST_DAY } from '#corpus/law/calendar-date.ts';
import { type ReadFigure, readFigures } from '#corpus/law/read-figures.ts';
import { STATUTS_COURANTS } from '#corpus/law/statut.ts';
import type { CorpusPassage } from '#corpus/load-corpus.ts';
import type { Retriever } from '#corpus/retrieval/retrieve.ts';
import type { Enonce } from './enonce.ts';
import { toValue } from './license-text.ts';
import type { Situation } from './situate/situation.ts';

/** A passage that speaks of the question, best first. */
export type Found = {
  readonly passage: CorpusPassage;
  readonly score: number;
  /** Between 0 and 1: how much of the question the passage really covers. */
  readonly confidence: number;
  /** Themes of the passage that the question names. */
  readonly themes: readonly string[];
  /** A proposal, or a rule that was not (or no longer) in force on the day asked. */
  readonly past: boolean;
  /** How many figures of the question it holds too. */
  readonly sharedFigures: number;
};

/** What retrieval needs besides the question. */
export type Bibliotheque = {
  readonly retriever: Retriever;
  readonly passages: ReadonlyMap<string, CorpusPassage>;
  /** Rarity of each theme among passages, 0 to 1. */
  readonly themeWeights: ReadonlyMap<string, number>;
  /** Whether two énoncés say nearly the same thing. */
  readonly isSimilar: (a: Enonce, b: Enonce) => boolean;
};

/** How much each clue adds to the fused score of the text views (in their standard deviations). */
const WEIGHTS = {
  theme: 1.8,
  /** When the passage has every subject the question names. */
  coverage: 2,
  /** When it has none of them. */
  beside: -1.5,
  confidence: 2,
  figure: 1.2,
  /** It names the avenant that is asked about. */
  avenant: 1,
  /** It holds the kind of figure that is asked for (an amount, a day or a length). */
  wanted: 0.8,
  /** It gives somebody's position, when positions are asked. */
  opinion: 2.5,
  year: 1.6,
  otherYear: -1,
  past: -2.5,
  outOfTime: -1.5,
  /** It was the rule on the past day that is asked about. */
  ruleThen: 2,
  /** It defines or tells, when no amount or day is asked; a gap is then a poor answer. */
  gap: -1,
  /** For each year after 2020. */
  recent: 0.12,
};
/** Themes too general to tell passages apart. */
const GENERAL = new Set(['avenant', 'cpts', 'taille', 'population', 'montant', 'financement', 'mission', 'contrat']);
/** Passages whose figures are compared with those of the question: reading them all would be slow. */
const READ = 40;
/** Concepts that show that history is wanted, besides the question's own date. */
const HISTORY = ['q-histoire', 'proposition', 'negociation', 'opinion', 'syndicats', 'personnes'];

/**
 * Passages for a question: text views fused by the retriever, then what the question names (themes, figures, years);
 * what is no longer (or never was) the rule steps back unless history is asked or the question quotes its figures.
 */
export function retrievePassages(
  text: string,
  situation: Situation,
  bibliotheque: Bibliotheque,
  k: number,
): readonly Found[] {
  const { retriever, passages, themeWeights } = bibliotheque;
  const { concepts, figures } = situation;
  const subjects = [...concepts].filter((concept) => themeWeights.has(concept) && !GENERAL.has(concept));
  const boost = new Map<string, number>();
  for (const passage of passages.values()) {
    const themes = passage.themes.filter((theme) => concepts.has(theme));
    const value = themes.reduce((sum, theme) => sum + (themeWeights.get(theme) ?? 0), 0);
    const covered = subjects.filter((subject) => passage.themes.includes(subject)).length;
    const coverage = subjects.length === 0 ? 0 : covered / subjects.length;
    const beside = subjects.length > 0 && covered === 0 ? WEIGHTS.beside : 0;
    const total = WEIGHTS.theme * value + WEIGHTS.coverage * coverage + beside;
    if (total !== 0) boost.set(passage.id, total);
  }
  const keys = toFigureKeys(figures);
  const years = listYears(figures);
  const avenants = situation.faitsDits.avenants ?? [];
  const found = retriever.search(text, { k: READ, boost }).flatMap(({ id, score, confidence }): Found[] => {
    const passage = passages.get(id);
    if (!passage) return [];
    const themes = passage.themes.filter((theme) => concepts.has(theme));
    const own = describe(passage);
    const sharedFigures = [...keys].filter((key) => own.keys.has(key)).length;
    const adjusted =
      score + WEIGHTS.confidence * confidence + weighTime(passage, own.years, years, sharedFigures, situation);
    const named = avenants.some((numero) => own.avenants.has(numero)) ? WEIGHTS.avenant : 0;
    const wanted =
      named + (isWanted(own, concepts) ? WEIGHTS.wanted : 0) + (themes.includes('opinion') ? WEIGHTS.opinion : 0);
    return [
      {
        passage,
        score: adjusted + wanted + WEIGHTS.figure * sharedFigures,
        confidence,
        themes,
        past: isPast(passage, situation),
        sharedFigures,
      },
    ];
  });
  return found.sort((a, b) => b.score - a.score || (a.passage.id < b.passage.id ? -1 : 1)).slice(0, k);
}

/** « Combien » wants an amount or a count, « quand » a day or a length. */
function isWanted({ kinds }: Description, concepts: ReadonlySet<string>): boolean {
  if (concepts.has('q-combien')) return kinds.has('amount') || kinds.has('number');
  return (concepts.has('q-quand') || concepts.has('delai')) && (kinds.has('date') || kinds.has('duration'));
}

/** Whether the question asks about the past rather than about what holds. */
export function asksHistory({ concepts, asOfReason }: Situation): boolean {
  return asOfReason === 'question' || HISTORY.some((concept) => concepts.has(concept));
}

function weighTime(
  passage: CorpusPassage,
  own: ReadonlySet<number>,
  asked: ReadonlySet<number>,
  sharedFigures: number,
  situation: Situation,
): number {
  const { statut, texte } = passage;
  let weight = 0;
  if (asked.size > 0 && own.size > 0)
    weight += [...asked].some((year) => own.has(year)) ? WEIGHTS.year : WEIGHTS.otherYear;
  // Among facts of history (counts, spending) the latest is meant when no year is named.
  if (asked.size === 0 && statut === 'historique') weight += WEIGHTS.recent * (Number(texte.date.slice(0, 4)) - 2020);
  if (statut === 'absent' && !asksFigure(situation)) weight += WEIGHTS.gap;
  if (situation.asOfReason === 'question' || situation.asOfReason === 'option') {
    if (statut === 'expire' && isWithin(passage, situation.asOf)) return weight + WEIGHTS.ruleThen;
    return weight + (isOutOfTime(passage, situation.asOf) ? WEIGHTS.outOfTime : 0);
  }
  if (asksHistory(situation) || [...asked].some((year) => year < Number(situation.asOf.slice(0, 4)))) return weight;
  if ((statut === 'proposition' || statut === 'expire') && sharedFigures === 0) weight += WEIGHTS.past;
  return weight + (isOutOfTime(passage, situation.asOf) ? WEIGHTS.outOfTime : 0);
}

function asksFigure({ concepts }: Situation): boolean {
  return ['q-combien', 'q-quand', 'delai', 'montant', 'q-oui-non'].some((concept) => concepts.has(concept));
}

function isPast(passage: CorpusPassage, { asOf }: Situation): boolean {
  return passage.statut === 'proposition' || (passage.statut === 'expire' && !isWithin(passage, asOf));
}

/** Whether a passage bounded in time held on a day. */
function isWithin({ valideDu, valideJusquau }: CorpusPassage, asOf: CalendarDate): boolean {
  return valideDu !== undefined && valideJusquau !== undefined && valideDu <= asOf && asOf <= valideJusquau;
}

/** A rule whose days do not include the one asked about. */
function isOutOfTime({ valideDu, valideJusquau, statut }: CorpusPassage, asOf: CalendarDate): boolean {
  if (!STATUTS_COURANTS.includes(statut)) return false;
  return (valideDu !== undefined && valideDu > asOf) || (valideJusquau !== undefined && valideJusquau < asOf);
}

type Description = {
  readonly keys: ReadonlySet<string>;
  readonly years: ReadonlySet<number>;
  readonly avenants: ReadonlySet<number>;
  readonly kinds: ReadonlySet<ReadFigure['kind']>;
};

/** What was read of each passage, kept as long as the passage itself. */
const described = new WeakMap<CorpusPassage, Description>();

function describe(passage: CorpusPassage): Description {
  let description = described.get(passage);
  if (!description) {
    const figures = readFigures(passage.corps, FIRST_DAY);
    description = {
      keys: toFigureKeys(figures),
      years: listYears(figures),
      avenants: listAvenants(figures),
      kinds: new Set(figures.map(({ kind }) => kind)),
    };
    described.set(passage, description);
  }
  return description;
}

/** Figures worth recognising, as keys « unit:value »: amounts, shares, lengths, days, counts. Small counts stand everywhere. */
function toFigureKeys(figures: readonly ReadFigure[]): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const figure of figures) {
    if (figure.kind === 'date' && figure.precision !== 'day' && figure.precision !== 'month') continue;
    if (figure.kind === 'number' && figure.value < 10) continue;
    if (figure.kind === 'ordinal' || figure.kind === 'roman' || figure.kind === 'bad-date') continue;
    const { value, unit } = toValue(figure);
    keys.add(`${unit === 'habitants' ? 'nombre' : unit}:${value}`);
  }
  return keys;
}

/** Numbers of the avenants named: « avenant 1 » is not « avenant 2 ». */
function listAvenants(figures: readonly ReadFigure[]): ReadonlySet<number> {
  return new Set(
    figures.flatMap((figure) =>
      'value' in figure && typeof figure.value === 'number' && figure.before === 'avenant' ? [figure.value] : [],
    ),
  );
}

function listYears(figures: readonly ReadFigure[]): ReadonlySet<number> {
  return new Set(figures.flatMap((figure) => (figure.kind === 'date' ? [Number(figure.from.slice(0, 4))] : [])));
}
