import type { Assembly } from '../assemble.ts';
import { COMMANDS } from '../cli.ts';
import { runCommandLine } from '../commands/run-command-line.ts';
import { openReceiptStore, type ReceiptStore } from '../receipts/receipt-store.ts';
import { loadTestAssembly, TODAY } from './load-test-assembly.ts';

/** What a command wrote, with its exit code; no-break spaces and apostrophes are made plain, so that tests can be read. */
export type CliRun = { readonly code: number; readonly out: string; readonly err: string };

/** What a test may change of the world around the commands. */
export type PipelineCliOptions = {
  /** Folder of what the bot writes; receipts that nobody looks at go nowhere. */
  readonly dataDir?: string;
  readonly files?: Readonly<Record<string, string>>;
  readonly assembly?: Assembly;
};

/** Takes every receipt and keeps none. */
const FORGETFUL: ReceiptStore = { save: () => true, find: () => undefined };

/** Runs in this process the commands that answer questions, on the real data, with a fixed day. */
export function createPipelineCli({ dataDir, files = {}, assembly }: PipelineCliOptions = {}) {
  const loaded = assembly ?? loadTestAssembly();
  const { corpus, parametres, pipeline } = loaded;
  return async function run(...args: readonly string[]): Promise<CliRun> {
    const [out, err]: [string[], string[]] = [[], []];
    const code = await runCommandLine(args, COMMANDS, {
      out: (text) => void out.push(text),
      err: (text) => void err.push(text),
      log: () => {},
      today: TODAY,
      readFile(path) {
        const text = files[path];
        if (text === undefined) throw new Error(`ENOENT ${path}`);
        return text;
      },
      readBytes: (path) => new TextEncoder().encode(files[path]),
      openOutput: () => fail('openOutput'),
      referentiel: () => ({ corpus, parametres, vocabulary: pipeline.vocabulary }),
      assembly: () => loaded,
      receipts: () => (dataDir === undefined ? FORGETFUL : openReceiptStore(dataDir)),
      openStore: () => fail('openStore'),
      writeFile: () => {
        throw new Error('unexpected write');
      },
      dataDir: dataDir ?? '/nowhere',
    });
    return { code, out: toPlain(out.join('')), err: toPlain(err.join('')) };
  };
}

/** The commands that answer questions read no bytes and write no file. */
function fail(name: string): never {
  throw new Error(`unexpected use of ${name}`);
}

function toPlain(text: string): string {
  return text.replace(/[\u00a0\u202f]/g, ' ').replace(/’/g, "'");
}
