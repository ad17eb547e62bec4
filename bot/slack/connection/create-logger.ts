import { type Logger, LogLevel } from '@slack/bolt';
import type { Incident } from '#bot/tell-error.ts';

/**
 * Where Bolt says what goes wrong: the journal, under one code. Its other lines hold the words of people, or tokens,
 * and go nowhere.
 */
export function createLogger(journal: (incident: Incident) => void): Logger {
  function note(...parts: readonly unknown[]): void {
    const exception = parts
      .map((part) => (part instanceof Error ? (part.stack ?? part.message) : String(part)))
      .join(' ');
    journal({ code: 'ERR_SLACK_BOLT', exception });
  }
  return {
    debug() {},
    info() {},
    warn: note,
    error: note,
    setLevel() {},
    setName() {},
    getLevel: () => LogLevel.WARN,
  };
}
