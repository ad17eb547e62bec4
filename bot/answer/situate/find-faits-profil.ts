import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import type { Parametres } from '#corpus/law/parametres.ts';
import type { Profil } from '../profil.ts';
import { listTailles } from '../to-tool-inputs.ts';
import type { Faits } from './faits.ts';
import { toFaitsProfil } from './merge-faits.ts';

/**
 * The facts of a profile that hold for a question.
 * @param said facts of the words and of the thread
 * @returns undefined when there is no profile, and when the words speak of a community of another size, or of a contract
 *   signed another day: its missions, its amounts and its members are not theirs
 */
export function findFaitsProfil(
  profil: Profil | undefined,
  said: Faits,
  parametres: Parametres,
  today: CalendarDate,
): Faits | undefined {
  const faits = toFaitsProfil(profil);
  if (!faits) return undefined;
  return hasSameSize(said, faits, parametres, today) && hasSameContrat(said, faits) ? faits : undefined;
}

function hasSameSize(said: Faits, profil: Faits, parametres: Parametres, today: CalendarDate): boolean {
  const isSized = profil.population !== undefined || profil.tailles !== undefined;
  if (said.populationBornee && isSized) return false;
  if ((said.populations?.length ?? 0) > 1 || (said.tailles?.length ?? 0) > 1) return false;
  if (said.population !== undefined && profil.population !== undefined) return said.population === profil.population;
  if (said.population === undefined && said.tailles === undefined) return true;
  const tailles = listTailles(profil, parametres, today);
  return tailles.length === 0 || listTailles(said, parametres, today).some((taille) => tailles.includes(taille));
}

function hasSameContrat({ signature: dite }: Faits, { signature }: Faits): boolean {
  return !dite || !signature || (dite.from <= signature.from && signature.to <= dite.to);
}
