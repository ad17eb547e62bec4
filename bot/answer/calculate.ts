import { findAvenant } from '#tools/avenant/find-avenant.ts';
import { computeComparaison } from '#tools/comparaison/compute-comparaison.ts';
import { computeEcheances } from '#tools/echeances/compute-echeances.ts';
import { computeFinancement } from '#tools/financement/compute-financement.ts';
import { findPlafondIndemnites } from '#tools/indemnites/find-plafond-indemnites.ts';
import { findLectures } from '#tools/montant/find-lectures.ts';
import { findPlafond } from '#tools/plafond/find-plafond.ts';
import { computeTaille } from '#tools/taille/compute-taille.ts';
import { findBornes } from '#tools/taille/find-bornes.ts';
import { computePartVariable } from '#tools/versements/compute-part-variable.ts';
import { computePremiereAvance } from '#tools/versements/compute-premiere-avance.ts';
import type { Calcul, Savoir } from './calcul.ts';
import type { Intention } from './situate/donnees.ts';
import type { Situation } from './situate/situation.ts';
import { toComparaisonInput } from './to-comparaison-input.ts';
import {
  findAnneeCivile,
  findMissionWith,
  listFinancementInputs,
  listTailles,
  toEcheancesInput,
  toJour,
} from './to-tool-inputs.ts';

/** What a tool is run with: the intention that calls it, what was understood, what is known. */
type Call = { readonly intention: Intention; readonly situation: Situation; readonly savoir: Savoir };

/** How each tool of `intentions.yaml` is called; a new tool is a line here. */
const RUNNERS: Readonly<Record<Intention['outil'], (call: Call) => readonly Calcul[]>> = {
  taille: runTaille,
  bornes: runBornes,
  financement: runFinancement,
  plafond: runPlafond,
  echeances: runEcheances,
  montant: runMontant,
  avenant: runAvenant,
  'premiere-avance': runPremiereAvance,
  'part-variable': runPartVariable,
  indemnites: runIndemnites,
  comparaison: runComparaison,
};

/** Runs the tools that the intentions of a question call for; inputs are facts of the words, thread or profile. */
export function calculate(situation: Situation, savoir: Savoir): readonly Calcul[] {
  return situation.intentions.flatMap((intention) => RUNNERS[intention.outil]({ intention, situation, savoir }));
}

function runTaille({ intention, situation, savoir }: Call): readonly Calcul[] {
  const { population, populations } = situation.faits;
  const all = situation.faitsDits.populations ?? populations ?? (population === undefined ? [] : [population]);
  return all.flatMap((habitants) => runTailleOf(habitants, { intention, situation, savoir }));
}

function runTailleOf(population: number, { intention, situation, savoir }: Call): readonly Calcul[] {
  const { asOf } = situation;
  const outcome = computeTaille(population, savoir.parametres, asOf);
  const size: Calcul = { intention, tool: 'taille', input: { population }, outcome };
  if (outcome.kind !== 'ambiguous') return [size];
  // Two sizes: what is at stake is the money of each.
  const input = { population, missions: [] };
  return [size, { intention, tool: 'financement', input, outcome: computeFinancement(input, savoir.parametres, asOf) }];
}

function runBornes({ intention, situation, savoir }: Call): readonly Calcul[] {
  return (situation.faits.tailles ?? []).map((numero) => {
    const taille = `taille${numero}`;
    return {
      intention,
      tool: 'bornes',
      input: { taille },
      outcome: findBornes(taille, savoir.parametres, situation.asOf),
    };
  });
}

function runFinancement({ intention, situation, savoir }: Call): readonly Calcul[] {
  return listFinancementInputs(intention, situation, savoir.parametres).map((input) => {
    const jour = intention.aspects.includes('signature') ? input.signature : undefined;
    const outcome = computeFinancement(input, savoir.parametres, jour ?? situation.asOf);
    return { intention, tool: 'financement', input, outcome };
  });
}

function runPlafond({ intention, situation, savoir }: Call): readonly Calcul[] {
  const { faits, asOf } = situation;
  return listTailles(faits, savoir.parametres, asOf).map((taille) => {
    const input = { taille, membres: faits.membres };
    return { intention, tool: 'plafond', input, outcome: findPlafond(taille, savoir.parametres, asOf) };
  });
}

function runEcheances({ intention, situation, savoir }: Call): readonly Calcul[] {
  const input = toEcheancesInput(intention, situation.faits);
  return [{ intention, tool: 'echeances', input, outcome: computeEcheances(input, savoir.parametres, situation.asOf) }];
}

function runMontant({ intention, situation, savoir }: Call): readonly Calcul[] {
  const { faitsDits, asOf } = situation;
  const { parametres, listMontantsDePassages } = savoir;
  return (faitsDits.montants ?? []).map((centimes) => {
    const outcome = findLectures(centimes, () => listMontantsDePassages(asOf), parametres, asOf);
    return { intention, tool: 'montant', input: { centimes }, outcome };
  });
}

function runAvenant({ intention, situation, savoir }: Call): readonly Calcul[] {
  return (situation.faitsDits.avenants ?? []).map((numero) => {
    return {
      intention,
      tool: 'avenant',
      input: { numero },
      outcome: findAvenant(numero, savoir.textes, situation.asOf),
    };
  });
}

function runPremiereAvance({ intention, situation, savoir }: Call): readonly Calcul[] {
  const { faits, asOf } = situation;
  const { fixe, demarrage, demarrageMois } = findMissionWith(faits, 'fixe');
  const input = { fixe, demarrage, demarrageMois, signature: toJour(faits.signature) };
  return [
    { intention, tool: 'premiere-avance', input, outcome: computePremiereAvance(input, savoir.parametres, asOf) },
  ];
}

function runPartVariable({ intention, situation }: Call): readonly Calcul[] {
  const { variable, taux } = findMissionWith(situation.faits, 'variable');
  const input = { variable, taux };
  return [{ intention, tool: 'part-variable', input, outcome: computePartVariable(input, situation.asOf) }];
}

function runIndemnites({ intention, situation, savoir }: Call): readonly Calcul[] {
  const annee = findAnneeCivile(situation);
  const outcome = findPlafondIndemnites(annee, savoir.parametres, situation.asOf);
  return [{ intention, tool: 'indemnites', input: { annee }, outcome }];
}

function runComparaison({ intention, situation, savoir }: Call): readonly Calcul[] {
  const input = toComparaisonInput(situation, savoir);
  if (!input) return [];
  const outcome = computeComparaison(input, savoir.parametres, situation.asOf);
  return [{ intention, tool: 'comparaison', input, outcome }];
}
