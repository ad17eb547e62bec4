import { seal } from '../gate.ts';
import { createScribe } from '../render/scribe.ts';
import type { Fichier } from '../sauvegarde/manifeste.ts';
import { saveData } from '../sauvegarde/save-data.ts';
import type { Command, Io } from './command.ts';
import { openOptions } from './options/open-options.ts';
import { toEcho } from './options/parsed.ts';
import { takeFolder } from './options/take-folder.ts';
import { toJsonText } from './to-json-text.ts';

/** `cpts sauvegarde`: copies what the bot keeps into a new folder, while it works. */
export const sauvegardeCommand: Command = {
  summary: 'copie dans un nouveau dossier ce que le bot garde, même pendant qu’il marche',
  usage: 'sauvegarde DOSSIER [--json]',
  exemple: 'sauvegarde sauvegardes/avant-mise-a-jour',
  run,
};

async function run(args: readonly string[], io: Io): Promise<number> {
  const options = openOptions(args, { json: 'flag' });
  const dossier = takeFolder(options, 'sauvegarde');
  options.check();
  const { faiteLe, migrations, fichiers } = await saveData(io.dataDir, dossier, io.today);
  const octets = addSizes(fichiers);
  if (options.has('json')) {
    io.out(toJsonText({ dossier, faiteLe, fichiers: fichiers.length, octets, migrations }));
    return 0;
  }
  const scribe = createScribe('interface', io.today, io.referentiel().vocabulary);
  const told = {
    dossier: toEcho(dossier),
    fichiers: { kind: 'nombre', valeur: fichiers.length },
    octets: { kind: 'nombre', valeur: octets },
  } as const;
  io.out(`${seal(scribe.phrase('donnees-sauvegarde-faite', told))}\n`);
  return 0;
}

/** Length of files, in bytes. */
export function addSizes(fichiers: readonly Fichier[]): number {
  return fichiers.reduce((sum, { octets }) => sum + octets, 0);
}
