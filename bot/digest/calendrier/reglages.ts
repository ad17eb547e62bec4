import { z } from 'zod';

/** When a digest comes: on a day of the week (1 is Monday), or of the month, brought back to its end. */
export const Rythme = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('semaine'), jour: z.int().min(1).max(7) }),
  z.strictObject({ kind: z.literal('mois'), quantieme: z.int().min(1).max(31) }),
]);
export type Rythme = z.infer<typeof Rythme>;

/** What a channel has chosen; values were checked when they were read (see parse-reglages.ts). */
export const Reglages = z.strictObject({
  rythme: Rythme,
  /** « 09:00 », in the zone. */
  heure: z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/),
  /** Name of a time zone: « Europe/Paris ». */
  fuseau: z.string().min(1),
  /** Key of the regions of `bot/donnees/calendrier.yaml`. */
  region: z.string(),
  horizonJours: z.int().positive(),
  langue: z.enum(['fr', 'en']),
  /** Nothing is sent when there is nothing to say. */
  silencieux: z.boolean(),
  /** The calendar of each community is joined to a digest, as a picture. */
  images: z.boolean().optional(),
  /** Days before an échéance when it is reminded of. */
  rappels: z.array(z.int().nonnegative()),
  /** Persons who get the reminders, in the place of the channel. */
  destinataires: z.array(z.string()),
});
export type Reglages = z.infer<typeof Reglages>;
