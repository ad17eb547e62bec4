import { z } from 'zod';
import type { Parametre } from '../law/parametre.ts';
import { Reference } from '../law/reference.ts';

/** A value of a parameter with the reference that supports it. */
const Supported = z.object({ reference: Reference.extend({ passage: z.string() }) });

/** A value of a parameter with the passage that says it. */
export type SupportedValue = {
  readonly id: string;
  readonly passage: string;
  readonly refs: readonly string[];
  readonly article?: string | undefined;
  /** Euros, by size or year. */
  readonly amounts: readonly number[];
};

/** Values of a parameter that name a passage: itself, its dated values, its missions. */
export function listSupported(parametre: Parametre): readonly SupportedValue[] {
  return [parametre, ...listDated(parametre)].flatMap((value) => {
    const { success, data } = Supported.safeParse(value);
    if (!success) return [];
    return [{ id: parametre.id, ...data.reference, amounts: listValues(value) }];
  });
}

function listDated(parametre: Parametre): readonly object[] {
  if ('valeurs' in parametre) return parametre.valeurs;
  if (!('missions' in parametre)) return [];
  return parametre.missions.flatMap((mission) => [mission, ...(mission.nouveauxDelais ?? [])]);
}

/** Amounts that stand under `montants`, `annees` or a mission's parts, in euros. */
function listValues(value: object): readonly number[] {
  return Object.entries(value).flatMap(([key, inside]) => {
    if (typeof inside !== 'object' || inside === null || key === 'reference' || key === 'variantes') return [];
    if (key === 'montants' || key === 'annees') {
      return Object.values(inside).flatMap((amount) => (typeof amount === 'number' ? [amount / 100] : []));
    }
    return listValues(inside);
  });
}
