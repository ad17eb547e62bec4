import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atMost, printFigure } from '../figures.ts';

/** Time of one run of `cpts lot`, in milliseconds, from the launch of Node to its end. */
export type LotMeasure = { readonly lignes: number; readonly ms: number; readonly lignesEcrites: number };

const CLI = join(import.meta.dirname, '../../../bot/cli.ts');
/** Those of the npm scripts: a small heap. */
const NODE_FLAGS = ['--max-semi-space-size=4', '--max-old-space-size=160'];

/** Limit that the project sets itself for the list below. */
const LIMIT = { lignes: 10_000, ms: 10_000 };

/** Measures both forms on the list of that limit, one JSON line each. */
export function measureLots(): void {
  for (const forme of ['json', 'csv'] as const) {
    const { ms } = measureLot(LIMIT.lignes, forme);
    printFigure(atMost(LIMIT.ms, `lot-${LIMIT.lignes}-${forme}`, ms, 'ms'));
  }
}

/**
 * Runs `cpts lot` in a fresh process on a list made for it.
 * @param lignes communities in the list
 */
export function measureLot(lignes: number, forme: 'json' | 'csv'): LotMeasure {
  const folder = mkdtempSync(join(tmpdir(), 'cpts-lot-'));
  try {
    const path = join(folder, 'communautes.csv');
    writeFileSync(path, createList(lignes));
    const started = performance.now();
    const args = [...NODE_FLAGS, CLI, 'lot', path, `--${forme}`, '--as-of', '2026-11-21'];
    const { stdout, status } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1e9 });
    if (status !== 0) throw new Error(`lot ended with ${status}`);
    return { lignes, ms: performance.now() - started, lignesEcrites: countLignes(stdout, forme) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Communities of every size and year, some with missions and amounts, the same at each call. */
function createList(lignes: number): string {
  const rows = Array.from({ length: lignes }, (_, index) => {
    const jour = String(1 + (index % 28)).padStart(2, '0');
    const mois = String(1 + (index % 12)).padStart(2, '0');
    const annee = 2020 + (index % 7);
    const prevention = index % 3 === 0 ? `${jour}/${mois}/${annee + 1}` : '';
    const fixe = index % 2 === 0 ? '40 000,50' : '';
    return `CPTS ${index};${20_000 + index * 17};${jour}/${mois}/${annee};${prevention};${fixe};oui`;
  });
  return `nom;population;date de signature;prévention;prévention fixe;parcours\n${rows.join('\n')}\n`;
}

function countLignes(stdout: string, forme: 'json' | 'csv'): number {
  // The first row of a table holds the titles, the last one is empty.
  return forme === 'json'
    ? (JSON.parse(stdout) as { lignes: unknown[] }).lignes.length
    : stdout.split('\r\n').length - 2;
}
