import { z } from 'zod';

/** A word or set phrase, folded; `*` after three letters or more stands for any ending. */
const Locution = z.string().regex(/^(?:[a-z]+|[a-z]{3,}\*)(?: [a-z]+\*?)*$/);
const Locutions = z.array(Locution).min(1);
const Mot = z.string().regex(/^[a-z]+$/);

/** Why a draft is rejected, as its code; the sentence is data. */
export const MOTIFS = [
  ...(['enonce', 'source', 'chiffre', 'signe', 'mot', 'colle', 'ordre'] as const),
  ...(['affirmation', 'oui', 'non', 'vigueur'] as const),
] as const;

export type Motif = (typeof MOTIFS)[number];

/** What linking words may not say: `bot/donnees/liaisons/regles.yaml`. */
export const Regles = z.strictObject({
  signes: z.string().min(1),
  abreviations: z.record(z.string().regex(/^[\p{L}.-]+\.$/u), z.string().regex(/^[\p{L}' -]+[,.]?$/u)),
  terminaisons: z.array(Mot),
  racines: z.array(z.union([z.literal(''), Mot])),
  exclus: z.array(Mot),
  quantites: Locutions,
  quantitesFinales: Locutions,
  denombrants: z.array(Mot),
  denombrables: Locutions,
  correlatifs: z.record(Mot, Mot),
  articles: z.array(Mot),
  pronoms: z.array(Mot),
  colles: z.strictObject({ avant: Locutions, apres: Locutions }),
  actions: Locutions,
  infinitifs: z.array(Mot),
  commandements: Locutions,
  roles: z.array(Mot),
  lecture: z.array(Mot),
  verbesAnglais: z.array(Mot),
  appels: z.array(Mot),
  affirmations: Locutions,
  attributs: Locutions,
  accentues: z.array(z.string().regex(/^\p{Ll}+$/u)),
  themes: Locutions,
  copules: z.array(Mot),
  oui: Locutions,
  non: Locutions,
  neutres: Locutions,
  dement: Locutions,
  confirme: Locutions,
  doutes: Locutions,
  passes: Locutions,
  presents: Locutions,
  anodins: Locutions,
  renvois: Locutions,
  negations: Locutions,
  motifs: z.record(z.enum(MOTIFS), z.string().min(1)),
});

export type Regles = z.infer<typeof Regles>;

/** Lists of words under headings: `mots-fr.yaml`, `mots-en.yaml`, and the words of number of other languages. */
export const Mots = z
  .record(z.string().regex(/^[a-z]+$/), z.string().min(1))
  .transform((lists) => Object.values(lists).flatMap((list) => list.split(/\s+/)));
