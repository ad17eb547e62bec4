import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { z } from 'zod';
import { CalendarDate } from '#corpus/law/calendar-date.ts';
import type { Centimes } from '#corpus/law/euros.ts';
import type { FinancementInput } from '#tools/financement/financement.ts';

const Montant = z.int().nonnegative() as unknown as z.ZodType<Centimes>;

const Mission = z.strictObject({
  code: z.string(),
  fixe: Montant.optional(),
  variable: Montant.optional(),
  demarrage: CalendarDate.optional(),
  taux: z.strictObject({ num: z.int(), den: z.int().positive() }).optional(),
  atteint: Montant.optional(),
});

const Input = z.strictObject({
  population: z.number().optional(),
  taille: z.string().optional(),
  signature: CalendarDate.optional(),
  renouvellement: CalendarDate.optional(),
  annee: z.union([z.number(), z.literal('contrat-entier')]).optional(),
  membres: z.number().optional(),
  prorata: z.enum(['jours', 'mois']).optional(),
  missions: z.array(Mission),
}) satisfies z.ZodType<FinancementInput>;

/** What an estimate is asked of: enough to make it again, to the byte, from a button or a form. */
export const Demande = z.strictObject({
  input: Input,
  /** Days among which the contract was signed, when the words do not give the day. */
  signeEntre: z.strictObject({ from: CalendarDate, to: CalendarDate }).optional(),
  asOf: CalendarDate,
  /** Day of the asking: rules of a later day are not known yet. */
  today: CalendarDate,
  /** Name of the community, and its profile, when one was used. */
  nom: z.string().optional(),
  profilId: z.string().optional(),
});
export type Demande = z.infer<typeof Demande>;

/** Longest value that Slack lets a button carry. */
const LONGEST = 2000;

/** Data as a button or a form carries them: letters and digits in which nothing can be read. */
export function pack(data: unknown): string {
  return deflateRawSync(JSON.stringify(data)).toString('base64url');
}

/** Reads what was carried; undefined when it is not of that shape. */
export function unpack<T>(value: string, schema: z.ZodType<T>): T | undefined {
  try {
    const json = inflateRawSync(Buffer.from(value, 'base64url'), { maxOutputLength: 50_000 });
    return schema.parse(JSON.parse(json.toString()));
  } catch {
    return undefined;
  }
}

/** A request as a button carries it; undefined when it does not fit. */
export function renderDemande(demande: Demande): string | undefined {
  const value = pack(demande);
  return value.length <= LONGEST ? value : undefined;
}
