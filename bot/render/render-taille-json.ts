import type { Outcome } from '#tools/outcome.ts';
import { type TailleTrouvee, toNumeroTaille } from '#tools/taille/compute-taille.ts';
import type { Referentiel } from './referentiel.ts';
import { renderOutcomeJson } from './render-outcome-json.ts';
import { renderReferencesJson } from './render-references-json.ts';
import { createScribe } from './scribe.ts';

/** The size outcome as one JSON object; `taille` is a number, several when the texts do not settle, else null. */
export function renderTailleJson(
  outcome: Outcome<TailleTrouvee>,
  population: number,
  referentiel: Referentiel,
): object {
  const { corpus, vocabulary } = referentiel;
  const scribe = createScribe('taille', outcome.asOf, vocabulary);
  const { kind, asOf, ...common } = renderOutcomeJson(outcome, scribe, referentiel);
  const head = { kind, asOf, population };
  if (outcome.kind === 'computed') {
    const { taille, statut, confiance, reference } = outcome.value;
    const references = renderReferencesJson([reference], corpus);
    return { ...head, taille: toNumeroTaille(taille), statut, confiance, references, ...common };
  }
  if (outcome.kind !== 'ambiguous') return { ...head, taille: null, references: [], ...common };
  const lectures = outcome.readings.map(({ hypothese, value: { taille, statut, confiance, reference } }) => ({
    hypothese: scribe.writeJoined(hypothese, ', '),
    taille: toNumeroTaille(taille),
    statut,
    confiance,
    references: renderReferencesJson([reference], corpus),
  }));
  const references = renderReferencesJson(
    outcome.readings.slice(0, 1).map(({ value }) => value.reference),
    corpus,
  );
  return { ...head, taille: lectures.map(({ taille }) => taille), references, lectures, ...common };
}
