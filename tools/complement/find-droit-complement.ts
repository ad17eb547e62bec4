import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import type { Complement } from '#corpus/law/parametre.ts';
import type { Statut } from '#corpus/law/statut.ts';

/**
 * What a signature gives of the exceptional top-up: due; readable both ways (`indecis`); settled by no text read
 * (`indetermine`); signed too late (`termine`); signed before the accord itself (`pas-encore`).
 */
export type DroitComplement = 'du' | 'indecis' | 'indetermine' | 'termine' | 'pas-encore';

/**
 * Whether a contract signed on a day has the exceptional top-up; the one place that reads its window of days.
 * @legal avenant 2 of 20 December 2021 (press and secondary pages); the days are those of corpus/parametres
 */
export function findDroitComplement(signature: CalendarDate, { signature: fenetre }: Complement): DroitComplement {
  if (fenetre.joursIndecis.includes(signature)) return 'indecis';
  if (signature > fenetre.jusquau) return 'termine';
  if (signature >= fenetre.du) return 'du';
  return signature >= fenetre.indetermineDu ? 'indetermine' : 'pas-encore';
}

/**
 * Standing of the top-up on a day: a rule of the past once no signature of that day could have it.
 * @legal avenant 2 of 20 December 2021; a top-up that was due stays due, under a rule that has expired
 */
export function findStatutComplement(complement: Complement, asOf: CalendarDate): Statut {
  return findDroitComplement(asOf, complement) === 'termine' ? 'expire' : complement.statut;
}

/**
 * The day before which one had to sign: the undecided one, or the last that is sure when there is none.
 * @legal avenant 2 of 20 December 2021: « before » the limit, which the texts read do not settle for the day itself
 */
export function findLimiteComplement({ signature }: Complement): CalendarDate {
  return signature.joursIndecis[0] ?? signature.jusquau;
}
