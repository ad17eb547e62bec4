import { toParts } from '#corpus/law/calendar-date.ts';
import type { ReadFigure } from '#corpus/law/read-figures.ts';
import type { CorpusPassage } from '#corpus/load-corpus.ts';
import type { Retriever, SearchOptions } from '#corpus/retrieval/retrieve.ts';
import { describeFigures, describePassage, type FigureClues } from './describe-passage.ts';
import type { Enonce } from './enonce.ts';
import type { DivergenceFinder } from './find-divergence.ts';
import type { NameFinder } from './find-named.ts';
import type { FitMeasure } from './measure-fit.ts';
import { setAsidePast } from './set-aside-past.ts';
import type { Situation } from './situate/situation.ts';
import { type Abstention, computeProbability, readIndices } from './weigh-answer.ts';
import { asksEvolution, isPast, wantsPast, weighTime } from './weigh-time.ts';

/** A passage that speaks of the question, best first. */
export type Found = {
  readonly passage: CorpusPassage;
  readonly score: number;
  /** Between 0 and 1: how much of the question the passage really covers. */
  readonly confidence: number;
  /** Themes of the passage that the question names. */
  readonly themes: readonly string[];
  /** Share of the subjects named that the passage has, 0 to 1. */
  readonly coverage: number;
  /** A proposal, or a rule that was not (or no longer) in force on the day asked. */
  readonly past: boolean;
  /** How many figures of the question it holds too. */
  readonly sharedFigures: number;
  /** 0 when nothing names it; else up to 1, by how few passages the name leaves. */
  readonly named: number;
  /** How likely it is to answer the question, calibrated on questions that the corpus answers and does not. */
  readonly probability: number;
};

/** A passage found, before what it is worth as an answer is weighed. */
export type Unweighed = Omit<Found, 'probability'>;

/** What retrieval needs besides the question. */
export type Bibliotheque = {
  readonly retriever: Retriever;
  /** Vector of a question by a model elsewhere, when there is one and it answers in time. */
  readonly embedQuestion?: ((text: string) => Promise<Float32Array | undefined>) | undefined;
  readonly passages: ReadonlyMap<string, CorpusPassage>;
  /** Rarity of each theme among passages, 0 to 1. */
  readonly themeWeights: ReadonlyMap<string, number>;
  readonly findNamed: NameFinder;
  readonly measureFit: FitMeasure;
  readonly abstention: Abstention;
  /** Whether two passages give different values for the same thing. */
  readonly findDivergence: DivergenceFinder;
  /** Whether two énoncés say nearly the same thing. */
  readonly isSimilar: (a: Enonce, b: Enonce) => boolean;
};

/** How much each clue adds to the fused score of the text views (in their standard deviations). */
const WEIGHTS = {
  /** Each theme that the question names, by its rarity. */
  theme: 1.8,
  /** When the passage has every subject the question names, in proportion; when it has none. */
  coverage: 3,
  beside: -1.5,
  /** Its text or its article is named, by the square of how few passages the name leaves. */
  named: 16,
  confidence: 3,
  /** Each figure of the question that it holds too. */
  figure: 1.2,
  /** It names the avenant that is asked about. */
  avenant: 1,
  /** It speaks of one size, and another is asked about. */
  otherTaille: -4,
  /** It holds the kind of figure that is asked for (an amount, a day or a length). */
  wanted: 0.8,
  /** It gives somebody's position, when positions are asked. */
  opinion: 2.5,
};
/** Passages whose figures are compared with those of the question: reading them all would be slow. */
const READ = 40;
/** Themes too general to tell passages apart. */
const GENERAL = new Set([
  'aci',
  'avenant',
  'cpts',
  'taille',
  'population',
  'montant',
  'financement',
  'mission',
  'contrat',
]);

/** Themes of nearly every question. */
const EVERYWHERE = new Set(['aci', 'cpts']);

/**
 * Passages for a question: text views fused by the retriever, then what the question names (themes, figures, years);
 * what is no longer (or never was) the rule steps back unless history is asked or the question quotes its figures.
 * @param remote vector of the search text by a model elsewhere, from {@link embedSearch}
 */
export function retrievePassages(
  text: string,
  situation: Situation,
  bibliotheque: Bibliotheque,
  k: number,
  remote?: Float32Array,
): readonly Found[] {
  const { measureFit, abstention } = bibliotheque;
  return rankPassages(text, situation, bibliotheque, { k: READ, ...(remote && { remote }) }, k).map((found) => ({
    ...found,
    probability: computeProbability(readIndices(text, situation, found, measureFit), abstention),
  }));
}

/** Asks the model elsewhere, when there is one, for the vector of what is searched. */
export async function embedSearch(
  text: string,
  situation: Situation,
  { embedQuestion }: Pick<Bibliotheque, 'embedQuestion'>,
): Promise<Float32Array | undefined> {
  return embedQuestion?.(toSearchText(text, situation));
}

/** The words of the question; those of a follow-up leave the subject unsaid. */
function toSearchText(text: string, { suite, sujets }: Situation): string {
  return suite ? `${text} ${sujets}` : text;
}

