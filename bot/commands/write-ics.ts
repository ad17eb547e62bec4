import { type Message, toMessage } from '#corpus/law/message.ts';
import type { Echeance, EcheancesInput } from '#tools/echeances/echeance.ts';
import type { Outcome } from '#tools/outcome.ts';
import { renderEcheancesIcs } from '../render/render-echeances-ics.ts';
import type { Io } from './command.ts';
import { toEcho } from './options/parsed.ts';
import type { IcsOptions } from './options/read-ics.ts';
import { writeNewFile } from './write-new-file.ts';

/** What became of the calendar. */
export type IcsEcrit = {
  /** Path of the file, null when there was no date to write. */
  readonly fichier: string | null;
  readonly dates: number;
  /** Deadlines left out because they are done. */
  readonly faites: number;
  /** Deadlines left out because they are past, when only those to come are asked for. */
  readonly passees: number;
  /** One sentence that says so. */
  readonly message: Message;
};

/**
 * Writes the calendar where it was asked, a file that does not exist yet or the standard output.
 * What is done is left out: an event has no way of saying so.
 * @throws {UsageError} when the file exists or cannot be written
 */
export function writeIcs(
  outcome: Outcome<readonly Echeance[]>,
  contrat: EcheancesInput,
  nom: string | undefined,
  { path, rappels, aVenir, revision }: IcsOptions,
  io: Io,
): IcsEcrit {
  const all = outcome.kind === 'computed' ? outcome.value : [];
  const open = all.filter(({ etat }) => etat !== 'fait');
  const kept = aVenir ? open.filter(({ etat }) => etat !== 'depassee') : open;
  const counts = { dates: kept.length, faites: all.length - open.length, passees: open.length - kept.length };
  if (kept.length === 0) return { fichier: null, ...counts, message: toMessage('cli-ics-vide') };
  const text = renderEcheancesIcs(kept, { asOf: outcome.asOf, contrat, nom, rappels, revision }, io.referentiel());
  if (path === '-') io.out(text);
  else writeNewFile(path, text, '--ics', io);
  const args = { fichier: toEcho(path), ...toNombres(counts) };
  return { fichier: path, ...counts, message: toMessage('cli-ics-ecrit', args) };
}

function toNombres({ dates, faites, passees }: Pick<IcsEcrit, 'dates' | 'faites' | 'passees'>) {
  return {
    dates: { kind: 'nombre', valeur: dates },
    faites: { kind: 'nombre', valeur: faites },
    passees: { kind: 'nombre', valeur: passees },
  } as const;
}
