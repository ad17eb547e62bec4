import type { Centimes } from '#corpus/law/euros.ts';
import { toEuros } from '#corpus/law/euros.ts';
import type { Outcome } from '#tools/outcome.ts';
import { toNumeroTaille } from '#tools/taille/compute-taille.ts';
import type { Calcul } from '../answer/calculate.ts';
import type { Referentiel } from '../commands/load-referentiel.ts';
import { renderEcheancesJson } from '../commands/render-echeances-json.ts';
import { renderFinancementJson } from '../commands/render-financement-json.ts';
import { renderMontantJson } from '../commands/render-montant-json.ts';
import { renderOutcomeJson } from '../commands/render-outcome-json.ts';
import { renderReferencesJson } from '../commands/render-references-json.ts';
import { renderTailleJson } from '../commands/render-taille-json.ts';
import { createScribe } from '../commands/scribe.ts';

/** What a tool gave for an answer, as its own command would print it; money in euros. */
export function renderRunJson(run: Calcul, referentiel: Referentiel): object {
  return { tool: run.tool, ...renderOutcome(run, referentiel) };
}

function renderOutcome(run: Calcul, referentiel: Referentiel): object {
  switch (run.tool) {
    case 'taille':
      return renderTailleJson(run.outcome, run.input.population, referentiel);
    case 'financement':
      return renderFinancementJson(run.outcome, referentiel);
    case 'echeances':
      return renderEcheancesJson(run.outcome, referentiel);
    case 'montant':
      return renderMontantJson(run.outcome, run.input.centimes, referentiel);
    case 'plafond':
      return renderValue(run.tool, run.outcome, referentiel, ({ taille, montant, plusDeMembres, precedent, reference }) => ({
        taille: toNumeroTaille(taille),
        montant: toEurosOrNull(montant),
        plusDeMembres,
        precedent: precedent && { montant: toEuros(precedent.montant), jusque: precedent.jusque },
        references: renderReferencesJson([reference], referentiel.corpus),
      }));
    case 'premiere-avance':
      return renderValue(run.tool, run.outcome, referentiel, ({ fixe, part, lectures, reference }) => ({
        fixe: toEuros(fixe),
        part: part.num / part.den,
        lectures: lectures.map(({ base, fraction, avance, solde }) => ({
          base,
          fraction: `${fraction.num}/${fraction.den}`,
          avance: toEuros(avance),
          solde: toEuros(solde),
        })),
        references: renderReferencesJson([reference], referentiel.corpus),
      }));
    case 'part-variable':
      return renderValue(run.tool, run.outcome, referentiel, ({ variable, taux, montant }) => ({
        variable: toEuros(variable),
        taux: taux && taux.num / taux.den,
        montant: toEurosOrNull(montant),
      }));
    case 'bornes':
      return renderValue(run.tool, run.outcome, referentiel, ({ taille, de, a, reference }) => ({
        taille: toNumeroTaille(taille),
        de,
        a,
        references: renderReferencesJson([reference], referentiel.corpus),
      }));
    case 'indemnites':
      return renderValue(run.tool, run.outcome, referentiel, ({ annee, montant, reference }) => ({
        annee,
        montant: toEuros(montant),
        references: renderReferencesJson([reference], referentiel.corpus),
      }));
    case 'avenant':
      return renderValue(run.tool, run.outcome, referentiel, ({ numero, trouve, dernier }) => ({
        numero,
        trouve,
        dernier: dernier?.id ?? null,
      }));
  }
}

/** The common part of an outcome, and its value when it has one. */
function renderValue<T>(tool: string, outcome: Outcome<T>, referentiel: Referentiel, render: (value: T) => object): object {
  const common = renderOutcomeJson(outcome, createScribe(tool, outcome.asOf, referentiel.vocabulary), referentiel);
  return outcome.kind === 'computed' ? { ...common, ...render(outcome.value) } : common;
}

function toEurosOrNull(montant: Centimes | null): number | null {
  return montant === null ? null : toEuros(montant);
}
