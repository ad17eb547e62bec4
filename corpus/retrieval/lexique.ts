import { z } from 'zod';

const Mots = z.array(z.string().min(1)).min(1);

/** `mots-vides.yaml`: words that say nothing about the subject of a question, by language. */
export const MotsVides = z.strictObject({ francais: Mots, anglais: Mots });
export type MotsVides = z.infer<typeof MotsVides>;

/** `abreviations.yaml`: acronyms with what they stand for, and spellings of text messages with what to read instead. */
export const Abreviations = z.strictObject({
  sigles: z.array(z.strictObject({ sigle: z.string().min(2), developpe: Mots })),
  familier: z.array(z.strictObject({ ecrit: Mots, lire: z.string() })),
});
export type Abreviations = z.infer<typeof Abreviations>;

/** Ways of saying (`mots`) and the words the texts use for it (`vers`). */
const Synonyme = z.strictObject({ mots: Mots, vers: Mots });

/** `synonymes.yaml`: everyday French and English words, each with the vocabulary of the texts. */
export const Synonymes = z.strictObject({ courants: z.array(Synonyme), anglais: z.array(Synonyme) });
export type Synonymes = z.infer<typeof Synonymes>;

/** The vocabulary that retrieval knows besides the documents themselves. */
export type Lexique = {
  readonly motsVides: MotsVides;
  readonly abreviations: Abreviations;
  readonly synonymes: Synonymes;
};
