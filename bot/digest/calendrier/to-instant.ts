import { Temporal } from 'temporal-polyfill';
import type { CalendarDate } from '#corpus/law/calendar-date.ts';

/** A day and an hour somewhere, as milliseconds since 1970. An hour that does not exist is taken after the change, one that comes twice the first time. */
export function toInstant(jour: CalendarDate, heure: string, fuseau: string): number {
  return Temporal.PlainDateTime.from(`${jour}T${heure}`).toZonedDateTime(fuseau, { disambiguation: 'compatible' })
    .epochMilliseconds;
}

/** The day that it is somewhere. */
export function toJourLocal(instant: number, fuseau: string): CalendarDate {
  const day = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(fuseau).toPlainDate();
  return day.toString() as CalendarDate;
}
