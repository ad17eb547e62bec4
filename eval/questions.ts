import { z } from 'zod';
import { Profil } from '#bot/answer/profil.ts';
import { CalendarDate } from '#corpus/law/calendar-date.ts';
import { Statut } from '#corpus/law/statut.ts';

const Kind = z.enum(['answered', 'needs-input', 'not-covered', 'refused']);
/** A number in the unit it is read in (euros, months…), or a day. */
const Chiffre = z.union([z.number(), CalendarDate]);
/** Ids of sources and the paragraph of the base of facts: « S2 §3.2 »; no source says what is out of the corpus. */
const Validation = z.string().regex(/^(?:hors-corpus|[A-Z][A-Z0-9-]*[A-Z0-9]) §\d/);

/** A question with what its answer must be. */
export const QuestionAttendue = z.strictObject({
  id: z.string(),
  texte: z.string(),
  /** Other wordings that must get the same answer. */
  autrement: z.array(z.string()).length(4).optional(),
  categorie: z.string().optional(),
  /** Day it is asked, when it is not the one of the file. */
  jour: CalendarDate.optional(),
  profil: Profil.extend({ nom: z.string().default('Notre CPTS') }).optional(),
  /** Several when the sources leave the choice. */
  kind: z.union([Kind, z.array(Kind).min(2)]).transform((one) => (Array.isArray(one) ? one : [one])),
  /** What must be read; alternatives are parted by « | ». */
  dit: z.array(z.string()).default([]),
  /** What must not be read. */
  tait: z.array(z.string()).default([]),
  /** Figures that must be shown. */
  chiffres: z.array(Chiffre).default([]),
  /** Figures that must not be shown, except in the words of the asker. */
  interdits: z.array(Chiffre).default([]),
  /** Figures that may be told as proposed or past, never as in force. */
  pasEnDroit: z.array(Chiffre).default([]),
  /** Legal standing that the figures of `chiffres` must have. */
  statut: Statut.optional(),
  /** Day of law that the answer must be for; the day it is asked when nothing is said. */
  asOf: CalendarDate.optional(),
  /** One of these sources at least must be cited. */
  refs: z.array(z.string()).default([]),
  lang: z.enum(['fr', 'en']).optional(),
  /** Turns said before in the same thread. */
  avant: z.array(z.string()).default([]),
  /** What says that the expectation is right. */
  valide: Validation.optional(),
  /** The sum behind the figures. */
  calcul: z.string().optional(),
});
export type QuestionAttendue = z.infer<typeof QuestionAttendue>;

/** `eval/questions/*.yaml`; `categorie` is the one of the questions that name none. */
export const Questionnaire = z.strictObject({
  jour: CalendarDate,
  categorie: z.string(),
  questions: z.array(QuestionAttendue).min(1),
});
