import ical, {
  ICalAlarmType,
  ICalCalendarMethod,
  type ICalEventData,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator';
import { addDays, type CalendarDate, daysBetween, FIRST_DAY } from '#corpus/law/calendar-date.ts';
import type { MessageArg } from '#corpus/law/message.ts';
import type { Echeance, EcheancesInput } from '#tools/echeances/echeance.ts';
import { describeEcheance } from './describe-echeance.ts';
import type { Referentiel } from './referentiel.ts';
import { createScribe, type Scribe } from './scribe.ts';
import { toEcheanceUid } from './to-echeance-uid.ts';

/** What a calendar is made from. */
export type Agenda = {
  readonly asOf: CalendarDate;
  readonly contrat: Pick<EcheancesInput, 'signature' | 'projetDepose'>;
  /** Name of the community, from its profile. */
  readonly nom: string | undefined;
  /** Days before a date when the calendar reminds of it. */
  readonly rappels: readonly number[];
  /** Rank of a correction made on the same day, from 0. */
  readonly revision: number;
};

/** Corrections that one day can hold; see {@link toSequence}. */
export const MAX_REVISION = 99;

/**
 * The deadlines as a calendar file (RFC 5545): one event of a whole day each, in date order, lines ended by CRLF.
 * Every text passes through the gate, property by property. The bytes depend on the arguments alone: no clock, no zone.
 * @throws {BotError} ERR_CHIFFRE_SANS_ORIGINE when a figure stands where none was placed
 */
export function renderEcheancesIcs(echeances: readonly Echeance[], agenda: Agenda, referentiel: Referentiel): string {
  const scribe = createScribe('echeances', agenda.asOf, referentiel.vocabulary);
  const calendar = ical({
    prodId: { company: 'cpts-bot', product: 'echeances', language: 'FR' },
    method: ICalCalendarMethod.PUBLISH,
    name: toPropertyText(writeName(agenda, scribe)),
    events: echeances.map((echeance) => toEvent(echeance, agenda, scribe)),
  });
  return `${putAlarmsLast(calendar.toString())}\r\n`;
}

function writeName({ nom, contrat }: Agenda, scribe: Scribe): string {
  const { signature, projetDepose } = contrat;
  if (nom !== undefined) return scribe.write({ code: 'ics-nom-cpts', args: { nom: toNom(nom) } });
  if (signature) return scribe.write({ code: 'ics-nom', args: { signature: { kind: 'date', date: signature } } });
  const depot = { kind: 'date', date: projetDepose ?? FIRST_DAY } as const;
  return scribe.write({ code: 'ics-nom-projet', args: { depot } });
}

/** The name as its community writes it, without what would end a line of the file. */
function toNom(nom: string): MessageArg {
  const text = nom.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ').trim();
  return { kind: 'question', text, start: 0, end: nom.length };
}

function toEvent(echeance: Echeance, agenda: Agenda, scribe: Scribe): ICalEventData {
  const { code, date } = echeance;
  const { asOf, contrat, nom, rappels, revision } = agenda;
  const jour = code.startsWith('projet-sante:') ? contrat.projetDepose : contrat.signature;
  const { summary, description, categories, conditional } = describeEcheance(echeance, asOf, scribe);
  // A reminder whose own day is past would ring as soon as the file is imported.
  const coming = rappels.filter((days) => addDays(date, -days) >= asOf);
  return {
    id: toEcheanceUid(code, { nom, jour }),
    sequence: toSequence(asOf, revision),
    stamp: new Date(`${asOf}T00:${String(revision % 60).padStart(2, '0')}:00Z`),
    start: toMidnight(date),
    end: toMidnight(addDays(date, 1)),
    allDay: true,
    summary,
    description,
    categories: categories.map((name) => ({ name })),
    status: conditional ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED,
    // A deadline takes no time out of a day.
    transparency: ICalEventTransparency.TRANSPARENT,
    alarms: coming.map((days) => ({
      type: ICalAlarmType.display,
      triggerBefore: days * SECONDS_OF_A_DAY,
      description: summary,
    })),
  };
}

const SECONDS_OF_A_DAY = 86_400;

/**
 * Grows from one day to the next, so that a calendar imported again replaces what it holds without any memory of ours;
 * within a day, the person numbers her corrections.
 */
function toSequence(asOf: CalendarDate, revision: number): number {
  return daysBetween(FIRST_DAY, asOf) * (MAX_REVISION + 1) + revision;
}

/** The package writes the UTC parts of a Date: midnight there is the day itself in every zone. */
function toMidnight(date: CalendarDate): Date {
  return new Date(`${date}T00:00:00Z`);
}

/** The package escapes the texts of events, not the name of the calendar. */
function toPropertyText(text: string): string {
  return text.replace(/[\\;,]/g, (sign) => `\\${sign}`);
}

/** The grammar wants the properties of an event before its alarms; the package writes some after. */
function putAlarmsLast(file: string): string {
  return file.replace(/((?:^BEGIN:VALARM\r\n[\s\S]*?^END:VALARM\r\n)+)([\s\S]*?)(?=^END:VEVENT\r\n)/gm, '$2$1');
}
