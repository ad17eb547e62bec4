import { toMessage } from '#corpus/law/message.ts';
import type { InputProblem } from '#tools/outcome.ts';
import { renderCorpusJson } from '../render/render-corpus-json.ts';
import type { Command, Io } from './command.ts';
import { findNearest } from './options/find-nearest.ts';
import { openOptions } from './options/open-options.ts';
import { toEcho, toExemple } from './options/parsed.ts';
import { renderCorpusText } from './render-corpus-text.ts';
import { toJsonText } from './to-json-text.ts';
import { UsageError } from './usage-error.ts';

/** `cpts corpus list`: the texts the bot knows. */
export const corpusCommand: Command = {
  summary: 'les textes connus (corpus list)',
  usage: 'corpus list [--json]',
  exemple: 'corpus list',
  run,
};

const ACTIONS = ['list', 'add', 'rm'];

function run([action, ...args]: readonly string[], io: Io): number {
  const problem = findProblem(action);
  if (problem) throw new UsageError([problem]);
  const options = openOptions(args, { json: 'flag' });
  for (const word of options.positionals) {
    options.report({ champ: 'corpus list', message: toMessage('cli-mot-en-trop', { ecrit: toEcho(word) }) });
  }
  options.check();
  const { corpus, vocabulary } = io.referentiel();
  io.out(options.has('json') ? toJsonText(renderCorpusJson(corpus)) : renderCorpusText(corpus, vocabulary, io.today));
  return 0;
}

function findProblem(action: string | undefined): InputProblem | undefined {
  if (action === 'list') return undefined;
  if (action === undefined || action.startsWith('-')) {
    return { champ: 'corpus', message: toMessage('cli-action-manquante', { exemple: toExemple('corpus list') }) };
  }
  if (ACTIONS.includes(action)) return { champ: `corpus ${action}`, message: toMessage('cli-action-plus-tard') };
  const proche = findNearest(action, ACTIONS) ?? 'list';
  const args = { ecrit: toEcho(action), proche: toExemple(proche), choix: toExemple(ACTIONS.join(', ')) };
  return { champ: 'corpus', message: toMessage('cli-choix-inconnu-proche', args) };
}
