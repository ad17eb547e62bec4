import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import { type Message, toDonnee, toMessage } from '#corpus/law/message.ts';
import { findValueAt, type TailleCode } from '#corpus/law/parametre.ts';
import type { Parametres } from '#corpus/law/parametres.ts';
import type { Reference } from '#corpus/law/reference.ts';
import type { Confiance, Statut } from '#corpus/law/statut.ts';
import type { Outcome } from '../outcome.ts';

/** Bracket in which a population falls; `a` is null for the last one. Both limits included. */
export type TailleTrouvee = {
  readonly taille: TailleCode;
  readonly population: number;
  readonly de: number;
  readonly a: number | null;
  readonly statut: Statut;
  readonly confiance: Confiance;
  readonly reference: Reference;
};

/**
 * Size of a CPTS from the population it covers.
 * @param population inhabitants, whole number above zero (see checkPopulation)
 * @returns computed; ambiguous where two brackets quote the same limit; not-covered before the accord
 * @legal ACI CPTS of 20 June 2019 (brackets read in secondary pages; the article itself was not)
 */
export function computeTaille(population: number, parametres: Parametres, asOf: CalendarDate): Outcome<TailleTrouvee> {
  const dated = findValueAt(parametres.tailles.valeurs, asOf);
  if (!dated) {
    const first = parametres.tailles.valeurs[0];
    const reason = first
      ? toMessage('avant-accord', { jour: { kind: 'date', date: asOf }, debut: { kind: 'date', date: first.depuis } })
      : toMessage('absent-du-corpus');
    return { kind: 'not-covered', asOf, reason, references: first ? [first.reference] : [] };
  }
  const { classes, points } = dated.valeur;
  const point = points.find((candidate) => candidate.population === population);
  const found = classes
    .filter(({ de, a }) => population >= de && (a === null || population <= a))
    .map(
      ({ taille, de, a }): TailleTrouvee => ({
        taille,
        population,
        de,
        a,
        // A limit read in one way only by our reasoning is deduced, not read.
        statut: point?.confiance === 'I' ? 'deduit' : dated.statut,
        confiance: point?.confiance ?? dated.confiance,
        reference: dated.reference,
      }),
    );
  const hypotheses = point ? [toPointMessage(population, point.pourquoi)] : [];
  const [first, ...others] = found;
  if (!first)
    return { kind: 'not-covered', asOf, reason: toMessage('absent-du-corpus'), references: [dated.reference] };
  if (others.length === 0) return { kind: 'computed', asOf, value: first, hypotheses, notComputed: [] };
  const readings = found.map((value) => ({
    hypothese: [toMessage('lecture-taille', { taille: { kind: 'taille', numero: toNumeroTaille(value.taille) } })],
    value,
  }));
  return { kind: 'ambiguous', asOf, readings, hypotheses, notComputed: [] };
}

/**
 * Number of a size: `taille3` → 3.
 * @legal sizes are numbered as in the ACI CPTS
 */
export function toNumeroTaille(taille: TailleCode): number {
  return Number(taille.slice('taille'.length));
}

function toPointMessage(population: number, pourquoi: string): Message {
  return toMessage('seuil', {
    population: { kind: 'population', habitants: population },
    pourquoi: toDonnee(pourquoi),
  });
}
