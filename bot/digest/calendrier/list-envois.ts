import { addDays, type CalendarDate } from '#corpus/law/calendar-date.ts';
import { type Abonne, type Envoi, type Jours, planJour } from './plan-jour.ts';
import { toInstant } from './to-instant.ts';

/** Something to send, with its day and its moment, in milliseconds since 1970. */
export type EnvoiDate = Envoi & { readonly jour: CalendarDate; readonly du: number };

/** Everything that a subscriber gets from one day to another, both included, in order. */
export function listEnvois(
  abonne: Abonne,
  { du, au }: { readonly du: CalendarDate; readonly au: CalendarDate },
  jours: Jours,
): readonly EnvoiDate[] {
  const { heure, fuseau } = abonne.reglages;
  const listed: EnvoiDate[] = [];
  for (let jour = du; jour <= au; jour = addDays(jour, 1)) {
    const envois = planJour(abonne, jour, jours);
    if (envois.length === 0) continue;
    const moment = toInstant(jour, heure, fuseau);
    listed.push(...envois.map((envoi) => ({ ...envoi, jour, du: moment })));
  }
  return listed;
}
