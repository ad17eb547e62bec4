import { z } from 'zod';

const Mots = z.array(z.string().min(1)).min(1);

/** `bot/donnees/roles.yaml`: the words that say what a figure of the question is for. */
export const Roles = z.strictObject({
  dates: z.strictObject({
    signature: Mots,
    projetDepose: Mots,
    renouvellement: Mots,
    demarrage: Mots,
    deploiement: Mots,
  }),
  jourApprecie: Mots,
  avant: Mots,
  /** Before a number: « moins de », « plus de ». */
  moins: Mots,
  plus: Mots,
  apres: Mots,
  /** Just before a bare number, these words make it a population: « on est 90 000 ». */
  devantHabitants: Mots,
  /** Before a date, these words make it the end of a period, and the date of nothing. */
  limite: Mots,
  /** Something is done on the day of the limit. */
  aLaLimite: Mots,
  /** Verbs by which somebody signs, even far after the date. */
  signe: Mots,
  /** Before a date, these words make it that of a text. */
  texte: Mots,
  noms: z.strictObject({ population: Mots, membres: Mots, annee: Mots, autres: Mots }),
  devant: z.strictObject({ taille: Mots, annee: Mots, avenant: Mots, population: Mots }),
  montants: z.strictObject({ fixe: Mots, variable: Mots, atteint: Mots }),
  taux: Mots,
  apresSignature: Mots,
  avantAnniversaire: Mots,
  /** Before a year, these words ask about the rule of that year. */
  devantAnnee: Mots,
  /** The day before, or after, the one spoken of in the thread. */
  veille: Mots,
  lendemain: Mots,
  /** After a number of days: how far the day spoken of moves. */
  plusTard: Mots,
  plusTot: Mots,
  suite: Mots,
  /** Beginnings that go on from the last question when the new one is short. */
  suiteCourte: Mots,
  nous: Mots,
  /** Concepts by which a question is about the rules and not about the asker's community. */
  enGeneral: Mots,
  /** Words that speak of any community, and not of the asker's. */
  uneQuelconque: Mots,
  /** Words that bring a claim heard somewhere. */
  affirme: Mots,
  motsLegers: Mots,
});
export type Roles = z.infer<typeof Roles>;

/** `corpus/lexique/concepts.yaml`: what can be spoken of, with the ways of writing it. */
export const Concepts = z.strictObject({
  concepts: z.record(
    z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
    z.strictObject({
      /** `appoint`: read beside the others, it hides none, is no subject, and asks nothing. */
      genre: z.enum(['sujet', 'mission', 'demande', 'appoint']),
      libelle: z.string(),
      courant: z.boolean().default(false),
      formes: Mots,
      /** Everyday ways of writing it: they tell the subject, and do not show that the CPTS are spoken of. */
      courantes: Mots.optional(),
    }),
  ),
});
export type Concepts = z.infer<typeof Concepts>;

/** Names of facts an intention may require. */
export const NomDeFait = z.enum([
  'taille',
  'signature',
  'projetDepose',
  'montants',
  'avenants',
  'missionFixe',
  'missionVariable',
  'mission',
  'annee',
  'population',
  'tailleNommee',
  'missionTaux',
  'deuxTailles',
]);
export type NomDeFait = z.infer<typeof NomDeFait>;

/** When an intention holds: facts and concepts present, one of each list, none of the last. */
export const Condition = z.strictObject({
  faits: z.array(NomDeFait).default([]),
  /** Those of them that the words or the thread must give: the profile does not make such a question. */
  dits: z.array(NomDeFait).default([]),
  sansFaits: z.array(NomDeFait).default([]),
  concepts: z.array(z.string()).default([]),
  unDe: z.array(Mots).default([]),
  aucun: z.array(z.string()).default([]),
});
export type Condition = z.infer<typeof Condition>;

/** Tools that an intention may call. */
const Outil = z.enum([
  'taille',
  'bornes',
  'financement',
  'plafond',
  'echeances',
  'montant',
  'avenant',
  'premiere-avance',
  'part-variable',
  'indemnites',
  'comparaison',
]);

/** `bot/donnees/intentions.yaml`: which tool answers which kind of question, and what of its outcome to say. */
export const Intention = z.strictObject({
  id: z.string(),
  outil: Outil,
  aspects: Mots,
  si: z.array(Condition).min(1),
  /** Concepts whose passages may support the answer. */
  themes: z.array(z.string()).default([]),
  /** Codes of hypotheses and gaps of the outcome that this kind of question did not ask for. */
  tait: z.array(z.string()).default([]),
  /** Intentions that this one makes needless. */
  remplace: z.array(z.string()).default([]),
});
export type Intention = z.infer<typeof Intention>;
export const Intentions = z.strictObject({
  /** Lists shared by several intentions (YAML anchors). */
  'autres-sujets': z.array(z.string()),
  intentions: z.array(Intention).min(1),
});

/** `bot/donnees/refus.yaml`: what the bot does not do, recognised before anything else. */
export const Refus = z.strictObject({
  /** Families of patterns, by name. */
  termes: z.record(z.string(), Mots),
  /** Families read on the text as written, where capitals matter. */
  casse: z.array(z.string()),
  /** Families that count only where a clause begins: there stands an order. */
  debut: z.array(z.string()),
  /** Telephone numbers for somebody in distress. */
  numeros: z.strictObject({ urgence: z.string(), ecoute: z.string() }),
  refus: z.array(
    z.strictObject({
      id: z.enum(['detresse', 'donnees-patient', 'conseil-medical', 'detournement']),
      /** Each motive is a list of families that must all be found. */
      motifs: z.array(Mots),
    }),
  ),
});
export type Refus = z.infer<typeof Refus>;

/** `bot/donnees/citations.yaml`: how documents are named and how their sentences go on from one another. */
export const CitationsMots = z.strictObject({
  /** Words that name a document rather than what it speaks of. */
  appels: Mots,
  /** Words in a row by which a question asks what a document says. */
  demandes: Mots,
  /** Words in a row by which a question asks how many or how much. */
  quantites: Mots,
  /** Beginnings of sentences that go on from the one before. */
  reprises: Mots,
});
export type CitationsMots = z.infer<typeof CitationsMots>;
