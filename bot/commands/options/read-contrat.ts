import type { Profil } from '#bot/answer/profil.ts';
import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import type { Io } from '../command.ts';
import { loadProfil } from './load-profil.ts';
import type { Options } from './open-options.ts';
import { parseDate } from './parse-date.ts';

/** What every command about a contract reads: the day asked, the dates of the contract, the profile. */
export type ContratOptions = {
  readonly asOf: CalendarDate;
  readonly signature: CalendarDate | undefined;
  readonly renouvellement: CalendarDate | undefined;
  readonly profil: Profil | undefined;
};

/**
 * Reads `--as-of`, `--signature`, `--renouvellement` and `--profil`; what is typed wins over the profile.
 * A typed signature that is not the profile's is another contract: the profile's renewal is then left out.
 */
export function readContrat(options: Options, io: Io): ContratOptions {
  const profil = options.take('profil', (path) => loadProfil(path, io.readFile));
  const typed = options.take('signature', (text) => parseDate(text, io.today));
  const signature = typed ?? profil?.signature;
  const isProfils = signature === profil?.signature;
  const renouvellement =
    options.take('renouvellement', (text) => parseDate(text, io.today)) ??
    (isProfils ? profil?.renouvellement : undefined);
  return { asOf: readAsOf(options, io), signature, renouvellement, profil };
}

/** Day whose law applies: `--as-of`, else today. */
export function readAsOf(options: Options, io: Io): CalendarDate {
  return options.take('as-of', (text) => parseDate(text, io.today)) ?? io.today;
}
