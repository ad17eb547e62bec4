import { z } from 'zod';
import { CalendarDate } from './calendar-date.ts';
import { SourceId, TexteId } from './reference.ts';
import { Confiance, Statut } from './statut.ts';

const MAKE_LAW = ['accord', 'avenant', 'loi', 'ordonnance', 'decret', 'arrete', 'instruction'] as const;

/** What kind of document a text is. */
export const Nature = z.enum([
  ...MAKE_LAW,
  'proposition',
  'rapport',
  'debat-parlementaire',
  'note',
  'contrat-local',
  'page-officielle',
  'page-secondaire',
  'presse',
  'convention-du-projet',
]);
export type Nature = z.infer<typeof Nature>;

/** Documents that make the law, and can hold on a day. */
export const NORMES: readonly Nature[] = MAKE_LAW;

/** A day known only to the month or the year is written `2019-04` or `2022`. */
export const PartialDate = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, {
  error: "une date de texte s'écrit AAAA, AAAA-MM ou AAAA-MM-JJ",
});

/** One place where a rule was read. */
export const Source = z.strictObject({
  id: SourceId,
  titre: z.string().min(3),
  editeur: z.string().min(2),
  date: PartialDate.nullable(),
  nature: Nature,
  url: z.url().nullable(),
});
export type Source = z.infer<typeof Source>;

/** Metadata of a text: `texte.yaml` in its folder. `signeLe`, `publieLe` and `enVigueurDu` are three different days. */
export const TexteMetadata = z.strictObject({
  id: TexteId,
  /** Short name used in sentences: « avenant 2 », « décret 2022-375 ». */
  nom: z.string().min(2),
  /** Other ways of naming it, for exact lookup. */
  autresNoms: z.array(z.string()).default([]),
  titre: z.string().min(5),
  editeur: z.string().min(2),
  date: PartialDate,
  nature: Nature,
  signeLe: CalendarDate.optional(),
  publieLe: CalendarDate.optional(),
  enVigueurDu: CalendarDate.optional(),
  enVigueurJusquau: CalendarDate.optional(),
  url: z.url().nullable(),
  refs: z.array(SourceId).min(1),
  verifieLe: CalendarDate,
  note: z.string().optional(),
});
export type TexteMetadata = z.infer<typeof TexteMetadata>;

/**
 * A short passage in our own words, self-contained and ready to be shown as an answer.
 * `valideDu` / `valideJusquau` bound the days on which what it says is the state of things (both included);
 * absent, it is not bounded on that side.
 */
export const Passage = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: 'identifiant en minuscules, chiffres et tirets' }),
  titre: z.string().min(3),
  statut: Statut,
  confiance: Confiance,
  refs: z.array(SourceId).min(1),
  article: z.string().optional(),
  valideDu: CalendarDate.optional(),
  valideJusquau: CalendarDate.optional(),
  /** Ids of concepts of `corpus/lexique/concepts.yaml`. */
  themes: z.array(z.string()).min(1),
  /** Words a reader would search with and that the passage itself does not use. */
  motsCles: z.array(z.string()).default([]),
  /** Id of the passage that says what holds instead, when this one is not (or no longer) the rule. */
  remplacePar: z.string().optional(),
  corps: z.string().min(20).max(700),
});
export type Passage = z.infer<typeof Passage>;

/** `passages.yaml` of a text's folder. */
export const PassagesFile = z.strictObject({ passages: z.array(Passage).min(1) });
