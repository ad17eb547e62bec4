import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import type { Parametres } from '#corpus/law/parametres.ts';
import { type AnneeContrat, findAnneeContrat, listAnneesContrat } from '../contrat/find-annee-contrat.ts';
import { listJoursSansContrat } from '../contrat/list-jours-sans-contrat.ts';
import type { Settled } from '../outcome.ts';
import type { FinancementInput } from './financement.ts';

/**
 * The contract years a funding is asked for: every year of the contract, the rank given, or the year that holds `asOf`.
 * @returns computed, one year or more, with the days that no year holds; missing-input or not-applicable as for a single year
 * @legal each contract year is read with the law of its first day (convention of ours)
 */
export function findAnnees(
  input: FinancementInput,
  parametres: Parametres,
  asOf: CalendarDate,
): Settled<readonly AnneeContrat[]> {
  if (input.annee === 'contrat-entier') {
    const value = listAnneesContrat(input, parametres, asOf);
    return { kind: 'computed', asOf, value, hypotheses: [], notComputed: listJoursSansContrat(input, parametres) };
  }
  const outcome = findAnneeContrat(input, input.annee, parametres, asOf);
  return outcome.kind === 'computed' ? { ...outcome, value: [outcome.value] } : outcome;
}
