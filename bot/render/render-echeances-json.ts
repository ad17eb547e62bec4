import type { Echeance } from '#tools/echeances/compute-echeances.ts';
import type { Outcome } from '#tools/outcome.ts';
import type { Referentiel } from './referentiel.ts';
import { renderOutcomeJson } from './render-outcome-json.ts';
import { renderReferencesJson } from './render-references-json.ts';
import { createScribe, type Scribe } from './scribe.ts';

/** The deadlines as one JSON object, in date order; days are ISO strings, `joursRestants` is negative when past. */
export function renderEcheancesJson(outcome: Outcome<readonly Echeance[]>, referentiel: Referentiel): object {
  const scribe = createScribe('echeances', outcome.asOf, referentiel.vocabulary);
  const { kind, asOf, ...common } = renderOutcomeJson(outcome, scribe, referentiel);
  const value = outcome.kind === 'computed' ? outcome.value : [];
  const echeances = value.map((echeance) => renderEcheance(echeance, scribe, referentiel));
  return { kind, asOf, echeances, ...common };
}

function renderEcheance(echeance: Echeance, scribe: Scribe, { corpus }: Referentiel): object {
  const { code, label, date, etat, joursRestants, statut, references } = echeance;
  const appui = { statut, confiance: null, references };
  const hypotheses = echeance.hypotheses.map((hypothese) => scribe.write(hypothese, appui));
  return {
    code,
    label: scribe.write(label, appui),
    date,
    etat,
    joursRestants,
    statut,
    references: renderReferencesJson(references, corpus),
    ...(hypotheses.length === 0 ? {} : { hypotheses }),
  };
}
