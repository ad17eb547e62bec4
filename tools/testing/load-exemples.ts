import { globSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { CalendarDate } from '#corpus/law/calendar-date.ts';
import type { Parametres } from '#corpus/law/parametres.ts';
import { loadParametres } from '#corpus/load-parametres.ts';
import { readYaml } from '#corpus/read-yaml.ts';

const ROOT = join(import.meta.dirname, '../..');

/** The parameters of the corpus, for the tests of the calculators (tools themselves read no file). */
export function loadTestParametres(): Parametres {
  return loadParametres(join(ROOT, 'corpus'));
}

/**
 * Worked cases of a tool: every `tools/<tool>/exemples*.yaml`, each with its day, its input, what is expected and why.
 * @param entree  schema of the input, amounts in euros
 * @param attendu schema of what is expected; what a case leaves out is not checked
 */
export function loadExemples<E extends z.ZodType, A extends z.ZodType>(tool: string, entree: E, attendu: A) {
  const Exemple = z.strictObject({
    titre: z.string().min(10),
    /** Case of the validated set, or section of the facts, from which the expected value is drawn. */
    reference: z.string().min(2),
    asOf: CalendarDate,
    entree,
    attendu,
  });
  const Exemples = z.strictObject({ exemples: z.array(Exemple).min(1) });
  const files = globSync(join(ROOT, 'tools', tool, 'exemples*.yaml')).sort();
  return files.flatMap((file) => readYaml(file, Exemples).exemples);
}
