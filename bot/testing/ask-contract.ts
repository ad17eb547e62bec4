import { z } from 'zod';
import { CalendarDate } from '#corpus/law/calendar-date.ts';
import { TexteId } from '#corpus/law/reference.ts';
import { Confiance, Statut } from '#corpus/law/statut.ts';

const Refs = z.array(z.string().regex(/^[A-Z][A-Z0-9-]+$/)).min(1);
const Span = z.tuple([z.int().nonnegative(), z.int().nonnegative()]);
const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const Sentences = z.array(z.string().min(1));

const ReferenceJson = z.strictObject({
  texte: TexteId,
  article: z.string().optional(),
  refs: Refs,
  url: z.url().optional(),
});

const OriginJson = z.strictObject({
  type: z.enum(['tool', 'source', 'question', 'profile', 'interface']),
  tool: z.string().optional(),
  step: z.string().optional(),
  passage: z.string().optional(),
  span: Span.optional(),
});

const FigureJson = z.strictObject({
  id: z.string().regex(/^f\d+$/),
  text: z.string().min(1),
  value: z.union([z.number(), z.string()]),
  unit: z.string().min(1),
  label: z.string().min(1),
  statut: Statut.nullable(),
  confiance: Confiance.nullable(),
  position: Span,
  origin: OriginJson,
  references: z.array(ReferenceJson),
});

const SourceJson = z.strictObject({
  texte: TexteId,
  titre: z.string().min(5),
  editeur: z.string().min(2),
  date: z.string().regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/),
  nature: z.string(),
  statut: Statut,
  refs: Refs,
  url: z.url().optional(),
  passage: z.string(),
  excerpt: z.string().min(20),
  /** Where the words quoted stand in an imported document. */
  article: z.string().optional(),
  paragraphe: z.int().positive().optional(),
  rangee: z.int().positive().optional(),
  page: z.int().positive().optional(),
});

/** Outcomes have the shape of their own command; what they share is checked here. */
const OutcomeJson = z.looseObject({
  tool: z.string(),
  kind: z.enum(['computed', 'ambiguous', 'missing-input', 'not-applicable', 'not-covered']),
  asOf: CalendarDate,
  notComputed: Sentences,
  hypotheses: Sentences,
});

/** What `ask --json` prints, as the contract of the command line says it: no key more, no key less. */
export const AskJson = z.strictObject({
  kind: z.enum(['answered', 'needs-input', 'not-covered', 'refused']),
  lang: z.enum(['fr', 'en']),
  asOf: CalendarDate,
  text: z.string().min(1),
  figures: z.array(FigureJson),
  sources: z.array(SourceJson),
  outcomes: z.array(OutcomeJson),
  missing: Sentences,
  notComputed: Sentences,
  hypotheses: Sentences,
  composer: z.enum(['deterministic', 'model']),
  rejections: z.array(z.string()),
  receipt: z.strictObject({ corpus: Sha256, parametres: Sha256, answer: Sha256 }),
  ms: z.looseObject({ total: z.number().nonnegative() }),
});
export type AskJson = z.infer<typeof AskJson>;
