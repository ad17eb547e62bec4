import { z } from 'zod';
import { CalendarDate } from '#corpus/law/calendar-date.ts';
import { Centimes, Fraction } from '#corpus/law/euros.ts';
import type { FinancementInput } from '../financement/financement.ts';

const MissionSaisie = z.strictObject({
  code: z.string(),
  fixe: Centimes.optional(),
  variable: Centimes.optional(),
  demarrage: CalendarDate.optional(),
  taux: Fraction.optional(),
  atteint: Centimes.optional(),
});

/** Input of the funding calculator as the worked cases write it: euros, sizes by their number. */
export const EntreeFinancement = z
  .strictObject({
    population: z.int().optional(),
    taille: z.int().optional(),
    signature: CalendarDate.optional(),
    renouvellement: CalendarDate.optional(),
    annee: z.union([z.int(), z.literal('contrat-entier')]).optional(),
    membres: z.int().optional(),
    prorata: z.enum(['jours', 'mois']).optional(),
    missions: z.array(MissionSaisie).default([]),
  })
  .transform(
    ({ taille, ...entree }): FinancementInput =>
      taille === undefined ? entree : { ...entree, taille: `taille${taille}` },
  );

const MissionSuivie = z.strictObject({
  code: z.string(),
  demarrage: CalendarDate.optional(),
  deploiement: CalendarDate.optional(),
  fait: z.boolean().optional(),
});

/** Input of the deadline calculator as the worked cases write it. */
export const EntreeEcheances = z.strictObject({
  signature: CalendarDate.optional(),
  renouvellement: CalendarDate.optional(),
  projetDepose: CalendarDate.optional(),
  missions: z.array(MissionSuivie).default([]),
});
