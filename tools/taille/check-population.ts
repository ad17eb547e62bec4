import { toMessage } from '#corpus/law/message.ts';
import type { InputProblem } from '../outcome.ts';

/** Plausible bounds of a covered population, in inhabitants: not law, only a guard against typing errors. */
const PLAUSIBLE = { min: 1, max: 10_000_000 };

/**
 * What is wrong with a population (zero, negative, absurd, not whole); undefined when it can be used.
 * @legal none: a guard against typing errors; the texts read give no lower bound
 */
export function checkPopulation(population: number): InputProblem | undefined {
  if (Number.isInteger(population) && population >= PLAUSIBLE.min && population <= PLAUSIBLE.max) return undefined;
  return {
    champ: 'population',
    message: toMessage('population-impossible', {
      valeur: { kind: 'nombre', valeur: population },
      min: { kind: 'nombre', valeur: PLAUSIBLE.min },
      max: { kind: 'nombre', valeur: PLAUSIBLE.max },
    }),
  };
}
