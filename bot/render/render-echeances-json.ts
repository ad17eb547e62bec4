import type { Echeance } from '#tools/echeances/echeance.ts';
import type { Suivi } from '#tools/echeances/find-suivi.ts';
import type { Outcome } from '#tools/outcome.ts';
import type { Referentiel } from './referentiel.ts';
import { renderOutcomeJson } from './render-outcome-json.ts';
import { renderReferencesJson } from './render-references-json.ts';
import { createScribe, type Scribe } from './scribe.ts';

/**
 * The deadlines as one JSON object, in date order; days are ISO strings, `joursRestants` is negative when past.
 * What the asker said of a deadline is added to it: `faitLe` or `prevu`, `retardJours` (0 within the delay), `suivi`.
 */
export function renderEcheancesJson(outcome: Outcome<readonly Echeance[]>, referentiel: Referentiel): object {
  const scribe = createScribe('echeances', outcome.asOf, referentiel.vocabulary);
  const { kind, asOf, ...common } = renderOutcomeJson(outcome, scribe, referentiel);
  const value = outcome.kind === 'computed' ? outcome.value : [];
  const echeances = value.map((echeance) => renderEcheanceJson(echeance, scribe, referentiel));
  return { kind, asOf, echeances, ...common };
}

/** One deadline as the JSON contract writes it. */
export function renderEcheanceJson(echeance: Echeance, scribe: Scribe, { corpus }: Referentiel): object {
  const { code, label, date, etat, joursRestants, suivi, statut, references } = echeance;
  const appui = { statut, confiance: null, references };
  const hypotheses = echeance.hypotheses.map((hypothese) => scribe.write(hypothese, appui));
  return {
    code,
    label: scribe.write(label, appui),
    date,
    etat,
    joursRestants,
    ...(suivi ? renderSuivi(suivi, scribe) : {}),
    statut,
    references: renderReferencesJson(references, corpus),
    ...(hypotheses.length === 0 ? {} : { hypotheses }),
  };
}

/** Only what is known: a key that would be null is left out. */
function renderSuivi({ faitLe, prevu, retardJours, phrase }: Suivi, scribe: Scribe): object {
  return {
    ...(faitLe === null ? {} : { faitLe }),
    ...(prevu === null ? {} : { prevu }),
    ...(retardJours === null ? {} : { retardJours }),
    suivi: scribe.write(phrase),
  };
}
