/** How an endpoint that calls itself compatible differs from the documented API. */
export type Oddity =
  /** `content` is a list of parts. */
  | 'content-parts'
  /** Identifiers of calls have nine characters. */
  | 'short-call-ids'
  /** Calls have no identifier, and no type. */
  | 'no-call-ids'
  /** Arguments are an object instead of its JSON. */
  | 'object-arguments'
  /** A model that thinks aloud in a field of its own. */
  | 'reasoning-content'
  /** A model that thinks aloud in its answer. */
  | 'thinking-tags'
  /** Fields that the API does not document. */
  | 'extra-fields'
  /** Calls come with `finish_reason` at `stop`. */
  | 'stop-with-calls';

/** What an endpoint cannot do, and how it is odd. */
export type Capabilities = {
  readonly noJsonSchema?: boolean;
  readonly noJsonObject?: boolean;
  readonly noTools?: boolean;
  readonly noStreaming?: boolean;
  /** Tokens are not counted. */
  readonly noUsage?: boolean;
  /** Models cannot be listed. */
  readonly noModels?: boolean;
  /** As reasoning models: no temperature, and another name for the bound of tokens. */
  readonly noSampling?: boolean;
  readonly oddities?: readonly Oddity[];
};
