/** How much a word counts in the meaning of a text (its idf on the corpus at hand). */
export type WordWeight = (word: string) => number;

/** Turns texts into directions of meaning. The port of the vector views. */
export type Embedder = {
  /** Changes whenever the same text would get another vector: a saved index of another id is rebuilt. */
  readonly id: string;
  /** Length of every vector. */
  readonly dimension: number;
  /** One unit vector a text, in order; all zeros for a text of which no word is known. */
  embed(texts: readonly string[], weight?: WordWeight): readonly Float32Array[];
  /** Share (0 to 1) of the weight of a text's words that the vocabulary knows. Absent: everything is known. */
  coverage?(text: string, weight?: WordWeight): number;
};
