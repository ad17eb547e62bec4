/**
 * An error that must not happen in normal use: a broken file, a wrong call, a breach of the rule of figures.
 * `message` says where, what was found and what was expected; `remedy` says what to do. Both are in French:
 * they are read by the person who installs the bot.
 */
export class BotError extends Error {
  /** Stable code, for callers and logs: `ERR_…`. */
  readonly code: string;
  /** What to do about it, one sentence. */
  readonly remedy: string;

  constructor(code: string, message: string, remedy: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'BotError';
    this.code = code;
    this.remedy = remedy;
  }
}
