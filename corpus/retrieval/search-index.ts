import type { RetrievalIndex } from './build-index.ts';
import type { ExpandedQuery } from './expand-query.ts';
import { fuseViews, type ScoredView, TOP } from './fuse.ts';
import { createMeaningScorer } from './meaning-index.ts';
import { pickTop } from './pick-top.ts';
import { computeMass } from './soft-match.ts';
import { toCentred } from './unit-vector.ts';
import type { VectorView } from './vector-view.ts';

/** What every view says of a question: a fixed part, and what is the same for all documents of the candidates. */
export type ViewResults = {
  /** Documents worth weighing. */
  readonly candidates: readonly number[];
  /** Views to fuse by standardised scores. */
  readonly views: readonly ScoredView[];
  /** What is added as it is, in standard deviations. */
  addition(document: number): number;
  /** Raw scores, for whoever explains or judges a hit. */
  readonly lexical: ScoredView;
  readonly passage?: ScoredView;
  readonly sentence?: ScoredView;
};

/** Weights of the views (see the decision of the views for how they were chosen, and what each is worth). */
const WEIGHTS = {
  stems: 0.5,
  grams: 0.6,
  /** Times how far titles tell documents apart. */
  titleStems: 0.5,
  titleGrams: 0.15,
  titleMeaning: 0.4,
  /** Share of the question's mass found in the title, as it is. */
  titleShare: 1,
  /** What the title shares of the form of the question, as it is. */
  titleForm: 0.6,
  /** Times how far the vocabulary of vectors covers the question. */
  passage: 0.1,
  sentence: 0.75,
  /** Share of the question that the best sentence answers to, as it is. */
  soft: 6,
  names: 0.5,
  remote: 1,
  /** A proper noun or an acronym beside another word. */
  proper: 1.5,
} as const;

/** Documents that each view proposes, and those of them, best first, whose sentences are read. */
const PROPOSED = 60;
const READ = 120;

type Allows = ((document: number) => boolean) | undefined;

/** Asks every view. `remote` has the vectors of the documents by a model elsewhere, and that of the question. */
export function searchViews(
  index: RetrievalIndex,
  query: ExpandedQuery,
  allow: ((id: string) => boolean) | undefined,
  remote: { readonly view: VectorView; readonly vector: Float32Array } | undefined,
): ViewResults {
  const allows = allow && ((document: number) => allow(index.documents[document]?.id ?? ''));
  const terms = query.terms.map(({ stem, weight }) => ({ stem, weight: weight * emphasise(query, stem) }));
  const words = query.groups.flatMap(({ own }) =>
    own === undefined ? [] : [{ word: own.word, weight: emphasise(query, own.stem) }],
  );
  const { lexical, grams, titleWeight } = index;
  const titleTerms = lexical.scoreTitles(terms);
  const stems = toView(lexical.score(terms), WEIGHTS.stems, allows);
  const scored = [
    stems,
    trustReach(toView(grams.score(words), WEIGHTS.grams, allows), grams.computeMass(words)),
    ...(titleWeight === 0
      ? []
      : [
          toView(titleTerms, WEIGHTS.titleStems * titleWeight, allows),
          toView(grams.scoreTitles(words), WEIGHTS.titleGrams * titleWeight, allows),
        ]),
  ];
  const passage = searchPassages(index, query, allow);
  const far = remote && searchVectors(index, remote.view, remote.vector, WEIGHTS.remote, allow);
  const names = index.scoreNames(query.tokens);
  const first = [...scored, ...(passage ? [passage.view] : []), ...(far ? [far] : [])];
  const candidates = pickBest(
    first,
    [...first.flatMap((view) => view.candidates), ...pickTop(names, PROPOSED, allows)],
    (document) => WEIGHTS.names * (names[document] ?? 0),
  );
  const meaning = passage && scoreMeaning(index, passage, candidates);
  const softMatch = index.match(query);
  const share = computeTermMass(query, index);
  const forms = titleWeight === 0 ? undefined : index.scoreForms(query.tokens);
  return {
    candidates,
    views: [...first, ...(meaning ?? [])],
    addition: (document) =>
      WEIGHTS.soft * softMatch(document) +
      (share === 0 ? 0 : (WEIGHTS.titleShare * titleWeight * (titleTerms[document] ?? 0)) / share) +
      WEIGHTS.titleForm * titleWeight * (forms?.[document] ?? 0) +
      WEIGHTS.names * (names[document] ?? 0),
    lexical: stems,
    ...(passage && { passage: passage.view }),
    ...(meaning && { sentence: meaning[0] }),
  };
}

