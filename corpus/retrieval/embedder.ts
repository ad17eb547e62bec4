/**
 * Places words in directions of meaning; the direction of a text is the sum of those of its words.
 * The port of the views that work offline; a model elsewhere has a port of its own ({@link TextEmbedder}).
 */
export type Embedder = {
  /** Changes whenever the same word would get another vector: a saved index of another id is rebuilt. */
  readonly id: string;
  /** Length of every vector. */
  readonly dimension: number;
  /** Unit vector of a word as written (lower case, accents kept); undefined for a word that is not known. */
  vector(word: string): Float32Array | undefined;
  /** How far the vector of a word is to be trusted, 0 (not known) to 1 (seen very often). */
  trust(word: string): number;
};
