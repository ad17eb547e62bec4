import { z } from 'zod';

const Mots = z.array(z.string().min(1)).min(1);
const Concepts = z.array(z.string());

/** `bot/donnees/verification.yaml`: what the words around a figure of a text say that it is. */
export const VerificationDonnees = z.strictObject({
  auPlus: Mots,
  auMoins: Mots,
  etapes: z.strictObject({ demarrage: Mots, deploiement: Mots }),
  propose: Mots,
  passe: Mots,
  prudent: Mots,
  autrement: Mots,
  ecoule: Mots,
  partiel: Mots,
  parutions: Mots,
  ailleurs: Mots,
  /** Ways of writing a concept that only texts use, besides those of the lexicon. */
  formes: z.record(z.string(), Mots),
  comptes: z.strictObject({ 'missions-socles': Mots, 'missions-complementaires': Mots }),
  hausses: Mots,
  but: Mots,
  ensuite: Mots,
  /** Nouns that count the same thing as another. */
  memes: z.record(z.string(), z.string()),
  tailles: Mots,
  habitants: Mots,
  membres: Mots,
  devantTaille: Mots,
  evenements: z.strictObject({ signature: Mots, publication: Mots, vigueur: Mots }),
  argent: Concepts,
  population: Concepts,
  /** What makes an amount another one, besides a mission; what names an amount whatever its details. */
  details: Concepts,
  nommes: Concepts,
  /** Concepts near which a figure of a unit is told even when nothing known has its value. */
  signale: z.strictObject({
    EUR: Concepts,
    habitants: Concepts,
    mois: Concepts,
    pourcent: Concepts,
    membres: Concepts,
    nombre: Concepts,
    jour: Concepts,
  }),
  sujets: z.record(z.string(), z.strictObject({ exige: z.array(Concepts), exclut: Concepts })),
});
export type VerificationDonnees = z.infer<typeof VerificationDonnees>;
