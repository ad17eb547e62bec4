import { addDays, type CalendarDate } from '#corpus/law/calendar-date.ts';
import { type Message, toMessage } from '#corpus/law/message.ts';
import type { Parametres } from '#corpus/law/parametres.ts';
import { type DatesContrat, findDureeAns, toAnniversaire } from './find-annee-contrat.ts';

/**
 * The last day of the contract that a renewal follows; nothing without a renewal.
 * @legal five-year contract; its last day is the eve of its last anniversary (convention of ours)
 */
export function listFinAvantRenouvellement(dates: DatesContrat, parametres: Parametres): readonly Message[] {
  const terme = findTerme(dates, parametres);
  return terme === undefined ? [] : [toMessage('fin-avant-renouvellement', { fin: toDate(addDays(terme, -1)) })];
}

/**
 * The days between the term and a later renewal, which no contract year holds; nothing when there is none.
 * @legal between the term and a later renewal there is no contract year (convention of ours)
 */
export function listJoursSansContrat(dates: DatesContrat, parametres: Parametres): readonly Message[] {
  const { renouvellement } = dates;
  const terme = findTerme(dates, parametres);
  if (terme === undefined || renouvellement === undefined || renouvellement <= terme) return [];
  const args = { du: toDate(terme), au: toDate(addDays(renouvellement, -1)) };
  return [toMessage('jours-sans-contrat', args)];
}

/** First day after the contract that was renewed. */
function findTerme({ signature, renouvellement }: DatesContrat, parametres: Parametres): CalendarDate | undefined {
  if (!signature || !renouvellement) return undefined;
  return toAnniversaire(signature, findDureeAns(parametres, signature));
}

function toDate(date: CalendarDate) {
  return { kind: 'date', date } as const;
}
