import { z } from 'zod';
import { CalendarDate } from '#corpus/law/calendar-date.ts';
import type { Fil } from '../answer/question.ts';
import type { Faits, FaitsMission } from '../answer/situate/faits.ts';
import { readJson } from './read-json.ts';

/**
 * The memory of a thread as JSON: money in whole cents, fractions as their two whole numbers, days as `AAAA-MM-JJ`.
 * JSON writes each finite number so that it is read back the same; a fact that is undefined is left out.
 */
export function toFilJson(fil: Fil): string {
  return JSON.stringify(fil);
}

/**
 * Reads a memory back.
 * @returns undefined for a text that is not a memory as this version knows them: forgetting it costs one question
 */
export function parseFilJson(text: string): Fil | undefined {
  const parsed = StoredFil.safeParse(readJson(text));
  return parsed.success ? parsed.data : undefined;
}

/** Wholeness only: a number too great to count by ones still comes back as it was written. */
const whole = z.number().refine(Number.isInteger);
const centimes = whole.brand<'Centimes'>();
const fraction = z.strictObject({ num: whole, den: whole.positive() });
const periode = z.strictObject({ from: CalendarDate, to: CalendarDate });

/** `satisfies` names every fact: one added to the type and forgotten here does not compile. */
const StoredFaitsMission = z.strictObject({
  fixe: centimes.optional(),
  variable: centimes.optional(),
  demarrage: CalendarDate.optional(),
  deploiement: CalendarDate.optional(),
  demarrageMois: z.number().optional(),
  taux: fraction.optional(),
  atteint: centimes.optional(),
  fait: z.boolean().optional(),
} satisfies Record<keyof FaitsMission, z.ZodType>);

const missions = z.record(z.string(), StoredFaitsMission);

const StoredFaits = z.strictObject({
  population: z.number().optional(),
  populations: z.array(z.number()).optional(),
  populationBornee: z.strictObject({ sens: z.enum(['moins', 'plus']), habitants: z.number() }).optional(),
  tailles: z.array(z.number()).optional(),
  membres: z.number().optional(),
  signature: periode.optional(),
  renouvellement: CalendarDate.optional(),
  projetDepose: CalendarDate.optional(),
  annee: z.number().optional(),
  missions: missions.optional(),
  missionsProfil: missions.optional(),
  mission: StoredFaitsMission.optional(),
  avenants: z.array(z.number()).optional(),
  montants: z.array(centimes).optional(),
  pourcents: z.array(z.number()).optional(),
  durees: z.array(z.number()).optional(),
} satisfies Record<keyof Faits, z.ZodType>);

const StoredFil = z.strictObject({
  faits: StoredFaits,
  concepts: z.array(z.string()),
} satisfies Record<keyof Fil, z.ZodType>);
