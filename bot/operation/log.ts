import type { Incident } from '../tell-error.ts';

/** How much is logged: each level holds those before it. */
export const LOG_LEVELS = ['error', 'warn', 'info', 'debug'] as const;

export type LogLevel = (typeof LOG_LEVELS)[number];

/**
 * What a line may tell besides its code: identifiers, names out of closed lists, and measures.
 * There is no place here for a sentence, a name of somebody or an exception.
 */
export type LogFields = {
  readonly team?: string | undefined;
  readonly channel?: string | undefined;
  /** `ts` of the message. */
  readonly ts?: string | undefined;
  readonly work?: string | undefined;
  readonly surface?: string | undefined;
  readonly kind?: string | undefined;
  readonly composer?: string | undefined;
  readonly method?: string | undefined;
  readonly outcome?: string | undefined;
  readonly mode?: string | undefined;
  readonly version?: string | undefined;
  /** sha256 of the data. */
  readonly corpus?: string | undefined;
  readonly parametres?: string | undefined;
  /** How long it took, in milliseconds. */
  readonly ms?: number | undefined;
};

/** The log of a running bot: for the person who runs it, without the words of those who use it. */
export type Log = {
  /** What happens in the ordinary course. */
  readonly note: (code: string, fields?: LogFields, level?: 'info' | 'debug') => void;
  readonly incident: (incident: Incident) => void;
};

/** Where nobody reads a log. */
export const NO_LOG: Log = { note() {}, incident() {} };
