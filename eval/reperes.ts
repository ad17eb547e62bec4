import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Bilan, Repere } from './bilan.ts';

const FOLDER = join(import.meta.dirname, 'reperes');

/** The very first run of the questions, and the one that is not to be lost (I/O edge). */
export function loadReperes(): { readonly premier: Repere; readonly garde: Repere | undefined } {
  const kept = join(FOLDER, 'garde.json');
  return { premier: read(join(FOLDER, 'premier.json')), garde: existsSync(kept) ? read(kept) : undefined };
}

/** Keeps a run as the one that is not to be lost. */
export function keepRepere({ justes, posees, categories, reformulations }: Bilan, quand: string): void {
  const repere: Repere = { quand, justes, posees, categories, reformulations };
  writeFileSync(join(FOLDER, 'garde.json'), `${JSON.stringify(repere, null, 2)}\n`);
}

function read(path: string): Repere {
  return Repere.parse(JSON.parse(readFileSync(path, 'utf8')));
}
