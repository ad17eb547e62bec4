import { addDays, type CalendarDate, daysBetween, toParts } from '#corpus/law/calendar-date.ts';
import type { Sens } from './calendrier-donnees.ts';

/** Public holidays of a region in a year. */
export type FindFeries = (region: string, annee: number) => ReadonlySet<CalendarDate>;

/** Which days are worked. */
export type Calendrier = {
  /** Neither a Saturday, a Sunday nor a public holiday. */
  readonly isOuvre: (jour: CalendarDate, region: string) => boolean;
  /** The day itself when it is worked, else the next or the last one that is. */
  readonly toOuvre: (jour: CalendarDate, region: string, sens: Sens) => CalendarDate;
};

/** Builds the calendar over the holidays of each region, asked once a year and region. */
export function createCalendrier(findFeries: FindFeries): Calendrier {
  const known = new Map<string, ReadonlySet<CalendarDate>>();
  function isFerie(jour: CalendarDate, region: string): boolean {
    const { year } = toParts(jour);
    const key = `${region} ${year}`;
    const feries = known.get(key) ?? findFeries(region, year);
    known.set(key, feries);
    return feries.has(jour);
  }
  function isOuvre(jour: CalendarDate, region: string): boolean {
    return toJourSemaine(jour) <= VENDREDI && !isFerie(jour, region);
  }
  return {
    isOuvre,
    toOuvre(jour, region, sens) {
      if (sens === 'aucun') return jour;
      let moved = jour;
      while (!isOuvre(moved, region)) moved = addDays(moved, sens === 'suivant' ? 1 : -1);
      return moved;
    },
  };
}

/** Day of the week, 1 on Monday to 7 on Sunday. */
export function toJourSemaine(jour: CalendarDate): number {
  const days = daysBetween(LUNDI, jour);
  return (((days % SEMAINE) + SEMAINE) % SEMAINE) + 1;
}

const SEMAINE = 7;
const VENDREDI = 5;
/** A Monday, from which weeks are counted. */
const LUNDI = '2018-01-01' as CalendarDate;
