import type { TexteMetadata } from '#corpus/law/texte.ts';
import type { Bornage, Chronologie, EtatDuDroit, Evenement } from '#tools/chronologie/evenement.ts';
import type { Settled } from '#tools/outcome.ts';
import type { Referentiel } from './referentiel.ts';
import { renderDifferenceJson, renderMesureJson } from './render-comparaison-json.ts';
import { renderOutcomeJson } from './render-outcome-json.ts';
import { renderReferencesJson } from './render-references-json.ts';
import { createScribe, type Scribe } from './scribe.ts';

/**
 * The story of the texts as one JSON object, oldest first; `date` is AAAA-MM-JJ, or AAAA-MM or AAAA when nobody read
 * the day. In `changements`, `a` is what was before (or offered), `b` what is after; `etat` is null unless the period
 * is a single day.
 */
export function renderChronologieJson(
  outcome: Settled<Chronologie>,
  { du, au }: Bornage,
  referentiel: Referentiel,
): object {
  const scribe = createScribe('chronologie', outcome.asOf, referentiel.vocabulary);
  const { kind, asOf, ...common } = renderOutcomeJson(outcome, scribe, referentiel);
  const value = outcome.kind === 'computed' ? outcome.value : { evenements: [], etat: null };
  return {
    kind,
    asOf,
    du: du ?? null,
    au: au ?? null,
    evenements: value.evenements.map((evenement) => renderEvenement(evenement, scribe, referentiel)),
    etat: value.etat && renderEtat(value.etat, scribe, referentiel),
    ...common,
  };
}

function renderEvenement(evenement: Evenement, scribe: Scribe, { corpus }: Referentiel): object {
  const { date, nature, texte, label, statut, references, changements } = evenement;
  return {
    date,
    nature,
    texte,
    nom: corpus.textes.get(texte)?.nom ?? texte,
    label: scribe.write(label, { statut, confiance: null, references }),
    statut,
    references: renderReferencesJson(references, corpus),
    changements: changements.map((changement) => renderDifferenceJson(changement, scribe, corpus)),
  };
}

function renderEtat(etat: EtatDuDroit, scribe: Scribe, { corpus }: Referentiel): object {
  const { jour, enVigueur, aVenir, sansEntreeEnVigueur, regles } = etat;
  return {
    jour,
    enVigueur: enVigueur.map(toTexte),
    aVenir: aVenir.map(toTexte),
    sansEntreeEnVigueur: sansEntreeEnVigueur.map(toTexte),
    regles: regles.map((mesure) => renderMesureJson(mesure, scribe, corpus)),
  };
}

function toTexte({ id, nom, signeLe, publieLe, enVigueurDu }: TexteMetadata): object {
  return { texte: id, nom, signeLe: signeLe ?? null, publieLe: publieLe ?? null, enVigueurDu: enVigueurDu ?? null };
}
