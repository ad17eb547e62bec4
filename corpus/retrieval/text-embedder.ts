/** A model elsewhere that turns texts into directions of meaning: slower than the offline one, and it may fail. */
export type TextEmbedder = {
  /** Changes whenever the same text would get another vector: vectors kept under another id are made anew. */
  readonly id: string;
  /**
   * One unit vector a text, in order.
   * @throws {BotError} ERR_MODELE_… when the endpoint does not answer as it should
   */
  embed(texts: readonly string[], signal: AbortSignal): Promise<readonly Float32Array[]>;
};
