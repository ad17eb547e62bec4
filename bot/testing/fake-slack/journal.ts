import type { Changes } from './changes.ts';
import type { Markup } from './content/find-markups.ts';

/** A call the bot made, of the Web API or of a response URL. */
export type Call = {
  readonly method: string;
  readonly args: Readonly<Record<string, unknown>>;
  /** When it was answered, by the clock of the fake. */
  readonly at: number;
  /** HTTP status of the reply; undefined when the connection was cut instead. */
  readonly status: number | undefined;
  readonly result: unknown;
};

/** Special sequence of a message or a view that was shown: mention, channel or link; a view goes by its identifier and its hash. */
export type ShownMarkup = Markup & { readonly channel: string; readonly ts: string };

/** What was seen of the bot. */
export type Journal = {
  readonly violations: string[];
  readonly calls: Call[];
  readonly markups: ShownMarkup[];
  /** Repeated posts that were recognised by their `client_msg_id`. */
  deduplicated: number;
  /** Connections and requests refused while Slack was down. */
  refused: number;
  violate(sentence: string): void;
  record(call: Call): void;
  countRefused(): void;
};

/** Starts an empty journal. */
export function createJournal(changes: Changes): Journal {
  const [violations, calls]: [string[], Call[]] = [[], []];
  const journal: Journal = {
    violations,
    calls,
    markups: [],
    deduplicated: 0,
    refused: 0,
    violate(sentence) {
      violations.push(sentence);
      changes.changed();
    },
    record(call) {
      calls.push(call);
      changes.changed();
    },
    countRefused() {
      journal.refused += 1;
      changes.changed();
    },
  };
  return journal;
}
