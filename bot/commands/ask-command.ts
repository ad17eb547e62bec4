import { toMessage } from '#corpus/law/message.ts';
import { deliver } from '../deliver.ts';
import { seal } from '../gate.ts';
import { REMOTE_MS } from '../open-remote-search.ts';
import { createScribe } from '../render/scribe.ts';
import { showWork } from '../terminal/show-work.ts';
import { wrapText } from '../terminal/wrap-text.ts';
import type { Command, Io } from './command.ts';
import { checkProfil } from './options/check-profil.ts';
import { loadProfil } from './options/load-profil.ts';
import { openOptions } from './options/open-options.ts';
import { parseDate } from './options/parse-date.ts';
import { toEcho, toExemple } from './options/parsed.ts';
import { takeEspace } from './options/take-espace.ts';
import { toJsonText } from './to-json-text.ts';
import { UsageError } from './usage-error.ts';

/** `cpts ask`: one question, one answer. */
export const askCommand: Command = {
  summary: 'répond à une question sur les règles des CPTS',
  usage: 'ask [--as-of DATE] [--profil FICHIER.json] [--espace NOM] [--json] "QUESTION"',
  exemple: 'ask "Quelles sont les missions socles ?"',
  run,
};

const SPEC = { 'as-of': 'text', profil: 'text', espace: 'text', json: 'flag' } as const;

async function run(args: readonly string[], io: Io): Promise<number> {
  const started = performance.now();
  const options = openOptions(args, SPEC);
  const asOf = options.take('as-of', (text) => parseDate(text, io.today));
  const profil = options.take('profil', (path) => loadProfil(path, io.readFile));
  const espace = takeEspace(options);
  options.check();
  if (options.positionals.length === 0) {
    const message = toMessage('cli-question-absente', { exemple: toExemple('"Quelles sont les missions socles ?"') });
    throw new UsageError([{ champ: 'question', message }]);
  }
  const question = { text: options.positionals.join(' '), today: io.today, asOf, profil, espace };
  const assembly = io.assembly();
  if (profil) options.report(...checkProfil(profil, assembly.parametres));
  options.check();
  await assembly.prepareRemote?.(AbortSignal.timeout(REMOTE_MS));
  const ready = performance.now();
  const erase = io.errIsTerminal ? showWork(assembly, io.today, io.err) : () => {};
  const { json, receipt, receiptLost } = await deliver(question, assembly, io.receipts()).finally(erase);
  const done = performance.now();
  const ms = { total: toMs(done - started), ready: toMs(ready - started), answer: toMs(done - ready) };
  io.out(options.has('json') ? toJsonText({ ...json, receipt, ms }) : `${wrapText(json.text, io.columns)}\n`);
  if (receiptLost) {
    const scribe = createScribe('interface', io.today, assembly.pipeline.vocabulary);
    io.err(`${seal(scribe.phrase('cli-recu-non-garde', { dossier: toEcho(io.dataDir) }))}\n`);
  }
  return 0;
}

/** Milliseconds with one decimal. */
function toMs(duration: number): number {
  return Math.round(duration * 10) / 10;
}
