import type { Bareme } from '#corpus/law/bareme.ts';
import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import { type Centimes, subtractCentimes } from '#corpus/law/euros.ts';
import { type Message, type MessageArg, toDonnee } from '#corpus/law/message.ts';
import type { TailleCode } from '#corpus/law/parametre.ts';
import type { Reference } from '#corpus/law/reference.ts';
import { toNumeroTaille } from '../taille/compute-taille.ts';
import type { SommeTaille } from './compute-sommes.ts';

/**
 * Values of a sentence that compares a sum with its ceiling.
 * @param total sum compared, in euro cents
 * @legal announced yearly ceilings, in corpus/parametres
 */
export function toSommeArgs(somme: SommeTaille, plafond: Centimes, total: Centimes): Message['args'] {
  const { taille, jour, fonctionnement, missions, referencePlafond } = somme;
  return {
    taille: toTaille(taille),
    jour: toDate(jour),
    fonctionnement: toEuros(fonctionnement ?? (0 as Centimes)),
    missions: toEuros(missions),
    somme: toEuros(total),
    plafond: toEuros(plafond),
    ecart: toEuros(subtractCentimes(total, plafond)),
    texte: { kind: 'texte', id: referencePlafond?.texte ?? '' },
    lu: toLu(referencePlafond),
  };
}

/**
 * Keys of a size in the last block that speaks of it on a day.
 * @legal none: the shape of an overlay
 */
export function findPlace({ blocs }: Bareme, taille: TailleCode, jour: CalendarDate): readonly (string | number)[] {
  const bloc = blocs.findLast(({ depuis, montants }) => depuis <= jour && montants[taille] !== undefined);
  return bloc === undefined ? ['blocs'] : ['blocs', bloc.rang, 'montants', taille];
}

/**
 * A size, by its number.
 * @legal none: a value of a sentence
 */
export function toTaille(taille: TailleCode): MessageArg {
  return { kind: 'taille', numero: toNumeroTaille(taille) };
}

/**
 * A day.
 * @legal none: a value of a sentence
 */
export function toDate(date: CalendarDate): MessageArg {
  return { kind: 'date', date };
}

/**
 * An amount.
 * @legal none: a value of a sentence
 */
export function toEuros(centimes: Centimes): MessageArg {
  return { kind: 'euros', centimes };
}

/**
 * Where a known figure was read: our sources, or what the overlay says.
 * @legal none: a value of a sentence
 */
export function toLu(reference: Reference | null): MessageArg {
  const text = reference?.bareme?.ou ?? reference?.refs.join(', ') ?? '';
  return toDonnee(text);
}
