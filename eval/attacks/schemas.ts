import { z } from 'zod';

const Lang = z.enum(['fr', 'en']);

/** Honest drafts for some questions: linking words, with `{calcul}`, `{passage}`… where énoncés stand. */
export const Honnetes = z.strictObject({
  lang: Lang,
  questions: z.array(z.string().min(1)).min(1),
  brouillons: z.array(z.string().min(1)).min(1),
});
export type Honnetes = z.infer<typeof Honnetes>;

/** Words with the piece that must be seen nowhere; the words themselves, places put aside, when it is not given. */
function toPlanted(key: 'mots' | 'texte') {
  const whole = z.strictObject({ [key]: z.string(), piece: z.string().min(1).optional() });
  return z
    .union([z.string(), whole])
    .transform((read) =>
      typeof read === 'string' ? { words: read } : { words: String(read[key]), piece: read.piece },
    );
}

/**
 * Hostile outputs of a kind.
 * `brouillons` are linking words with places, as the honest ones; `sorties` are what an endpoint returns, to the letter,
 * with `§calcul§`… where a handle stands.
 */
export const Attaques = z.strictObject({
  genre: z.string().min(1),
  /** Why none of them may show. */
  motif: z.string().min(1),
  questions: z
    .array(z.string().min(1))
    .min(1)
    .default(["Quel est le financement du fonctionnement d'une CPTS de taille 2 signée en mars 2023 ?"]),
  brouillons: z.array(toPlanted('mots')).default([]),
  sorties: z.array(toPlanted('texte')).default([]),
  /** Calls of tools that the model asks for, each before a draft that says nothing. */
  appels: z.array(z.strictObject({ name: z.string(), args: z.unknown() })).default([]),
});
export type Attaques = z.infer<typeof Attaques>;
