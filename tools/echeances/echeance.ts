import { addMonths, type CalendarDate, daysBetween, isClamped, toParts } from '#corpus/law/calendar-date.ts';
import { type Message, toMessage } from '#corpus/law/message.ts';
import type { MissionCode } from '#corpus/law/parametre.ts';
import type { Reference } from '#corpus/law/reference.ts';
import type { Statut } from '#corpus/law/statut.ts';
import type { Suivi } from './find-suivi.ts';

/** What the asker says of a mission: days done or planned, or everything done. */
export type MissionSuivie = {
  readonly code: MissionCode;
  readonly demarrage?: CalendarDate | undefined;
  readonly deploiement?: CalendarDate | undefined;
  readonly fait?: boolean | undefined;
};

/** What is asked of the deadline calculator. */
export type EcheancesInput = {
  readonly signature?: CalendarDate | undefined;
  readonly renouvellement?: CalendarDate | undefined;
  /** Day the health project was filed with the ARS. */
  readonly projetDepose?: CalendarDate | undefined;
  readonly missions: readonly MissionSuivie[];
};

/** A day to keep in mind; `proche` is a display convention of ours. */
export type Etat = 'a-venir' | 'proche' | 'depassee' | 'fait';

/** One deadline or date of a contract. */
export type Echeance = {
  readonly code: string;
  readonly label: Message;
  readonly date: CalendarDate;
  readonly etat: Etat;
  /** Days from the day asked; negative when past. */
  readonly joursRestants: number;
  /** What the asker said of it; null when nothing. */
  readonly suivi: Suivi | null;
  readonly statut: Statut;
  readonly references: readonly Reference[];
  readonly hypotheses: readonly Message[];
};

/** Days left under which a deadline is `proche` (contract of the command line, not law). */
const PROCHE_JOURS = 60;

/**
 * Builds a deadline: days left and state as of a day.
 * @returns `joursRestants` in calendar days, 0 on the day itself
 * @legal none: the day comes from the caller; days never move for week-ends (convention of ours)
 */
export function toEcheance(
  code: string,
  label: Message,
  date: CalendarDate,
  asOf: CalendarDate,
  options: Pick<Echeance, 'statut' | 'references' | 'hypotheses'> & { readonly suivi?: Suivi | undefined },
): Echeance {
  const { suivi = null, ...appui } = options;
  const joursRestants = daysBetween(asOf, date);
  return { code, label, date, etat: toEtat(joursRestants, suivi?.fait ?? false), joursRestants, suivi, ...appui };
}

/**
 * The note that a day was brought back to the end of its month; empty when the day exists.
 * @legal convention of ours: months are added and clamped, no text read gives a rule
 */
export function listClamped(debut: CalendarDate, mois: number): readonly Message[] {
  if (!isClamped(debut, mois)) return [];
  const quantieme = { kind: 'nombre', valeur: toParts(debut).day } as const;
  return [toMessage('fin-de-mois', { quantieme, jour: { kind: 'date', date: addMonths(debut, mois) } })];
}

function toEtat(joursRestants: number, fait: boolean): Etat {
  if (fait) return 'fait';
  if (joursRestants < 0) return 'depassee';
  return joursRestants <= PROCHE_JOURS ? 'proche' : 'a-venir';
}
