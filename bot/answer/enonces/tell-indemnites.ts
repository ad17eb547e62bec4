import type { Centimes } from '#corpus/law/euros.ts';
import type { PlafondIndemnites } from '#tools/indemnites/find-plafond-indemnites.ts';
import type { Calcul } from '../calcul.ts';
import type { Enonce } from '../enonce.ts';
import { toEurosArg } from './financement-args.ts';
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
  const { annee, montant, mensuel, statut, confiance, reference } = outcome.value;
  const backing: Backing = { tool: 'indemnites', statut, confiance, references: [reference] };
  const args = {
    annee: { kind: 'nombre', valeur: annee, unite: 'annee' },
    montant: toEurosArg(montant),
    mois: toEurosArg(mensuel),
  } as const;
  const [given, ...others] = teller.situation.faitsDits.montants ?? [];
  // Of several sums, the words do not say which add up: the cap alone is told.
  const verdict = given === undefined || others.length > 0 ? [] : [tellVerdict(given, outcome.value, teller, backing)];
  return [...verdict, teller.tell('enonce-plafond-indemnites', args, backing)];
}

/** Whether an amount met by the asker is within the cap. */
function tellVerdict(
  given: Centimes,
  { montant: annuel, mensuel }: PlafondIndemnites,
  teller: Teller,
  backing: Backing,
): Enonce {
  const monthly = teller.situation.concepts.has('par-mois');
  const [above, within] = monthly
    ? ['enonce-indemnites-mois-depassees', 'enonce-indemnites-mois-respectees']
    : ['enonce-indemnites-depassees', 'enonce-indemnites-respectees'];
  const code = given > (monthly ? mensuel : annuel) ? above : within;
  // The amount is the asker's: only the verdict is ours.
  const montant = teller.phrase('nombre', { nombre: toEurosArg(given) }, { ...backing, references: [] });
  return teller.tell(code, { montant }, backing);
}
