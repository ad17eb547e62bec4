import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import type { Parametres } from '#corpus/law/parametres.ts';
import { checkEcheancesInput } from '#tools/echeances/check-echeances-input.ts';
import { computeEcheances } from '#tools/echeances/compute-echeances.ts';
import type { Communaute } from '../contenu/communaute.ts';
import { toEcheancesInput } from '../contenu/to-entrees.ts';
import type { CommunauteDatee } from './plan-jour.ts';

/** The dates of a community that are not done, for the planning of its reminders; none when its profile cannot be used. */
export function toCommunauteDatee(communaute: Communaute, parametres: Parametres, asOf: CalendarDate): CommunauteDatee {
  const { id, marques } = communaute;
  const input = toEcheancesInput(communaute);
  const refused = checkEcheancesInput(input, parametres);
  const outcome = refused.length > 0 ? undefined : computeEcheances(input, parametres, asOf);
  const echeances = outcome?.kind === 'computed' ? outcome.value : [];
  const open = echeances.filter(({ etat }) => etat !== 'fait');
  return { id, marques, dates: open.map(({ code, date }) => ({ code, date })) };
}
