import { type Logger, LogLevel } from '@slack/bolt';

/**
 * Where Bolt says what goes wrong. Only its errors are noted: its warnings tell what we deal with ourselves, its other
 * lines hold the words of people, or tokens.
 */
export function createLogger(note: (text: string) => void): Logger {
  return {
    debug() {},
    info() {},
    warn() {},
    error(...parts) {
      note(parts.map((part) => (part instanceof Error ? (part.stack ?? part.message) : String(part))).join(' '));
    },
    setLevel() {},
    setName() {},
    getLevel: () => LogLevel.ERROR,
  };
}
