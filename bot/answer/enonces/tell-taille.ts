import type { LicensedText } from '#corpus/law/licensed-text.ts';
import { joinLicensed } from '#corpus/law/licensed-text.ts';
import type { MessageArg } from '#corpus/law/message.ts';
import { type TailleTrouvee, toNumeroTaille } from '#tools/taille/compute-taille.ts';
import type { Calcul } from '../calcul.ts';
import type { Enonce } from '../enonce.ts';
import type { Backing, Teller } from './teller.ts';

/** Énoncés of a size: the bracket, or both when the limit is shared. */
export function tellTaille(calcul: Extract<Calcul, { tool: 'taille' }>, teller: Teller): readonly Enonce[] {
  const { outcome, input } = calcul;
  const population = { kind: 'population', habitants: input.population } as const;
  if (outcome.kind === 'computed') {
    const backing = toBacking(outcome.value);
    const args = {
      population,
      taille: toTailleArg(outcome.value.taille),
      bornes: toBornes(outcome.value, teller, backing),
    };
    return [teller.tell('enonce-taille', args, backing)];
  }
  if (outcome.kind !== 'ambiguous') return [];
  const [first] = outcome.readings;
  if (!first) return [];
  const backing = { ...toBacking(first.value), statut: 'en-vigueur' } as const;
  const numbers = outcome.readings.map(({ value }) =>
    teller.phrase('nombre', { nombre: toTailleArg(value.taille) }, backing),
  );
  return [
    teller.tell(
      'enonce-taille-indecidable',
      { population, tailles: joinLicensed(numbers, teller.situation.lang === 'fr' ? ' et ' : ' and ') },
      backing,
    ),
  ];
}

/** Énoncé of the bracket of a size. */
export function tellBornes({ outcome }: Extract<Calcul, { tool: 'bornes' }>, teller: Teller): readonly Enonce[] {
  if (outcome.kind !== 'computed') return [];
  const { taille, statut, confiance, reference } = outcome.value;
  const backing: Backing = { tool: 'bornes', statut, confiance, references: [reference] };
  const args = { taille: toTailleArg(taille), bornes: toBornes(outcome.value, teller, backing) };
  return [teller.tell('enonce-bornes', args, backing)];
}

/** Limits of a bracket in words: « moins de 40 000 habitants ». */
function toBornes({ de, a }: Pick<TailleTrouvee, 'de' | 'a'>, teller: Teller, backing: Backing): LicensedText {
  if (de === 0 && a !== null) return teller.phrase('bornes-debut', { limite: toPopulation(a + 1) }, backing);
  if (a === null) return teller.phrase('bornes-fin', { limite: toPopulation(de - 1) }, backing);
  return teller.phrase('bornes-milieu', { de: toPopulation(de), a: toPopulation(a) }, backing);
}

/** `taille3` as a value to place in a sentence. */
export function toTailleArg(taille: string): MessageArg {
  return { kind: 'taille', numero: toNumeroTaille(taille) };
}

function toPopulation(habitants: number): MessageArg {
  return { kind: 'population', habitants };
}

function toBacking({ statut, confiance, reference }: TailleTrouvee): Backing {
  return { tool: 'taille', statut, confiance, references: [reference] };
}
