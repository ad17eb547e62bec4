import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import Engine from 'publicodes';
import { CalendarDate } from '#corpus/law/calendar-date.ts';
import type { Parametres } from '#corpus/law/parametres.ts';
import { loadParametres } from '#corpus/load-parametres.ts';
import { findAnneeContrat } from '#tools/contrat/find-annee-contrat.ts';
import type { AnneeCalculee } from '#tools/financement/annee-calculee.ts';
import { computeFinancement } from '#tools/financement/compute-financement.ts';
import { computeFonctionnement } from '#tools/financement/compute-fonctionnement.ts';
import type { FinancementInput } from '#tools/financement/financement.ts';
import { listValues } from '#tools/outcome.ts';
import { computeTaille } from '#tools/taille/compute-taille.ts';
import { atLeast, type Figure, withoutLimit } from '../figures.ts';
import { drawInputs } from './draw-inputs.ts';

const HERE = import.meta.dirname;
const INPUTS = 10_000;
const SEED = 20_260_822;
const AS_OF = CalendarDate.parse('2026-11-21');
const SIGNATURE = CalendarDate.parse('2025-01-15');
/** Rounds over all the inputs; the first ones warm the machine up, the median of the others counts. */
const ROUNDS = 12;
const WARM_UP = 4;
/** Far slower: fewer inputs, so that the whole measure stays within some seconds. */
const PUBLICODES_INPUTS = 1000;

/**
 * Speed of the funding calculator, on one core, through the function that the command calls, steps included and
 * nothing kept from one input to the next. Then, in the same run, size and functioning alone, by the same functions and
 * by publicodes: the same rules on the same inputs.
 */
export function measureCalculs(rounds: number = ROUNDS): readonly Figure[] {
  const parametres = loadParametres(join(HERE, '../../../corpus'));
  const inputs = drawInputs(INPUTS, SEED, parametres);
  const perSecond = measure(inputs, rounds, (input) => computeFinancement(input, parametres, AS_OF).kind);
  const contrats = inputs.map((_, index) => toContrat(index));
  const sized = measure(contrats, rounds, (contrat) => computeTailleEtFonctionnement(contrat, parametres));
  const publicodes = measure(contrats.slice(0, PUBLICODES_INPUTS), rounds, createPublicodes());
  return [
    atLeast(100_000, 'financement-per-second', perSecond, '/s'),
    withoutLimit('taille-fonctionnement-per-second', sized, '/s'),
    withoutLimit('publicodes-per-second', publicodes, '/s'),
    atLeast(100, 'times-publicodes', sized / publicodes, '×'),
  ];
}

/**
 * Size, then grant or advance and balance of the year, with steps, references and hypotheses, by the functions that
 * computeFinancement calls.
 * @returns one result for each size the population can be of
 */
export function computeTailleEtFonctionnement(
  { population, annee }: Contrat,
  parametres: Parametres,
): readonly (AnneeCalculee & { readonly taille: string })[] {
  const year = findAnneeContrat({ signature: SIGNATURE }, annee, parametres, AS_OF);
  if (year.kind !== 'computed') return [];
  const input: FinancementInput = { population, annee, signature: SIGNATURE, missions: [] };
  return listValues(computeTaille(population, parametres, year.value.jourDeDroit)).map(({ taille }) => {
    return { taille, ...computeFonctionnement(year.value, { taille }, input, parametres) };
  });
}

/** A community and the year asked, drawn for the two engines alike. */
export type Contrat = { readonly population: number; readonly annee: number };

/** Populations over the four sizes, years one to five; all distinct. */
export function toContrat(index: number): Contrat {
  return { population: 1 + ((index * 7919) % 300_000), annee: 1 + (index % 5) };
}

/** Size, functioning, advance and balance in euros, under the rules written for publicodes; the engine is built once. */
export function createPublicodes(): (contrat: Contrat) => readonly unknown[] {
  const rules = load(readFileSync(join(HERE, 'taille-fonctionnement.publicodes.yaml'), 'utf8'));
  const engine = new Engine(rules as object);
  return ({ population, annee }) => {
    engine.setSituation({ population, 'année de contrat': annee, jour: '15/01/2025' });
    return ['taille', 'fonctionnement', 'avance', 'solde'].map((rule) => engine.evaluate(rule).nodeValue);
  };
}

/** Runs a second, median of the rounds that follow the warm-up. */
function measure<T>(inputs: readonly T[], rounds: number, run: (input: T) => unknown): number {
  const rates: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const started = performance.now();
    let done = 0;
    for (const input of inputs) if (run(input) !== undefined) done += 1;
    rates.push((done * 1000) / (performance.now() - started));
  }
  const counted = rates.slice(Math.min(WARM_UP, rounds - 1)).sort((a, b) => a - b);
  return counted[Math.floor(counted.length / 2)] ?? 0;
}
