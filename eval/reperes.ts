import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Bilan, Repere } from './bilan.ts';
import type { Mode } from './rapport/rapport.ts';

const FOLDER = join(import.meta.dirname, 'reperes');

/** The very first run of the questions, and the one of a mode that is not to be lost (I/O edge). */
export function loadReperes(mode: Mode): { readonly premier: Repere; readonly garde: Repere | undefined } {
  const kept = toPath(mode);
  return { premier: read(join(FOLDER, 'premier.json')), garde: existsSync(kept) ? read(kept) : undefined };
}

/** Keeps a run as the one of its mode that is not to be lost. */
export function keepRepere({ justes, posees, categories, reformulations }: Bilan, mode: Mode, quand: string): void {
  const repere: Repere = { quand, justes, posees, categories, reformulations };
  writeFileSync(toPath(mode), `${JSON.stringify(repere, null, 2)}\n`);
}

function toPath(mode: Mode): string {
  return join(FOLDER, `garde-${mode}.json`);
}

function read(path: string): Repere {
  return Repere.parse(JSON.parse(readFileSync(path, 'utf8')));
}
