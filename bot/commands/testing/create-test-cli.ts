import { fileURLToPath } from 'node:url';
import { COMMANDS } from '#bot/cli.ts';
import { openStore } from '#bot/store/open-sqlite-store.ts';
import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import type { Io } from '../command.ts';
import { loadReferentiel } from '../load-referentiel.ts';
import { runCommandLine } from '../run-command-line.ts';

/** What a run wrote, with its exit code; no-break spaces are made plain, so that tests can be read. */
export type CliRun = {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  /** What was written in files, as it is, by name. */
  readonly written: Readonly<Record<string, string>>;
};

/** Day on which the tests are read: the one of the validated questions. */
const TODAY = '2026-11-21' as CalendarDate;

/**
 * Runs the commands in this process on the real data, with a fixed day and files given by name.
 * @param edges.saved    where the new text files that a command writes go, by path
 * @param edges.assembly what answers questions and searches, for the commands that need it
 */
export function createTestCli(
  files: Readonly<Record<string, string | Uint8Array>> = {},
  {
    saved = new Map(),
    assembly = () => fail('assembly'),
    dataDir = '/nowhere',
    ...terminal
  }: Partial<Pick<Io, 'errIsTerminal' | 'modelSettings' | 'assembly' | 'dataDir'>> & {
    readonly saved?: Map<string, string>;
  } = {},
) {
  const referentiel = loadReferentiel(fileURLToPath(new URL('../../..', import.meta.url)));
  function find(path: string): Buffer {
    const bytes = files[path];
    if (bytes === undefined) throw new Error(`ENOENT ${path}`);
    return Buffer.from(bytes as Uint8Array);
  }
  return async function run(...args: readonly string[]): Promise<CliRun> {
    const streams = { out: '', err: '' };
    const written: Record<string, string> = {};
    function append(stream: keyof typeof streams, text: string): void {
      streams[stream] += text;
    }
    const code = await runCommandLine(args, COMMANDS, {
      ...terminal,
      out: (text) => append('out', text),
      err: (text) => append('err', text),
      log: () => {},
      today: TODAY,
      readFile: (path) => find(path).toString(),
      readBytes: find,
      openOutput(path) {
        let text = '';
        return {
          write(more) {
            text += more;
          },
          close() {
            written[path] = text;
          },
          abandon: () => {},
        };
      },
      // Bytes are kept one character each.
      writeFile(path, text) {
        if (files[path] !== undefined || saved.has(path)) throw Object.assign(new Error('exists'), { code: 'EEXIST' });
        saved.set(path, typeof text === 'string' ? text : Buffer.from(text).toString('latin1'));
      },
      referentiel: () => referentiel,
      assembly,
      receipts: () => fail('receipts'),
      openStore: () => openStore(dataDir),
      dataDir,
    });
    return { code, out: toPlain(streams.out), err: toPlain(streams.err), written };
  };
}

/** The calculators need neither the pipeline nor the store. */
function fail(name: string): never {
  throw new Error(`unexpected use of ${name}`);
}

function toPlain(text: string): string {
  return text.replace(/[\u00a0\u202f]/g, ' ');
}
