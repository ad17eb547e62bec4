import { type Centimes, toEuros } from '#corpus/law/euros.ts';
import { findValueAt } from '#corpus/law/parametre.ts';
import type { Outcome } from '#tools/outcome.ts';
import type { Plafond } from '#tools/plafond/find-plafond.ts';
import { toNumeroTaille } from '#tools/taille/compute-taille.ts';
import type { Bornes } from '#tools/taille/find-bornes.ts';
import type { PartVariable } from '#tools/versements/compute-part-variable.ts';
import type { PremiereAvance } from '#tools/versements/compute-premiere-avance.ts';
import type { Calcul } from '../answer/calcul.ts';
import type { Referentiel } from './referentiel.ts';
import { renderComparaisonJson } from './render-comparaison-json.ts';
import { renderEcheancesJson } from './render-echeances-json.ts';
import { renderFinancementJson } from './render-financement-json.ts';
import { renderMontantJson } from './render-montant-json.ts';
import { renderOutcomeJson } from './render-outcome-json.ts';
import { renderReferencesJson } from './render-references-json.ts';
import { renderTailleJson } from './render-taille-json.ts';
import { createScribe } from './scribe.ts';

/** What a tool gave for an answer, as its own command would print it; money in euros. */
export function renderRunJson(run: Calcul, referentiel: Referentiel): object {
  return { tool: run.tool, ...renderOutcome(run, referentiel) };
}

function renderOutcome(run: Calcul, referentiel: Referentiel): object {
  const { corpus } = referentiel;
  switch (run.tool) {
    case 'taille':
      return renderTailleJson(run.outcome, run.input.population, referentiel);
    case 'financement':
      return { ...renderFinancementJson(run.outcome, referentiel), ...renderCrises(run, referentiel) };
    case 'echeances':
      return renderEcheancesJson(run.outcome, referentiel);
    case 'montant':
      return { ...renderMontantJson(run.outcome, run.input.centimes, referentiel), ...renderRegles(run, referentiel) };
    case 'plafond':
      return renderValue(run, referentiel, run.outcome, renderPlafond);
    case 'bornes':
      return renderValue(run, referentiel, run.outcome, renderBornes);
    case 'premiere-avance':
      return renderValue(run, referentiel, run.outcome, renderPremiereAvance);
    case 'part-variable':
      return renderValue(run, referentiel, run.outcome, renderPartVariable);
    case 'indemnites':
      return renderValue(run, referentiel, run.outcome, ({ annee, montant, mensuel, reference }) => ({
        annee,
        montant: toEuros(montant),
        mensuel: toEuros(mensuel),
        references: renderReferencesJson([reference], corpus),
      }));
    case 'comparaison':
      return renderComparaisonJson(run.outcome, run.input, referentiel);
    case 'avenant':
      return renderValue(run, referentiel, run.outcome, ({ numero, trouve, dernier }) => ({
        numero,
        trouve,
        dernier: dernier?.id ?? null,
      }));
  }
}

/** The common part of an outcome, and its value when it has one. */
function renderValue<T>(
  { tool }: Calcul,
  referentiel: Referentiel,
  outcome: Outcome<T>,
  render: (value: T, referentiel: Referentiel) => object,
): object {
  const common = renderOutcomeJson(outcome, createScribe(tool, outcome.asOf, referentiel.vocabulary), referentiel);
  return outcome.kind === 'computed' ? { ...common, ...render(outcome.value, referentiel) } : common;
}

function renderPlafond({ taille, montant, plusDeMembres, precedent, reference }: Plafond, { corpus }: Referentiel) {
  return {
    taille: toNumeroTaille(taille),
    montant: toEurosOrNull(montant),
    plusDeMembres,
    precedent: precedent && { montant: toEuros(precedent.montant), jusque: precedent.jusque },
    references: renderReferencesJson([reference], corpus),
  };
}

function renderBornes({ taille, de, a, reference }: Bornes, { corpus }: Referentiel) {
  return { taille: toNumeroTaille(taille), de, a, references: renderReferencesJson([reference], corpus) };
}

function renderPremiereAvance({ fixe, part, lectures, reference }: PremiereAvance, { corpus }: Referentiel) {
  return {
    fixe: toEuros(fixe),
    part: part.num / part.den,
    lectures: lectures.map(({ base, fraction, avance, solde, avanceSuivante, anniversaire }) => ({
      base,
      fraction: `${fraction.num}/${fraction.den}`,
      avance: toEuros(avance),
      solde: toEuros(solde),
      avanceSuivante: toEuros(avanceSuivante),
      anniversaire: toEuros(anniversaire),
    })),
    references: renderReferencesJson([reference], corpus),
  };
}

function renderPartVariable({ variable, taux, montant }: PartVariable) {
  return { variable: toEuros(variable), taux: taux && taux.num / taux.den, montant: toEurosOrNull(montant) };
}

/** Amounts of the rules that an explained amount is compared with, for each day since which they changed. */
function renderRegles({ outcome }: Extract<Calcul, { tool: 'montant' }>, { parametres }: Referentiel): object {
  const lectures = outcome.kind === 'computed' ? outcome.value : [];
  const named = new Set(lectures.map(({ regle }) => regle));
  const rules = [parametres.fonctionnement, parametres.plafonds].filter(({ id }) => named.has(id));
  return {
    regles: rules.flatMap(({ id, valeurs }) =>
      valeurs.map(({ depuis, valeur }) => ({ regle: id, depuis, montants: renderMontants(valeur.montants) })),
    ),
  };
}

/** What missions asked about would get besides, were a crisis recognised: in no total. */
function renderCrises(
  { input, outcome }: Extract<Calcul, { tool: 'financement' }>,
  { parametres }: Referentiel,
): object {
  const dated = findValueAt(parametres.montantsMissions.valeurs, outcome.asOf)?.valeur ?? {};
  const crises = Object.entries(dated).flatMap(([taille, missions]) =>
    input.missions.flatMap(({ code }) => {
      const montant = missions?.[code]?.siCriseReconnue;
      return montant ? [{ taille: toNumeroTaille(taille), mission: code, montant: toEuros(montant) }] : [];
    }),
  );
  return crises.length === 0 ? {} : { siCriseReconnue: crises };
}

function renderMontants(montants: Readonly<Record<string, Centimes | null>>): object {
  return Object.fromEntries(Object.entries(montants).map(([taille, montant]) => [taille, toEurosOrNull(montant)]));
}

function toEurosOrNull(montant: Centimes | null): number | null {
  return montant === null ? null : toEuros(montant);
}
