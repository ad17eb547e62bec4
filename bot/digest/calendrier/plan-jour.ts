import { addDays, type CalendarDate, daysInMonth, toParts } from '#corpus/law/calendar-date.ts';
import type { Marques } from '../contenu/communaute.ts';
import type { CalendrierDonnees } from './calendrier-donnees.ts';
import { type Calendrier, toJourSemaine } from './create-calendrier.ts';
import type { Reglages, Rythme } from './reglages.ts';

/** The dates of a community, and what was said of them. */
export type CommunauteDatee = {
  readonly id: string;
  readonly dates: readonly { readonly code: string; readonly date: CalendarDate }[];
  readonly marques: Marques;
};

/** What is to be sent on a day: the digest of a channel, or the reminder of a community. */
export type Envoi = {
  readonly kind: 'digest' | 'rappel';
  /** Identifier of the community; `*` for a digest, which tells all those of its channel. */
  readonly communaute: string;
  /** Channel or person. */
  readonly destination: string;
  /** In the time zone of the subscriber: « 2026-S47 » or « 2026-11 » for a digest, the day for a reminder. */
  readonly periode: string;
};

/** Which days are worked, and where a day that is not is moved. */
export type Jours = { readonly calendrier: Calendrier; readonly reports: CalendrierDonnees['reports'] };

/** A channel that has subscribed, with the communities it follows. */
export type Abonne = {
  readonly channel: string;
  readonly reglages: Reglages;
  readonly communautes: readonly CommunauteDatee[];
};

const TOUTES = '*';

/**
 * Everything that a subscriber gets on a day of her time zone. One message a day at most for a community and a
 * destination: the digest of the channel stands for the reminders of that day.
 */
export function planJour(
  { channel, reglages, communautes }: Abonne,
  jour: CalendarDate,
  jours: Jours,
): readonly Envoi[] {
  const periode = findPeriode(reglages, jour, jours);
  const digest = { kind: 'digest', communaute: TOUTES, destination: channel, periode: periode ?? '' } as const;
  const destinations = reglages.destinataires.length > 0 ? reglages.destinataires : [channel];
  const rappels = communautes.flatMap((communaute): Envoi[] => {
    if (listRappels(communaute, reglages, jour, jours).length === 0) return [];
    const free = periode === undefined ? destinations : destinations.filter((destination) => destination !== channel);
    return free.map((destination) => ({ kind: 'rappel', communaute: communaute.id, destination, periode: jour }));
  });
  return periode === undefined ? rappels : [digest, ...rappels];
}

/** Codes of the échéances that are reminded of on a day. */
export function listRappels(
  { dates, marques }: CommunauteDatee,
  reglages: Reglages,
  jour: CalendarDate,
  jours: Jours,
): readonly string[] {
  return dates.filter(({ code, date }) => isRappel(date, marques[code], reglages, jour, jours)).map(({ code }) => code);
}

function isRappel(
  date: CalendarDate,
  marque: Marques[string] | undefined,
  { rappels, region }: Reglages,
  jour: CalendarDate,
  { calendrier, reports }: Jours,
): boolean {
  if (marque?.kind === 'fait' || marque?.kind === 'pas-concerne') return false;
  if (marque?.kind === 'reporte') {
    if (jour < marque.au) return false;
    // It was put off to that day: a day that is not worked puts it off further, never back before it was asked for.
    if (calendrier.toOuvre(marque.au, region, 'suivant') === jour) return true;
  }
  if (jour > date) return false;
  return rappels.some((avance) => calendrier.toOuvre(addDays(date, -avance), region, reports.rappel) === jour);
}

/**
 * The period whose digest comes on a day, moved from its own day when that one is not worked.
 * @returns undefined when none does
 */
function findPeriode({ rythme, region }: Reglages, jour: CalendarDate, { calendrier, reports }: Jours) {
  for (let shift = -LOIN; shift <= LOIN; shift += 1) {
    const nominal = addDays(jour, shift);
    if (isNominal(rythme, nominal) && calendrier.toOuvre(nominal, region, reports.digest) === jour) {
      return rythme.kind === 'semaine' ? toSemaine(nominal) : nominal.slice(0, 'AAAA-MM'.length);
    }
  }
  return undefined;
}

/** Longest run of days that are not worked, and some more. */
const LOIN = 10;

function isNominal(rythme: Rythme, jour: CalendarDate): boolean {
  if (rythme.kind === 'semaine') return toJourSemaine(jour) === rythme.jour;
  const { year, month, day } = toParts(jour);
  return day === Math.min(rythme.quantieme, daysInMonth(year, month));
}

/** « 2026-S47 »: a week belongs to the year that holds its Thursday (ISO 8601). */
function toSemaine(jour: CalendarDate): string {
  const jeudi = addDays(jour, JEUDI - toJourSemaine(jour));
  const { year } = toParts(jeudi);
  let rang = 1;
  for (let before = addDays(jeudi, -7); toParts(before).year === year; before = addDays(before, -7)) rang += 1;
  return `${year}-S${String(rang).padStart(2, '0')}`;
}

const JEUDI = 4;
