import { seal } from '../gate.ts';
import { createScribe } from '../render/scribe.ts';
import { restoreData } from '../sauvegarde/restore-data.ts';
import type { Command, Io } from './command.ts';
import { openOptions } from './options/open-options.ts';
import { toEcho } from './options/parsed.ts';
import { takeFolder } from './options/take-folder.ts';
import { addSizes } from './sauvegarde-command.ts';
import { toJsonText } from './to-json-text.ts';

/** `cpts restaurer`: puts a backup in the place of what the bot keeps, which is put aside. */
export const restaurerCommand: Command = {
  summary: 'remet une sauvegarde à la place de ce que le bot garde, qui est mis de côté',
  usage: 'restaurer DOSSIER [--remplacer] [--json]',
  exemple: 'restaurer sauvegardes/avant-mise-a-jour --remplacer',
  run,
};

async function run(args: readonly string[], io: Io): Promise<number> {
  const options = openOptions(args, { remplacer: 'flag', json: 'flag' });
  const dossier = takeFolder(options, 'restaurer');
  options.check();
  const remplace = options.has('remplacer');
  const { manifeste, ancien } = await restoreData(dossier, io.dataDir, { remplace, today: io.today });
  const { faiteLe, fichiers } = manifeste;
  const octets = addSizes(fichiers);
  if (options.has('json')) {
    io.out(toJsonText({ dossier, faiteLe, fichiers: fichiers.length, octets, ancien: ancien ?? null }));
    return 0;
  }
  const scribe = createScribe('interface', io.today, io.referentiel().vocabulary);
  const told = {
    dossier: toEcho(dossier),
    jour: { kind: 'date', date: faiteLe },
    fichiers: { kind: 'nombre', valeur: fichiers.length },
  } as const;
  const lines = [seal(scribe.phrase('donnees-restauration-faite', told))];
  if (ancien !== undefined) lines.push(seal(scribe.phrase('donnees-anciennes', { dossier: toEcho(ancien) })));
  io.out(`${lines.join('\n')}\n`);
  return 0;
}
