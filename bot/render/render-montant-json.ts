import { type Centimes, toEuros } from '#corpus/law/euros.ts';
import type { MontantConnu } from '#tools/montant/list-montants-connus.ts';
import type { Outcome } from '#tools/outcome.ts';
import type { Referentiel } from './referentiel.ts';
import { renderOutcomeJson } from './render-outcome-json.ts';
import { renderReferencesJson } from './render-references-json.ts';
import { createScribe } from './scribe.ts';

/** What an amount can be, as one JSON object; `montant` in euros, readings with rules in force first. */
export function renderMontantJson(
  outcome: Outcome<readonly MontantConnu[]>,
  centimes: Centimes,
  referentiel: Referentiel,
): object {
  const scribe = createScribe('montant', outcome.asOf, referentiel.vocabulary);
  const { kind, asOf, ...common } = renderOutcomeJson(outcome, scribe, referentiel);
  const value = outcome.kind === 'computed' ? outcome.value : [];
  const lectures = value.map(({ label, statut, confiance, references }) => ({
    label: scribe.write(label, { statut, confiance, references }),
    statut,
    confiance,
    references: renderReferencesJson(references, referentiel.corpus),
  }));
  return { kind, asOf, montant: toEuros(centimes), lectures, ...common };
}
