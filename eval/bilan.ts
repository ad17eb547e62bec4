import { z } from 'zod';
import { NOTES, type Note } from './notes/score-observation.ts';
import type { Resultat } from './play-questions.ts';

/** Right ones among those that were asked. */
export const Compte = z.strictObject({ justes: z.int().nonnegative(), posees: z.int().nonnegative() });
export type Compte = z.infer<typeof Compte>;

/** What a run gave, kept in `eval/reperes/`. */
export const Repere = Compte.extend({
  quand: z.iso.date(),
  categories: z.record(z.string(), Compte),
  /** Questions whose five wordings get the same answer. */
  reformulations: Compte,
});
export type Repere = z.infer<typeof Repere>;

/** A run in figures: what is kept, what each scorer saw, and the time of an answer. */
export type Bilan = Omit<Repere, 'quand'> & {
  readonly notes: Readonly<Record<Note, Compte>>;
  /** Refused, or said not to be known, when that was the answer. */
  readonly refus: Compte;
  readonly ms: { readonly p50: number; readonly p99: number };
};

/** Counts a run. */
export function countResults(results: readonly Resultat[]): Bilan {
  const categories = [...new Set(results.map(({ question }) => question.categorie))].sort();
  const reworded = results.filter(({ instables }) => instables !== undefined);
  const refused = results.filter(({ question: { kind } }) =>
    kind.every((one) => one === 'refused' || one === 'not-covered'),
  );
  const times = results.map(({ observed }) => observed.ms).sort((a, b) => a - b);
  return {
    ...count(results),
    categories: Object.fromEntries(
      categories.map((name) => [name, count(results.filter(({ question }) => question.categorie === name))]),
    ),
    reformulations: {
      justes: reworded.filter(({ instables = [] }) => instables.length === 0).length,
      posees: reworded.length,
    },
    notes: countNotes(results),
    refus: count(refused, ({ note }) => note === 'genre'),
    ms: { p50: findQuantile(times, 0.5), p99: findQuantile(times, 0.99) },
  };
}

/** Categories that are below their share of the kept run, and the whole of wordings. */
export function listFallen(bilan: Pick<Bilan, 'categories' | 'reformulations'>, kept: Repere): readonly string[] {
  const fallen = Object.entries(bilan.categories)
    .filter(([name, compte]) => isBelow(compte, kept.categories[name]))
    .map(([name]) => name);
  return isBelow(bilan.reformulations, kept.reformulations) ? [...fallen, 'reformulations'] : fallen;
}

/** Share of right ones in per cent; all when nothing was asked. */
export function toPercent({ justes, posees }: Compte): number {
  return posees === 0 ? 100 : (100 * justes) / posees;
}

function isBelow(compte: Compte, kept: Compte | undefined): boolean {
  return kept !== undefined && compte.posees > 0 && toPercent(compte) < toPercent(kept);
}

type Isolate = (faute: Resultat['fautes'][number]) => boolean;

function count(results: readonly Resultat[], isolate: Isolate = () => true): Compte {
  return { justes: results.filter(({ fautes }) => !fautes.some(isolate)).length, posees: results.length };
}

function countNotes(results: readonly Resultat[]): Bilan['notes'] {
  const names = Object.keys(NOTES) as Note[];
  const counted = names.map((name) => [name, count(results, ({ note }) => note === name)] as const);
  return Object.fromEntries(counted) as Bilan['notes'];
}

function findQuantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
