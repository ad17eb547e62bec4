import type { Centimes } from '#corpus/law/euros.ts';
import type { MontantConnu } from '#tools/montant/list-montants-connus.ts';
import type { Outcome } from '#tools/outcome.ts';
import { describeMontant } from '../render/describe-montant.ts';
import type { Referentiel } from '../render/referentiel.ts';
import { createScribe } from '../render/scribe.ts';
import { sealLines, toBullets } from './layout.ts';
import { renderOutcomeText } from './render-outcome-text.ts';

/** What an amount can be, for a reader. */
export function renderMontantText(
  outcome: Outcome<readonly MontantConnu[]>,
  centimes: Centimes,
  { vocabulary }: Referentiel,
): string {
  const scribe = createScribe('montant', outcome.asOf, vocabulary);
  const { titre, lectures } = describeMontant(outcome, centimes, scribe);
  const rest = renderOutcomeText(outcome, scribe);
  if (titre === undefined) return `${sealLines(rest)}\n`;
  const jour = scribe.phrase('interface-jour', { asOf: { kind: 'date', date: outcome.asOf } });
  return `${sealLines([titre, ...toBullets(lectures), jour, ...rest])}\n`;
}
