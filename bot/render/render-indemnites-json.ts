import { type Centimes, toEuros } from '#corpus/law/euros.ts';
import type { ResteIndemnites } from '#tools/indemnites/compute-reste.ts';
import type { Settled } from '#tools/outcome.ts';
import type { Referentiel } from './referentiel.ts';
import { renderOutcomeJson } from './render-outcome-json.ts';
import { renderReferencesJson } from './render-references-json.ts';
import { createScribe } from './scribe.ts';

/** The cap of a member's payments as one JSON object, in euros; `verse` and what follows from it are null when not given. */
export function renderIndemnitesJson(
  outcome: Settled<ResteIndemnites>,
  annee: number,
  referentiel: Referentiel,
): object {
  const scribe = createScribe('indemnites', outcome.asOf, referentiel.vocabulary);
  const { kind, asOf, ...common } = renderOutcomeJson(outcome, scribe, referentiel);
  const head = { kind, asOf, annee };
  const empty = { montant: null, mensuel: null, verse: null, reste: null, depassement: null, statut: null };
  if (outcome.kind !== 'computed') return { ...head, ...empty, confiance: null, references: [], ...common };
  const { montant, mensuel, verse, reste, depassement, statut, confiance, reference } = outcome.value;
  return {
    ...head,
    montant: toEuros(montant),
    mensuel: toEuros(mensuel),
    verse: toEurosOrNull(verse),
    reste: toEurosOrNull(reste),
    depassement: toEurosOrNull(depassement),
    statut,
    confiance,
    references: renderReferencesJson([reference], referentiel.corpus),
    ...common,
  };
}

function toEurosOrNull(montant: Centimes | null): number | null {
  return montant === null ? null : toEuros(montant);
}
