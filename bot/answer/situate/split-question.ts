import type { Comprehension } from './situate.ts';

/** Parts answered at most: beyond, it is a text, not a question. */
const MOST = 4;
/** Fewest words of a part: « c'est vrai ? » is not a question by itself. */
const FEWEST_WORDS = 2;

/**
 * Cuts several questions asked at once (« … ? … ? », « 1) … 2) … »), when each has a subject of its own.
 * @returns at least the text itself; a part keeps its place, spaces standing for the rest, so that the positions of its
 *          figures stay those of the whole
 */
export function splitQuestion(
  text: string,
  { detectConcepts, concepts }: Pick<Comprehension, 'detectConcepts' | 'concepts'>,
): readonly [string, ...string[]] {
  const pieces = [...text.matchAll(/(?:[^?\n;]|;(?!\s))+(?:[?;]+|\n+|$)/gu)]
    .flatMap(({ index, 0: piece }) => cutNumbered(piece, index))
    .filter(({ piece }) => /\p{L}/u.test(piece));
  const subjects = pieces.map(({ piece }) => listSubjects(detectConcepts(piece), concepts));
  const whole: readonly [string] = [text];
  const asked = pieces.every(({ piece, numbered }) => numbered || piece.trimEnd().endsWith('?'));
  if (pieces.length < 2 || pieces.length > MOST || !asked) return whole;
  if (subjects.some((own) => own.length === 0)) return whole;
  // Parts that speak of the same things are one question, told at length.
  const repeated = subjects.some((own, index) =>
    subjects.slice(0, index).some((other) => own.every((id) => other.includes(id))),
  );
  const short = pieces.some(({ piece }) => piece.trim().split(/\s+/).length < FEWEST_WORDS);
  if (repeated || short) return whole;
  const [first, ...others] = pieces.map(({ piece, index }) => ' '.repeat(index) + piece);
  return first === undefined ? whole : [first, ...others];
}

type Piece = { readonly piece: string; readonly index: number; readonly numbered: boolean };

/** « 1) … 2) … » on one line. */
function cutNumbered(piece: string, index: number): readonly Piece[] {
  const starts = [...piece.matchAll(/(?:^|\s)\(?[1-9a-d]\s?[).](?=\s)/gu)].map((match) => match.index);
  if (starts.length < 2) return [{ piece, index, numbered: false }];
  return starts.map((start, rank) => {
    const cut = piece.slice(start, starts[rank + 1] ?? piece.length);
    const mark = /^\s?\(?[1-9a-d]\s?[).]/u.exec(cut)?.[0].length ?? 0;
    return { piece: cut.slice(mark), index: index + start + mark, numbered: true };
  });
}

/** Subjects that make a question by themselves: words of the field that are not in every one. */
function listSubjects(found: readonly string[], { concepts }: Comprehension['concepts']): readonly string[] {
  return found.filter((id) => ['sujet', 'mission'].includes(concepts[id]?.genre ?? '') && !GENERAL.has(id));
}

const GENERAL = new Set(['cpts', 'aci', 'taille', 'population', 'membres', 'montant', 'mission']);
