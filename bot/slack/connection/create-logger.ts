import { type Logger, LogLevel } from '@slack/bolt';

/**
 * Where Bolt says what goes wrong. Only its errors are noted: its warnings tell what we deal with ourselves, its other
 * lines hold the words of people, or tokens.
 * @param note is given the exception; a line without one may quote anything, and is told by the calls that wrote it
 */
export function createLogger(note: (error: unknown) => void): Logger {
  return {
    debug() {},
    info() {},
    warn() {},
    error(...parts) {
      note(parts.find((part) => part instanceof Error) ?? new Error());
    },
    setLevel() {},
    setName() {},
    getLevel: () => LogLevel.ERROR,
  };
}
