import type { CalendarDate } from '#corpus/law/calendar-date.ts';

/** Today in Paris, whatever the zone of the machine: the only reading of the clock, at the edge. */
export function findToday(): CalendarDate {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris', dateStyle: 'short' });
  return format.format(new Date()) as CalendarDate;
}
