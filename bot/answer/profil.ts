import { z } from 'zod';
import { CalendarDate } from '#corpus/law/calendar-date.ts';
import { Centimes } from '#corpus/law/euros.ts';

const MissionProfil = z.strictObject({
  demarrage: CalendarDate.optional(),
  deploiement: CalendarDate.optional(),
  fixe: Centimes.optional(),
  variable: Centimes.optional(),
  taux: z.number().min(0).max(1).optional(),
  atteint: Centimes.optional(),
  fait: z.boolean().optional(),
});

/** What a CPTS says of itself once and for all (`--profil FILE.json`). Amounts in euros, as in its contract. */
export const Profil = z.strictObject({
  nom: z.string().min(1),
  population: z.int().positive().optional(),
  taille: z.int().min(1).max(9).optional(),
  signature: CalendarDate.optional(),
  renouvellement: CalendarDate.optional(),
  membres: z.int().nonnegative().optional(),
  missions: z.record(z.string(), MissionProfil).default({}),
});
export type Profil = z.infer<typeof Profil>;