/** The best of the proposed documents by the views that know them all. */
function pickBest(
  views: readonly ScoredView[],
  proposed: readonly number[],
  addition: (document: number) => number,
): readonly number[] {
  const fused = [...fuseViews(views, [...new Set(proposed)])];
  if (fused.length <= READ) return fused.map(([document]) => document);
  const scored = fused.map(([document, score]) => [document, score + addition(document)] as const);
  return scored
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, READ)
    .map(([document]) => document);
}

function emphasise({ proper }: ExpandedQuery, stem: string): number {
  return proper.has(stem) ? WEIGHTS.proper : 1;
}

type Proposal = ScoredView & { readonly candidates: readonly number[] };

function toView(scores: Float32Array, weight: number, allows: Allows): Proposal {
  const candidates = pickTop(scores, PROPOSED, allows);
  const top = candidates.slice(0, TOP).map((document) => scores[document] ?? 0);
  // Documents without any of the words are part of what is ordinary: one document found among many stands out.
  while (top.length < Math.min(TOP, scores.length)) top.push(0);
  return { top, candidates, weight, score: (document) => scores[document] ?? 0 };
}

/**
 * Letters in common with a question of other words (« -ation ») are no match: a view whose best document reaches less
 * than half of what holding every gram would score counts in proportion. Questions that are answered nearly always do.
 */
function trustReach(view: Proposal, mass: number): Proposal {
  const reach = mass === 0 ? 0 : (view.top[0] ?? 0) / mass;
  return { ...view, weight: view.weight * Math.min(1, reach / WHOLE_REACH) };
}

const WHOLE_REACH = 0.5;

type Passage = { readonly view: Proposal; readonly vector: Float32Array; readonly trust: number };

/** The question as a direction among whole passages; undefined without an embedder or a known word. */
function searchPassages(
  index: RetrievalIndex,
  query: ExpandedQuery,
  allow: ((id: string) => boolean) | undefined,
): Passage | undefined {
  const { vectors, tokenizer, lexical } = index;
  if (vectors === undefined) return undefined;
  const { embedder, passages, embed } = vectors;
  const words = tokenizer.contentWords(query.text);
  const vector = embed(words, (word) => embedder.vector(word));
  if (vector === undefined) return undefined;
  let [trusted, total] = [0, 0];
  for (const word of words) {
    const weight = lexical.idf(tokenizer.stem(word));
    total += weight;
    trusted += weight * embedder.trust(word);
  }
  const trust = total === 0 ? 0 : trusted / total;
  return { view: searchVectors(index, passages, vector, WEIGHTS.passage * trust, allow), vector, trust };
}

function searchVectors(
  index: RetrievalIndex,
  view: VectorView,
  vector: Float32Array,
  weight: number,
  allow: ((id: string) => boolean) | undefined,
): Proposal {
  const centred = toCentred(vector, view.centre);
  const neighbours = view.index.search(centred, TOP, allow);
  return {
    top: neighbours.map(({ similarity }) => similarity),
    candidates: neighbours.flatMap(({ id }) => index.positions.get(id) ?? []),
    weight,
    score: (document) => view.index.similarity(centred, index.documents[document]?.id ?? '') ?? 0,
  };
}

/** Best sentence and title by meaning, of the candidates alone: the other views have found them. */
function scoreMeaning(
  { vectors, words, titleWeight }: RetrievalIndex,
  { vector, trust }: Passage,
  candidates: readonly number[],
): readonly [ScoredView, ScoredView] | undefined {
  if (vectors === undefined) return undefined;
  const scorer = createMeaningScorer(words, vectors.meaning, vectors.matrix, vector);
  return [
    rankView(candidates, scorer.scoreSentences, WEIGHTS.sentence * trust),
    rankView(candidates, scorer.scoreTitle, WEIGHTS.titleMeaning * trust * titleWeight),
  ];
}

function rankView(candidates: readonly number[], compute: (document: number) => number, weight: number): ScoredView {
  const scores = new Map(candidates.map((document) => [document, compute(document)]));
  const top = [...scores.values()].sort((a, b) => b - a);
  return { top, weight, score: (document) => scores.get(document) ?? compute(document) };
}

/** What a document that held every word of the question once would weigh. */
function computeTermMass(query: ExpandedQuery, { lexical }: RetrievalIndex): number {
  return query.groups.reduce((sum, group) => sum + computeMass(group, lexical), 0);
}
