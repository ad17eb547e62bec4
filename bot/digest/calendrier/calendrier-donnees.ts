import { z } from 'zod';

const Sens = z.enum(['suivant', 'precedent', 'aucun']);
/** Where a day that is not worked is moved. */
export type Sens = z.infer<typeof Sens>;

/** A part of the country with public holidays of its own, as the library of holidays names it. */
const Region = z.strictObject({
  /** Its name for a reader. */
  fr: z.string(),
  en: z.string(),
  pays: z.string().regex(/^[A-Z]{2}$/),
  etat: z.string().optional(),
  fuseaux: z.array(z.string()),
});
export type Region = z.infer<typeof Region>;

/** `bot/donnees/calendrier.yaml`. */
export const CalendrierDonnees = z.strictObject({
  jours: z.array(z.array(z.string()).min(1)).length(7),
  regions: z.record(z.string().regex(/^[a-z]+(-[a-z]+)*$/), Region),
  reports: z.strictObject({ digest: Sens, rappel: Sens }),
  defauts: z.strictObject({
    jour: z.string(),
    heure: z.string(),
    fuseau: z.string(),
    horizonJours: z.int().positive(),
    rappels: z.array(z.int().nonnegative()),
  }),
  bornes: z.strictObject({
    horizonJours: z.int().positive(),
    rappelJours: z.int().positive(),
    rappels: z.int().positive(),
    destinataires: z.int().positive(),
  }),
});
export type CalendrierDonnees = z.infer<typeof CalendrierDonnees>;
