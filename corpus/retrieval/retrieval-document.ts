/** What the retriever indexes: a passage of the corpus, a page of an imported text, whatever has an id and words. */
export type RetrievalDocument = {
  readonly id: string;
  readonly titre: string;
  readonly corps: string;
  /** Words a reader would search with and that the text itself does not use. */
  readonly motsCles?: readonly string[];
  /** Ids of concepts; their words (`crises-sanitaires`) are indexed with the keywords. */
  readonly themes?: readonly string[];
  /** Headings of the body, which holds them too: indexed a second time, like the keywords. */
  readonly intertitres?: readonly string[];
};
