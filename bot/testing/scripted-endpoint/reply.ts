/** A tool call that a script plays; `id` is made when it is not given. */
export type ScriptedCall = { readonly name: string; readonly args: unknown; readonly id?: string };

/** What a model says, well formed; sent whole or streamed, as it was asked for. */
export type SpokenReply =
  | { readonly kind: 'text'; readonly text: string }
  /** An object, written as JSON in the content. */
  | { readonly kind: 'draft'; readonly draft: unknown }
  | { readonly kind: 'calls'; readonly calls: readonly ScriptedCall[]; readonly text?: string }
  | { readonly kind: 'refusal'; readonly text: string }
  /** Cut short: `finish_reason` is `length`. */
  | { readonly kind: 'truncated'; readonly text: string }
  /** Stopped by the filter of the endpoint. */
  | { readonly kind: 'filtered'; readonly text?: string };

/** What a sick endpoint, or none at all, sends. */
export type FaultReply =
  /** An error as the API shapes it; `headers` may hold Retry-After or Location. */
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly message?: string;
      readonly code?: string;
    }
  /** A body as it is: HTML, broken JSON, nothing. */
  | { readonly kind: 'body'; readonly body: string; readonly contentType?: string; readonly status?: number }
  /** A well-formed beginning, then this many bytes of content. */
  | { readonly kind: 'huge'; readonly bytes: number; readonly compressed?: boolean }
  /** Content without end. */
  | { readonly kind: 'endless' }
  /** One byte of a right answer every so often. */
  | { readonly kind: 'drip'; readonly text: string; readonly everyMs: number }
  /** The headers of an answer, and then nothing. */
  | { readonly kind: 'hang'; readonly headers?: boolean }
  /** The connection is cut; after some bytes when `late`. */
  | { readonly kind: 'reset'; readonly late?: boolean };

/** One vector a text, in order. */
export type VectorsReply = { readonly kind: 'vectors'; readonly vectors: readonly (readonly number[])[] };

/** What the endpoint answers, at once or after `afterMs` milliseconds. */
export type Reply = (SpokenReply | FaultReply | VectorsReply) & { readonly afterMs?: number };