function rankPassages(
  text: string,
  situation: Situation,
  bibliotheque: Bibliotheque,
  options: SearchOptions,
  k: number,
): readonly Unweighed[] {
  const { retriever, passages } = bibliotheque;
  const { asOf, concepts, figures } = situation;
  const subjects = listSubjects(situation, bibliotheque);
  const named = findNamedThen(text, situation, bibliotheque);
  const boost = boostPassages(named, subjects, situation, bibliotheque);
  const asked = describeFigures(figures.filter((figure) => !isOwnFact(figure, situation)));
  // « en 2026 », said in 2026, is today and not a year of history.
  const years = new Set([...describeFigures(figures).years].filter((year) => year !== toParts(situation.today).year));
  const found = retriever
    .search(toSearchText(text, situation), { ...options, boost })
    .flatMap(({ id, score, confidence }): Unweighed[] => {
      const passage = passages.get(id);
      // What contracts of later years say held for none before.
      const tooLate = passage?.statut === 'releve-local' && (passage.valideDu ?? asOf) > asOf;
      if (!passage || tooLate) return [];
      const themes = passage.themes.filter((theme) => concepts.has(theme));
      const clues = describePassage(passage);
      const sharedFigures = [...asked.keys].filter((key) => clues.keys.has(key)).length;
      const weight =
        WEIGHTS.confidence * confidence +
        WEIGHTS.figure * sharedFigures +
        weighClues(clues, situation) +
        (themes.includes('opinion') ? WEIGHTS.opinion : 0) +
        weighTime(passage, years, sharedFigures, situation);
      const coverage = computeCoverage(passage, subjects);
      return [
        {
          passage,
          score: score + weight,
          confidence,
          themes,
          coverage,
          past: isPast(passage, situation),
          sharedFigures,
          named: named.get(id) ?? 0,
        },
      ];
    });
  const sorted = found.sort((a, b) => b.score - a.score || (a.passage.id < b.passage.id ? -1 : 1));
  // What changed is told of rules: a proposal never was one.
  const told = asksEvolution(situation) && !concepts.has('proposition') ? sorted.filter(isRule) : sorted;
  if (wantsPast(years, situation)) return told.slice(0, k);
  const toReplacement = (over: Unweighed) => {
    const passage = passages.get(over.passage.remplacePar ?? '');
    if (passage === undefined) return undefined;
    const themes = passage.themes.filter((theme) => concepts.has(theme));
    return { ...over, passage, themes, past: isPast(passage, situation), sharedFigures: 0 };
  };
  return setAsidePast(sorted, toReplacement).slice(0, k);
}

/** Subjects that tell passages apart; the general ones when the question names no other. */
function listSubjects({ concepts }: Situation, { themeWeights }: Bibliotheque): readonly string[] {
  const themes = [...concepts].filter((concept) => themeWeights.has(concept));
  const specific = themes.filter((theme) => !GENERAL.has(theme));
  return specific.length > 0 ? specific : themes.filter((theme) => !EVERYWHERE.has(theme));
}

function computeCoverage({ themes }: CorpusPassage, subjects: readonly string[]): number {
  if (subjects.length === 0) return 0;
  return subjects.filter((subject) => themes.includes(subject)).length / subjects.length;
}

function isRule({ passage, sharedFigures }: Unweighed): boolean {
  return passage.statut !== 'proposition' || sharedFigures > 0;
}

/** Passages asked for by name; « avant l'avenant 2 » names a day, and no text that held on it. */
function findNamedThen(
  text: string,
  { asOf }: Situation,
  { findNamed, passages }: Bibliotheque,
): ReadonlyMap<string, number> {
  const named = [...findNamed(text)];
  return new Map(named.filter(([id]) => (passages.get(id)?.texte.enVigueurDu ?? asOf) <= asOf));
}

function boostPassages(
  named: ReadonlyMap<string, number>,
  subjects: readonly string[],
  { concepts }: Situation,
  { passages, themeWeights }: Bibliotheque,
): ReadonlyMap<string, number> {
  const boost = new Map<string, number>();
  for (const passage of passages.values()) {
    let rarity = 0;
    for (const theme of passage.themes) if (concepts.has(theme)) rarity += themeWeights.get(theme) ?? 0;
    const coverage = computeCoverage(passage, subjects);
    const beside = subjects.length > 0 && coverage === 0 && !named.has(passage.id) ? WEIGHTS.beside : 0;
    const name = WEIGHTS.named * (named.get(passage.id) ?? 0) ** 2;
    const total = WEIGHTS.theme * rarity + WEIGHTS.coverage * coverage + beside + name;
    if (total !== 0) boost.set(passage.id, total);
  }
  return boost;
}

/** What the figures of a passage say of its fitness: the avenant, the size and the kind of figure asked about. */
function weighClues({ avenants, tailles, kinds }: FigureClues, { concepts, faits, faitsDits }: Situation): number {
  const named = faitsDits.avenants?.some((numero) => avenants.has(numero)) ? WEIGHTS.avenant : 0;
  const [only, ...others] = tailles;
  const asked = faits.tailles ?? [];
  const elsewhere = only !== undefined && others.length === 0 && asked.length > 0 && !asked.includes(only);
  return named + (elsewhere ? WEIGHTS.otherTaille : 0) + (isWanted(kinds, concepts) ? WEIGHTS.wanted : 0);
}

/** « Combien » wants an amount or a count, « quand » a day or a length. */
function isWanted(kinds: FigureClues['kinds'], concepts: ReadonlySet<string>): boolean {
  if (concepts.has('q-combien')) return kinds.has('amount') || kinds.has('number');
  return (concepts.has('q-quand') || concepts.has('delai')) && (kinds.has('date') || kinds.has('duration'));
}

/** What the asker says of her own community is an input, not something she read. */
function isOwnFact(figure: ReadFigure, { faitsDits }: Situation): boolean {
  if (figure.kind === 'number') {
    const { populations = [], populationBornee, membres } = faitsDits;
    return [...populations, populationBornee?.habitants, membres].includes(figure.value);
  }
  if (figure.kind !== 'date') return false;
  return figure.from === faitsDits.signature?.from || figure.from === faitsDits.projetDepose;
}
