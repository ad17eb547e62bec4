import { toEuros } from '#corpus/law/euros.ts';
import type { Financement, LigneFinancement, Versement } from '#tools/financement/financement.ts';
import type { Outcome } from '#tools/outcome.ts';
import { toNumeroTaille } from '#tools/taille/compute-taille.ts';
import { toFinancementLabel } from '../answer/to-financement-label.ts';
import type { Referentiel } from './referentiel.ts';
import { renderOutcomeJson } from './render-outcome-json.ts';
import { renderReferencesJson } from './render-references-json.ts';
import { createScribe, type Scribe } from './scribe.ts';

/** The funding outcome as the JSON contract wants it: euros as numbers, sentences in French. */
export function renderFinancementJson(outcome: Outcome<Financement>, referentiel: Referentiel): object {
  const scribe = createScribe('financement', outcome.asOf, referentiel.vocabulary);
  const { kind, asOf, ...common } = renderOutcomeJson(outcome, scribe, referentiel);
  if (outcome.kind === 'computed') {
    const { value } = outcome;
    const { lignes, total, estimation, versements } = renderLecture(value, scribe, referentiel);
    const numero = toNumeroTaille(value.taille);
    const bounds = toBounds([value]);
    const head = { kind, asOf, annee: value.annee, taille: numero };
    return { ...head, lignes, total, estimation, ...bounds, versements, ...common };
  }
  const values = outcome.kind === 'ambiguous' ? outcome.readings.map(({ value }) => value) : [];
  const tailles = toAscending(values.map(({ taille }) => toNumeroTaille(taille)));
  const head = {
    kind,
    asOf,
    annee: values[0]?.annee ?? null,
    taille: tailles.length > 1 ? tailles : (tailles[0] ?? null),
  };
  // Whatever depends on the reading is given inside the readings only.
  const body = { lignes: [], total: null, estimation: null, ...toBounds(values), versements: [], ...common };
  if (outcome.kind !== 'ambiguous') return { ...head, ...body };
  const lectures = outcome.readings.map(({ hypothese, value }) => ({
    hypothese: scribe.writeJoined(hypothese, ', '),
    ...renderLecture(value, scribe, referentiel),
  }));
  const totaux = toAscending(values.map(({ total }) => toEuros(total)));
  return { ...head, ...body, lectures, totaux };
}

function renderLecture(value: Financement, scribe: Scribe, referentiel: Referentiel) {
  const { lignes, total, estimation, versements } = value;
  return {
    lignes: lignes.map((ligne) => renderLigne(ligne, value, scribe, referentiel)),
    total: toEuros(total),
    estimation: estimation === null ? null : toEuros(estimation),
    versements: versements.map((versement) => renderVersement(versement, scribe)),
  };
}

function renderLigne(ligne: LigneFinancement, value: Financement, scribe: Scribe, { corpus }: Referentiel): object {
  const { nature, mission, montant, statut, confiance, references, etapes } = ligne;
  return {
    code: mission === undefined ? nature : `mission:${mission}:${nature}`,
    label: scribe.write(toFinancementLabel(ligne, value), ligne),
    montant: toEuros(montant),
    statut,
    confiance,
    // The asker's own amount: the texts only say how it is paid.
    ...(statut === 'en-vigueur' && confiance === 'C' ? { origine: 'contrat-saisi' } : {}),
    references: renderReferencesJson(references, corpus),
    etapes: etapes.map((etape) => scribe.write(etape, ligne)),
  };
}

function renderVersement({ date, annee, montant, label }: Versement, scribe: Scribe): object {
  return { date, annee, montant: toEuros(montant), label: scribe.write(label) };
}

/** Bounds that every reading shares; null when they differ, or when there is none. */
function toBounds(values: readonly Financement[]): {
  readonly maximum: number | null;
  readonly plafond: number | null;
} {
  return {
    maximum: findShared(values.map(({ maximum }) => maximum)),
    plafond: findShared(values.map(({ plafond }) => plafond)),
  };
}

function findShared(amounts: readonly Financement['maximum'][]): number | null {
  const [first = null] = amounts;
  return first !== null && amounts.every((amount) => amount === first) ? toEuros(first) : null;
}

function toAscending(numbers: readonly number[]): readonly number[] {
  return [...new Set(numbers)].sort((a, b) => a - b);
}
