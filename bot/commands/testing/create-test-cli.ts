import { fileURLToPath } from 'node:url';
import { COMMANDS } from '#bot/cli.ts';
import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import { loadReferentiel } from '../load-referentiel.ts';
import { runCommandLine } from '../run-command-line.ts';

/** What a run wrote, with its exit code; no-break spaces are made plain, so that tests can be read. */
export type CliRun = { readonly code: number; readonly out: string; readonly err: string };

/** Day on which the tests are read: the one of the validated questions. */
const TODAY = '2026-11-21' as CalendarDate;

/** Runs the commands in this process on the real data, with a fixed day and files given by name. */
export function createTestCli(files: Readonly<Record<string, string | Uint8Array>> = {}) {
  const referentiel = loadReferentiel(fileURLToPath(new URL('../../..', import.meta.url)));
  return async function run(...args: readonly string[]): Promise<CliRun> {
    const written = { out: '', err: '' };
    function append(stream: keyof typeof written, text: string): void {
      written[stream] += text;
    }
    const code = await runCommandLine(args, COMMANDS, {
      out: (text) => append('out', text),
      err: (text) => append('err', text),
      log: () => {},
      today: TODAY,
      readFile(path) {
        const text = files[path];
        if (typeof text !== 'string') throw new Error(`ENOENT ${path}`);
        return text;
      },
      readBytes(path) {
        const file = files[path];
        if (file === undefined) throw new Error(`ENOENT ${path}`);
        return typeof file === 'string' ? new TextEncoder().encode(file) : file;
      },
      referentiel: () => referentiel,
      assembly: () => fail('assembly'),
      receipts: () => fail('receipts'),
      dataDir: '/nowhere',
    });
    return { code, out: toPlain(written.out), err: toPlain(written.err) };
  };
}

/** The calculators need neither the pipeline nor the store. */
function fail(name: string): never {
  throw new Error(`unexpected use of ${name}`);
}

function toPlain(text: string): string {
  return text.replace(/[\u00a0\u202f]/g, ' ');
}
