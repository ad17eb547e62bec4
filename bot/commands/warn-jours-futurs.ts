import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import { toMessage } from '#corpus/law/message.ts';
import type { Outcome } from '#tools/outcome.ts';

/**
 * Says, among the hypotheses, that the law of a day to come is not known yet: the rules known today serve for it.
 * @param jours days whose law was applied
 */
export function warnJoursFuturs<T>(
  outcome: Outcome<T>,
  jours: readonly (CalendarDate | undefined)[],
  today: CalendarDate,
): Outcome<T> {
  if (outcome.kind !== 'computed' && outcome.kind !== 'ambiguous') return outcome;
  if (!jours.some((jour) => jour !== undefined && jour > today)) return outcome;
  const warning = toMessage('jour-a-venir', { today: { kind: 'date', date: today } });
  return { ...outcome, hypotheses: [warning, ...outcome.hypotheses] };
}
