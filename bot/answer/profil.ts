import { z } from 'zod';
import { CalendarDate } from '#corpus/law/calendar-date.ts';
import { Centimes } from '#corpus/law/euros.ts';

const TAUX = toError('une part de 0 à 1, par exemple 0.8');
const POPULATION = toError("un nombre entier d'habitants, au moins 1");
const TAILLE = toError('le numéro de la taille, par exemple 3');
const MEMBRES = toError('un nombre entier de membres, au moins 0');

/** What a CPTS says of one of its missions. */
export const MissionProfil = z.strictObject({
  demarrage: CalendarDate.optional(),
  deploiement: CalendarDate.optional(),
  fixe: Centimes.optional(),
  variable: Centimes.optional(),
  taux: z.number(TAUX).min(0, TAUX).max(1, TAUX).optional(),
  atteint: Centimes.optional(),
  fait: z.boolean().optional(),
});

/** What a CPTS says of itself once and for all (`--profil FILE.json`). Amounts in euros, as in its contract. */
export const Profil = z.strictObject({
  nom: z.string().min(1),
  population: z.int(POPULATION).positive(POPULATION).optional(),
  taille: z.int(TAILLE).min(1, TAILLE).max(9, TAILLE).optional(),
  signature: CalendarDate.optional(),
  renouvellement: CalendarDate.optional(),
  membres: z.int(MEMBRES).nonnegative(MEMBRES).optional(),
  missions: z.record(z.string(), MissionProfil).default({}),
});
export type Profil = z.infer<typeof Profil>;

/** What was found in a field of a profile, and what it accepts. */
function toError(accepted: string) {
  return { error: ({ input }: { readonly input?: unknown }) => `« ${JSON.stringify(input)} » n'est pas ${accepted}` };
}
