import { pino, stdTimeFunctions } from 'pino';
import type { Log, LogFields, LogLevel } from './log.ts';

/** A defect of ours; what Slack, a model or the disk did is no more than a warning. */
const DEFECT = 'ERR_INTERNE';

/**
 * Builds a log in JSON lines: `level`, `time` (ISO, UTC), `code`, then identifiers and measures.
 * @param write takes a whole line, its end included
 */
export function createLog(level: LogLevel, write: (line: string) => void): Log {
  const logger = pino(
    { level, base: null, timestamp: stdTimeFunctions.isoTime, formatters: { level: (label) => ({ level: label }) } },
    { write },
  );
  return {
    note(code, fields = {}, at = 'info') {
      logger[at]({ code: toIdentifier(code), ...keepIdentifiers(fields) });
    },
    incident({ code, exception, ...fields }) {
      const at = code === DEFECT ? 'error' : 'warn';
      logger[at]({ code: toIdentifier(code), ...keepIdentifiers(fields), exception });
    },
  };
}

/** What identifiers look like: no blank, nothing of an address or of a sentence. */
const IDENTIFIER = /^[\w.:/-]{1,80}$/;
/** Beginnings of the tokens of Slack and of the keys of models. */
const SECRET = /^(?:xox|xapp|xwfp|sk-)/;

/** Identifiers come from outside too: one that is none is not written. */
function toIdentifier(value: string): string {
  return IDENTIFIER.test(value) && !SECRET.test(value) ? value : '?';
}

function keepIdentifiers(fields: LogFields & { readonly reference?: string }) {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, typeof value === 'string' ? toIdentifier(value) : value]),
  );
}
