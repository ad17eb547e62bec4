import { dropAccents, type Token, type Tokenizer } from '#corpus/retrieval/tokenize.ts';
import { createWordNeighbours } from '#corpus/retrieval/word-neighbours.ts';
import type { Concepts } from './donnees.ts';
import { createFormMatcher, type FormMatch } from './match-forms.ts';

/** Finds what a text speaks of: ids of concepts, in order of first appearance. */
export type ConceptDetector = (text: string) => readonly string[];

/** The same concepts, each with its everyday forms among the others. */
export function addCourantes({ concepts }: Concepts): Concepts {
  const all: Concepts['concepts'] = {};
  for (const [id, { courantes = [], ...concept }] of Object.entries(concepts)) {
    all[id] = { ...concept, formes: [...concept.formes, ...courantes] };
  }
  return { concepts: all };
}

/**
 * Builds the plain finder of a vocabulary, which takes words as they are written.
 * A longer form hides the shorter ones it holds (« projet de santé » is not « projet »), question words excepted.
 */
export function createConceptFinder(
  { concepts }: Concepts,
  light: ReadonlySet<string>,
  tokenizer: Tokenizer,
): (tokens: readonly Token[]) => readonly string[] {
  const forms = Object.entries(concepts).flatMap(([id, { formes }]) => formes.map((forme) => [forme, id] as const));
  const matchForms = createFormMatcher(forms, light, tokenizer);

  /** Question words and words read beside the others hide no subject. */
  function isBeside(id: string): boolean {
    return concepts[id]?.genre === 'demande' || concepts[id]?.genre === 'appoint';
  }

  return (tokens) => {
    const all = matchForms(tokens);
    // « on touche quoi » asks how much and still speaks of payments.
    const subjects = all.filter(({ value }) => !isBeside(value));
    const matches = all.filter(({ start, end, value }) => isBeside(value) || !isHidden(start, end, subjects));
    return [...new Set(matches.sort((a, b) => a.start - b.start || b.end - a.end).map(({ value }) => value))];
  };
}

/** Shorter words are too close to too many others to be mended. */
const SHORTEST_MENDED = 5;

/**
 * Builds the detector of a vocabulary, for what people type: familiar writing is read, and
 * a word that nobody knows is read as its nearest neighbour, so that « fonctionement » is understood.
 */
export function createConceptDetector(
  concepts: Concepts,
  familier: readonly { readonly ecrit: readonly string[]; readonly lire: string }[],
  knownWords: Iterable<string>,
  motsLegers: readonly string[],
  tokenizer: Tokenizer,
): ConceptDetector {
  const light = new Set(motsLegers.map(dropAccents));
  const forms = Object.values(concepts.concepts).flatMap(({ formes }) => formes);
  const findConcepts = createConceptFinder(concepts, light, tokenizer);
  const matchFamiliar = createFormMatcher(
    familier.flatMap(({ ecrit, lire }) => ecrit.map((forme) => [forme, lire] as const)),
    new Set(),
    tokenizer,
  );
  const vocabulary = new Set<string>();
  for (const forme of forms) for (const { word } of tokenizer.tokenize(forme)) vocabulary.add(dropAccents(word));
  const known = new Set([...vocabulary, ...[...knownWords].map(dropAccents)]);
  const findNeighbours = createWordNeighbours(vocabulary);

  function mend(token: Token): Token {
    const word = dropAccents(token.word);
    if (token.empty || token.kind === 'whole' || word.length < SHORTEST_MENDED || known.has(word)) return token;
    const [nearest, second] = findNeighbours(word, 2);
    // Two neighbours at the same distance: no reason to prefer one.
    if (!nearest || (second && second.distance === nearest.distance)) return token;
    return tokenizer.tokenize(nearest.word)[0] ?? token;
  }

  return (text) => findConcepts(readFamiliar(tokenizer.tokenize(text), matchFamiliar, tokenizer).map(mend));
}

function isHidden(
  start: number,
  end: number,
  all: readonly { readonly start: number; readonly end: number }[],
): boolean {
  return all.some((other) => other.start <= start && other.end >= end && other.end - other.start > end - start);
}

/** Replaces « c koi » by « c'est quoi » before anything else is read. */
function readFamiliar(
  tokens: readonly Token[],
  match: (tokens: readonly Token[]) => readonly FormMatch[],
  tokenizer: Tokenizer,
): readonly Token[] {
  const replaced: Token[] = [];
  const matches = [...match(tokens)].sort((a, b) => a.start - b.start || b.end - a.end);
  let position = 0;
  for (const { start, end, value } of matches) {
    if (start < position) continue;
    replaced.push(...tokens.slice(position, start), ...tokenizer.tokenize(value));
    position = end;
  }
  return [...replaced, ...tokens.slice(position)];
}
