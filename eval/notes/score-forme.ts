import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import type { QuestionAttendue } from '../questions.ts';
import type { Observation } from './observation.ts';

/** Longest an answer may take, in milliseconds, on a busy machine; and when a model was asked. */
const SLOWEST_MS = { alone: 2_000, guided: 30_000 };

/** Whether it answers, asks, says that nothing is known or refuses, as it should. */
export function scoreKind({ kind }: Pick<QuestionAttendue, 'kind'>, observed: Pick<Observation, 'kind'>) {
  return kind.includes(observed.kind) ? [] : [`${observed.kind} au lieu de ${kind.join(' ou ')}`];
}

/** Whether the answer is for the day of law expected. */
export function scoreJour({ asOf }: { readonly asOf?: CalendarDate | undefined }, observed: Pick<Observation, 'asOf'>) {
  return asOf === undefined || asOf === observed.asOf ? [] : [`au ${observed.asOf} et non au ${asOf}`];
}

/** A sum is worked out while a day of the question decides nothing: it may be the sum of another day. */
export function scoreJoursLaisses({ joursLaisses, figures }: Pick<Observation, 'joursLaisses' | 'figures'>) {
  const isSum = figures.some(({ unit, origin }) => (unit === 'EUR' || unit === 'EUR/an') && origin.type === 'tool');
  return isSum ? joursLaisses.map((jour) => `somme d'un autre jour : ${jour} ne sert à rien`) : [];
}

/** Whether the answer is in the language expected. */
export function scoreLangue({ lang }: Pick<QuestionAttendue, 'lang'>, observed: Pick<Observation, 'lang'>) {
  return lang === undefined || lang === observed.lang ? [] : [`en ${observed.lang} et non en ${lang}`];
}

/** Whether every figure of the text stands where one was licensed. */
export function scoreLicence({ sansOrigine }: Pick<Observation, 'sansOrigine'>): readonly string[] {
  return sansOrigine === undefined ? [] : [`chiffre sans origine : ${sansOrigine}`];
}

/** Whether the answer came in time. */
export function scoreLatence({ ms, guided }: Pick<Observation, 'ms' | 'guided'>): readonly string[] {
  return ms <= (guided ? SLOWEST_MS.guided : SLOWEST_MS.alone) ? [] : [`en ${Math.round(ms)} ms`];
}
