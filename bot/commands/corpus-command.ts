import { toMessage } from '#corpus/law/message.ts';
import type { InputProblem } from '#tools/outcome.ts';
import type { Command, Io } from './command.ts';
import { addDocuments } from './corpus/add-documents.ts';
import { listTextes } from './corpus/list-textes.ts';
import { removeDocument } from './corpus/remove-document.ts';
import { findNearest } from './options/find-nearest.ts';
import { toEcho, toExemple } from './options/parsed.ts';
import { UsageError } from './usage-error.ts';

/** `cpts corpus`: the texts the bot knows, and the documents of the person. */
export const corpusCommand: Command = {
  summary: 'les textes connus, et vos documents (corpus list, add, rm)',
  usage: [
    'corpus list [--espace NOM] [--json]',
    'corpus add FICHIER|DOSSIER --titre TITRE --editeur EDITEUR --date DATE --nature NATURE',
    '           [--statut STATUT] [--espace NOM] [--json]',
    'corpus rm IDENTIFIANT [--espace NOM] [--json]',
  ].join('\n'),
  exemple: 'corpus add note.pdf --titre "Note de l’agence" --editeur ARS --date 2025-03-05 --nature note',
  run,
};

const ACTIONS: Readonly<Record<string, (args: readonly string[], io: Io) => Promise<number> | number>> = {
  list: listTextes,
  add: addDocuments,
  rm: removeDocument,
};

function run([action, ...args]: readonly string[], io: Io): Promise<number> | number {
  const known = action !== undefined && Object.hasOwn(ACTIONS, action) ? ACTIONS[action] : undefined;
  if (!known) throw new UsageError([toProblem(action)]);
  return known(args, io);
}

function toProblem(action: string | undefined): InputProblem {
  if (action === undefined || action.startsWith('-')) {
    return { champ: 'corpus', message: toMessage('cli-action-manquante', { exemple: toExemple('corpus list') }) };
  }
  const names = Object.keys(ACTIONS);
  const proche = findNearest(action, names) ?? 'list';
  const args = { ecrit: toEcho(action), proche: toExemple(proche), choix: toExemple(names.join(', ')) };
  return { champ: 'corpus', message: toMessage('cli-choix-inconnu-proche', args) };
}
