import type { Centimes } from '#corpus/law/euros.ts';
import type { LicensedText } from '#corpus/law/licensed-text.ts';
import type { MontantConnu } from '#tools/montant/list-montants-connus.ts';
import type { Outcome } from '#tools/outcome.ts';
import type { Scribe } from './scribe.ts';
import { type OutcomeTold, tellAppui, tellOutcome } from './tell-outcome.ts';

/** What an amount can be, in words. */
export type MontantDit = OutcomeTold & {
  /** None when nothing is known of it. */
  readonly titre: LicensedText | undefined;
  readonly lectures: readonly LicensedText[];
};

/** Tells what an amount can be, the same for the terminal and Slack. */
export function describeMontant(
  outcome: Outcome<readonly MontantConnu[]>,
  centimes: Centimes,
  scribe: Scribe,
): MontantDit {
  const told = tellOutcome(outcome, scribe);
  if (outcome.kind !== 'computed') return { ...told, titre: undefined, lectures: [] };
  const montant = { kind: 'euros', centimes } as const;
  const titre = scribe.phrase(outcome.value.length > 1 ? 'enonce-montant' : 'enonce-montant-seul', { montant });
  const lectures = outcome.value.map((known) => {
    const label = scribe.phrase(known.label.code, known.label.args, known);
    return [...label, ' — ', ...tellAppui(known.statut, known.references, scribe)];
  });
  return { ...told, titre, lectures };
}
