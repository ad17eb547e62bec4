import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import type { Assembly } from '../assemble.ts';
import type { ModelSettings } from '../model/find-model-settings.ts';
import type { ReceiptStore } from '../receipts/receipt-store.ts';
import type { Referentiel } from '../render/referentiel.ts';
import type { Store } from '../store/store.ts';
import type { Incident } from '../tell-error.ts';

/** A file being written. */
export type Output = {
  readonly write: (text: string) => void;
  /** Gives the file its name: it is whole. */
  readonly close: () => void;
  /** Leaves nothing behind. */
  readonly abandon: () => void;
};

/** What a command reaches of the world outside; built in cli.ts, replaced in tests. */
export type Io = {
  /** Writes on standard output: the answer, and nothing else. */
  readonly out: (text: string) => void;
  /** Width of the terminal; undefined when the answer goes to a file or a pipe. */
  readonly columns?: number | undefined;
  /** Writes on standard error: what was wrong, notes. */
  readonly err: (text: string) => void;
  /** Keeps what the person is not shown: the exception behind an incident. */
  readonly log: (incident: Incident) => void;
  /** Day of the person who types, in Paris. */
  readonly today: CalendarDate;
  /** Text of a file; throws when it cannot be read. */
  readonly readFile: (path: string) => string;
  /** Writes a new file; throws when one exists under that name, or when it cannot be written. */
  readonly writeFile: (path: string, content: string | Uint8Array) => void;
  /** Bytes of a file, or of standard input for `-`; throws when it cannot be read. */
  readonly readBytes: (path: string) => Uint8Array;
  /** Opens a file to write; throws when it cannot be. */
  readonly openOutput: (path: string) => Output;
  /** Whether somebody watches standard error; progress is told to nobody else. */
  readonly errIsTerminal?: boolean;
  /** Parameters, texts and sentences, loaded at the first call. */
  readonly referentiel: () => Referentiel;
  /** Everything that answers questions, built at the first call; vectors are kept in the folder, when one is given. */
  readonly assembly: (indexFolder?: string) => Assembly;
  /** Where the model is, when one is configured. */
  readonly modelSettings?: ModelSettings | undefined;
  /** Where receipts of answers are kept. */
  readonly receipts: () => ReceiptStore;
  /** Opens what the connected bot keeps. */
  readonly openStore: () => Promise<Store>;
  /** Folder of all that the bot writes. */
  readonly dataDir: string;
};

/** A command of the terminal. */
export type Command = {
  /** How to write it, without figures: it is shown as it is. */
  readonly usage: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** A whole command that works, shown after a refusal. */
  readonly exemple?: string | undefined;
  /**
   * Runs it.
   * @param args what follows the name of the command
   * @returns exit code: 0 for any outcome
   * @throws {UsageError} when the command is not well written (exit 2, see run-command-line.ts)
   */
  run(args: readonly string[], io: Io): Promise<number> | number;
};
