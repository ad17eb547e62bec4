import type { CalendarDate } from '#corpus/law/calendar-date.ts';

/** Today in Paris, whatever the zone of the machine: the only reading of the clock, at the edge. */
export function findToday(): CalendarDate {
  return findDay(Date.now());
}

/** Day in Paris of a moment, in milliseconds since 1970: the day on which a message was written. */
export function findDay(moment: number): CalendarDate {
  return PARIS.format(moment) as CalendarDate;
}

const PARIS = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris', dateStyle: 'short' });
