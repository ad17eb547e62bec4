import { toMessage } from '#corpus/law/message.ts';
import { deliver } from '../deliver.ts';
import { seal } from '../gate.ts';
import { REMOTE_MS } from '../open-remote-search.ts';
import { toReplay } from '../receipts/to-replay.ts';
import { createScribe } from '../render/scribe.ts';
import type { Command, Io } from './command.ts';
import { openOptions } from './options/open-options.ts';
import { toEcho, toExemple } from './options/parsed.ts';
import { toJsonText } from './to-json-text.ts';
import { UsageError } from './usage-error.ts';

/** `cpts rejouer`: makes an answer again from its receipt and says whether it is the same to the byte. */
export const rejouerCommand: Command = {
  summary: 'refait une réponse d’après son reçu et la compare',
  usage: 'rejouer RECU [--json]   (RECU : début de receipt.answer, ou fichier de « ask --json »)',
  exemple: 'rejouer reponse.json',
  run,
};

async function run(args: readonly string[], io: Io): Promise<number> {
  const options = openOptions(args, { json: 'flag' });
  options.check();
  const [reference, ...others] = options.positionals;
  const stored = reference === undefined || others.length > 0 ? undefined : io.receipts().find(reference);
  if (!stored) {
    const message = toMessage('cli-recu-introuvable', {
      recu: toEcho(options.positionals.join(' ')),
      exemple: toExemple('rejouer reponse.json'),
    });
    throw new UsageError([{ champ: 'recu', message }]);
  }
  const assembly = io.assembly();
  await assembly.prepareRemote?.(AbortSignal.timeout(REMOTE_MS));
  const { json, receipt } = await deliver(stored.question, toReplay(assembly, stored));
  const same = receipt.answer === stored.receipt.answer;
  const verdict = same ? 'cli-rejeu-identique' : findCause(stored.receipt, receipt);
  if (options.has('json')) io.out(toJsonText({ ...json, receipt, identique: same }));
  else io.out(`${json.text}\n`);
  io.err(`${seal(createScribe('interface', io.today, assembly.pipeline.vocabulary).phrase(verdict))}\n`);
  return 0;
}

/** Why the same question gives another answer: other passages, other parameters, or another program. */
function findCause(
  before: { corpus: string; parametres: string },
  now: { corpus: string; parametres: string },
): string {
  if (before.corpus !== now.corpus) return 'cli-rejeu-corpus';
  return before.parametres === now.parametres ? 'cli-rejeu-programme' : 'cli-rejeu-parametres';
}
