import { join } from 'node:path';
import { seal } from '../gate.ts';
import { createScribe } from '../render/scribe.ts';
import type { Command, Io } from './command.ts';
import { openOptions } from './options/open-options.ts';
import { refusePositionals } from './options/refuse-positionals.ts';
import { toJsonText } from './to-json-text.ts';

/** `cpts index`: builds the vectors of the corpus and keeps them under `DATA_DIR/index`. */
export const indexCommand: Command = {
  summary: 'construit l’index du corpus et le garde pour les démarrages suivants',
  usage: 'index [--json]',
  exemple: 'index',
  run,
};

/** Longest work of a model elsewhere on the vectors of the corpus. */
const ALL_VECTORS_MS = 600_000;

async function run(args: readonly string[], io: Io): Promise<number> {
  const options = openOptions(args, { json: 'flag' });
  refusePositionals(options);
  options.check();
  const started = performance.now();
  const { corpus, pipeline, hashes, prepareRemote } = io.assembly(join(io.dataDir, 'index'));
  await prepareRemote?.(AbortSignal.timeout(ALL_VECTORS_MS));
  const ms = Math.round(performance.now() - started);
  const counts = { textes: corpus.textes.size, passages: corpus.passages.length };
  if (options.has('json')) {
    io.out(toJsonText({ ...counts, ...hashes, ms }));
    return 0;
  }
  const told = {
    textes: { kind: 'nombre', valeur: counts.textes },
    passages: { kind: 'nombre', valeur: counts.passages },
    ms: { kind: 'nombre', valeur: ms },
  } as const;
  io.out(`${seal(createScribe('interface', io.today, pipeline.vocabulary).phrase('cli-index-fait', told))}\n`);
  return 0;
}
