/** A place in a string (UTF-16 offsets, end excluded). */
export type Span = { readonly start: number; readonly end: number };

/** Finds every figure of a text. */
export function findFigures(text: string): readonly Span[] {
  return [...text.matchAll(/\p{N}+/gu)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
}
