import { globSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { readYaml } from '#corpus/read-yaml.ts';
import { Attaques, Honnetes } from './schemas.ts';

/** Hostile outputs of a model, by kind, from `eval/attacks/brouillons/`. */
export function loadAttaques(): readonly Attaques[] {
  return loadFolder('brouillons', Attaques);
}

/** Honest drafts, from `eval/attacks/honnetes/`. */
export function loadHonnetes(): readonly Honnetes[] {
  return loadFolder('honnetes', Honnetes);
}

function loadFolder<T extends z.ZodType>(name: string, schema: T): readonly z.infer<T>[] {
  const folder = join(import.meta.dirname, name);
  return globSync('*.yaml', { cwd: folder })
    .sort()
    .map((file) => readYaml(join(folder, file), schema));
}
