import { type CalendarDate, daysBetween } from '#corpus/law/calendar-date.ts';
import { type Message, toMessage } from '#corpus/law/message.ts';

/** What is known of the doing of a deadline. */
export type Suivi = {
  readonly fait: boolean;
  /** Day it was done; null when it is not done, or when nobody said the day. */
  readonly faitLe: CalendarDate | null;
  /** Day to come on which it is planned; null when none is. */
  readonly prevu: CalendarDate | null;
  /** Days from the deadline to that day, 0 within the delay; null without a day. */
  readonly retardJours: number | null;
  readonly phrase: Message;
};

/** What the asker says of a deadline. */
export type Dit = {
  /** Day done or planned. */
  readonly jour?: CalendarDate | undefined;
  /** Said to be done, with or without a day. */
  readonly fait?: boolean | undefined;
  /** Day on which the rollout was done: a mission rolled out had started, on a day that is not known. */
  readonly auPlusTard?: CalendarDate | undefined;
};

const SANS_JOUR = { fait: true, faitLe: null, prevu: null, retardJours: null } as const;

/**
 * Whether a deadline is met on the day asked, when, and how late. The deadline itself never moves: a day planned after
 * it is a postponement of the asker's, not a new deadline.
 * @returns undefined when nothing was said of it; `retardJours` in calendar days from the deadline
 * @legal none: no text read gives a postponement or says what a late start costs
 */
export function findSuivi(
  echeance: CalendarDate,
  { jour, fait, auPlusTard }: Dit,
  asOf: CalendarDate,
): Suivi | undefined {
  if (jour !== undefined) {
    if (jour > asOf && fait) {
      const phrase = toMessage('suivi-fait-jour-a-venir', { jour: { kind: 'date', date: jour } });
      return { ...SANS_JOUR, phrase };
    }
    return toSuivi(echeance, jour, jour <= asOf);
  }
  if (auPlusTard !== undefined && auPlusTard <= asOf) {
    const phrase = toMessage('suivi-demarre-sans-jour', { jour: { kind: 'date', date: auPlusTard } });
    return { ...SANS_JOUR, phrase };
  }
  if (!fait) return undefined;
  // Done before the deadline has come, it is within the delay, whatever its day.
  return { ...SANS_JOUR, phrase: toMessage(asOf <= echeance ? 'suivi-fait-avant-limite' : 'suivi-fait-sans-jour') };
}

function toSuivi(echeance: CalendarDate, jour: CalendarDate, fait: boolean): Suivi {
  const retardJours = Math.max(0, daysBetween(echeance, jour));
  const late = retardJours > 0;
  const args = {
    jour: { kind: 'date', date: jour },
    ...(late ? { retard: { kind: 'duree', valeur: retardJours, unite: 'jours' } as const } : {}),
  } as const;
  if (fait) {
    const phrase = toMessage(late ? 'suivi-fait-en-retard' : 'suivi-fait', args);
    return { fait, faitLe: jour, prevu: null, retardJours, phrase };
  }
  const phrase = toMessage(late ? 'suivi-reporte' : 'suivi-prevu', args);
  return { fait, faitLe: null, prevu: jour, retardJours, phrase };
}
