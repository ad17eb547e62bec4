import { z } from 'zod';
import { CalendarDate } from '#corpus/law/calendar-date.ts';
import type { MissionProfil, Profil } from '../answer/profil.ts';
import type { Editeurs } from './ports/profils.ts';
import { readJson } from './read-json.ts';

/** Reads a profile back, amounts in whole cents as they were kept; undefined when this version cannot read it. */
export function parseProfilJson(text: string): Profil | undefined {
  return StoredProfil.safeParse(readJson(text)).data;
}

/** Reads back who may change a profile; undefined when this version cannot. */
export function parseEditeursJson(text: string): Editeurs | undefined {
  return StoredEditeurs.safeParse(readJson(text)).data;
}

const centimes = z.int().nonnegative().brand<'Centimes'>();

/** `satisfies` names every field: one added to the type and forgotten here does not compile. */
const StoredMission = z.strictObject({
  demarrage: CalendarDate.optional(),
  deploiement: CalendarDate.optional(),
  fixe: centimes.optional(),
  variable: centimes.optional(),
  taux: z.number().min(0).max(1).optional(),
  atteint: centimes.optional(),
  fait: z.boolean().optional(),
} satisfies Record<keyof z.infer<typeof MissionProfil>, z.ZodType>);

const StoredProfil = z.strictObject({
  nom: z.string().min(1),
  population: z.int().positive().optional(),
  taille: z.int().positive().optional(),
  signature: CalendarDate.optional(),
  renouvellement: CalendarDate.optional(),
  membres: z.int().nonnegative().optional(),
  missions: z.record(z.string(), StoredMission),
} satisfies Record<keyof Profil, z.ZodType>);

const StoredEditeurs = z.union([z.literal('tous'), z.array(z.string())]);
