/** A measure: what, how much, and the limit that the project sets itself when it sets one. */
export type Figure = {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly limit: number | null;
  readonly ok: boolean | null;
};

/** A measure that is good up to its limit. */
export function atMost(limit: number, name: string, value: number, unit: string): Figure {
  const rounded = round(value);
  return { name, value: rounded, unit, limit, ok: rounded <= limit };
}

/** A measure that is good from its limit on. */
export function atLeast(limit: number, name: string, value: number, unit: string): Figure {
  const rounded = round(value);
  return { name, value: rounded, unit, limit, ok: rounded >= limit };
}

/** A measure that has no limit: it explains the others. */
export function withoutLimit(name: string, value: number, unit: string): Figure {
  return { name, value: round(value), unit, limit: null, ok: null };
}

/** One JSON line a figure. */
export function printFigure(figure: Figure): void {
  process.stdout.write(`${JSON.stringify(figure)}\n`);
}

/** The value under which that share of the values lies; 0 when there are none. */
export function findQuantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
