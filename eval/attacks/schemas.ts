import { z } from 'zod';

const Lang = z.enum(['fr', 'en']);

/** Honest drafts for some questions: linking words, with `{calcul}`, `{passage}`… where énoncés stand. */
export const Honnetes = z.strictObject({
  lang: Lang,
  questions: z.array(z.string().min(1)).min(1),
  brouillons: z.array(z.string().min(1)).min(1),
});
export type Honnetes = z.infer<typeof Honnetes>;

/**
 * Hostile outputs of a kind.
 * `brouillons` are linking words with places, as the honest ones; `sorties` are what an endpoint returns, to the letter,
 * with `{calcul}`… where a handle stands. `piece` is what must be seen nowhere; the whole linking words when not given.
 */
export const Attaques = z.strictObject({
  genre: z.string().min(1),
  /** Why none of them may show. */
  motif: z.string().min(1),
  lang: Lang.default('fr'),
  questions: z.array(z.string().min(1)).min(1).optional(),
  brouillons: z.array(z.strictObject({ mots: z.string(), piece: z.string().min(1).optional() })).default([]),
  sorties: z.array(z.strictObject({ texte: z.string(), piece: z.string().min(1).optional() })).default([]),
});
export type Attaques = z.infer<typeof Attaques>;
