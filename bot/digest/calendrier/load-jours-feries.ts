import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import type { Region } from './calendrier-donnees.ts';
import type { FindFeries } from './create-calendrier.ts';

/** Loads the public holidays (I/O edge): the library and its data of every country, only when days are wanted. */
export async function loadJoursFeries(regions: Readonly<Record<string, Region>>): Promise<FindFeries> {
  const { default: Holidays } = await import('date-holidays');
  return (name, annee) => {
    const region = regions[name];
    if (region === undefined) return new Set();
    const { pays, etat } = region;
    const holidays = etat === undefined ? new Holidays(pays) : new Holidays(pays, etat);
    const days = holidays.getHolidays(annee).filter(({ type }) => type === 'public');
    return new Set(days.map(({ date }) => date.slice(0, 'AAAA-MM-JJ'.length) as CalendarDate));
  };
}
