import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import Engine from 'publicodes';
import { CalendarDate } from '#corpus/law/calendar-date.ts';
import type { Parametres } from '#corpus/law/parametres.ts';
import { loadParametres } from '#corpus/load-parametres.ts';
import { computeFinancement } from '#tools/financement/compute-financement.ts';
import type { FinancementInput } from '#tools/financement/financement.ts';
import { drawInputs } from './draw-inputs.ts';

const HERE = import.meta.dirname;
const INPUTS = 10_000;
const SEED = 20_260_822;
const AS_OF = CalendarDate.parse('2026-11-21');
/** Rounds over all the inputs; the first ones warm the machine up, the median of the others counts. */
const ROUNDS = 12;
const WARM_UP = 4;
/** Far slower: fewer inputs, so that the whole measure stays within some seconds. */
const PUBLICODES_INPUTS = 1000;

/** A figure of the bench: `ok` when it reaches its floor. */
export type Mesure = {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly limit: number;
  readonly ok: boolean;
};

/**
 * Speed of the funding calculator, on one core, through the function that the command calls, steps included and
 * nothing kept from one input to the next; then the same size and functioning rules in publicodes, in the same run.
 */
export function measureCalculs(rounds: number = ROUNDS): readonly Mesure[] {
  const parametres = loadParametres(join(HERE, '../../../corpus'));
  const inputs = drawInputs(INPUTS, SEED, parametres);
  const perSecond = measureFinancement(inputs, parametres, rounds);
  const populations = inputs.map((_, index) => 1 + ((index * 7919) % 300_000));
  const sized = populations.map((population): FinancementInput => ({ population, missions: [] }));
  const sizedPerSecond = measureFinancement(sized, parametres, rounds);
  const publicodes = measurePublicodes(populations.slice(0, PUBLICODES_INPUTS), rounds);
  return [
    toMesure('financement-per-second', perSecond, '/s', 100_000),
    toMesure('taille-fonctionnement-per-second', sizedPerSecond, '/s', 100_000),
    toMesure('publicodes-per-second', publicodes, '/s', 0),
    toMesure('times-publicodes', sizedPerSecond / publicodes, '×', 100),
  ];
}

/** Functioning of a population under the rules written for publicodes, in euros: to check that both say the same. */
export function createPublicodes(): (population: number) => unknown {
  const engine = new Engine(load(readFileSync(join(HERE, 'taille-fonctionnement.publicodes.yaml'), 'utf8')) as object);
  return (population) => engine.setSituation({ population }).evaluate('fonctionnement').nodeValue;
}

function measureFinancement(inputs: readonly FinancementInput[], parametres: Parametres, rounds: number): number {
  return measure(inputs, rounds, (input) => computeFinancement(input, parametres, AS_OF).kind);
}

function measurePublicodes(populations: readonly number[], rounds: number): number {
  return measure(populations, rounds, createPublicodes());
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

function toMesure(name: string, value: number, unit: string, limit: number): Mesure {
  const rounded = Math.round(value * 100) / 100;
  return { name, value: rounded, unit, limit, ok: rounded >= limit };
}
