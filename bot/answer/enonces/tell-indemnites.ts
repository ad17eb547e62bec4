import type { Calcul } from '../calcul.ts';
import type { Enonce } from '../enonce.ts';
import type { Backing, Teller } from './teller.ts';

/** Énoncé of the yearly cap of a member's payments, or of its absence. */
export function tellIndemnites(
  { outcome }: Extract<Calcul, { tool: 'indemnites' }>,
  teller: Teller,
): readonly Enonce[] {
  if (outcome.kind === 'not-covered') {
    const absent: Backing = { tool: 'indemnites', statut: 'absent', confiance: 'M', references: outcome.references };
    return [teller.tell(outcome.reason.code, outcome.reason.args, absent)];
  }
  if (outcome.kind !== 'computed') return [];
  const { annee, montant, statut, confiance, reference } = outcome.value;
  const backing: Backing = { tool: 'indemnites', statut, confiance, references: [reference] };
  const args = {
    annee: { kind: 'nombre', valeur: annee, unite: 'annee' },
    montant: { kind: 'euros', centimes: montant },
  } as const;
  return [teller.tell('enonce-plafond-indemnites', args, backing)];
}
