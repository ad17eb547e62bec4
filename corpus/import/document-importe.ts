import { z } from 'zod';
import { CalendarDate } from '#corpus/law/calendar-date.ts';
import { SourceId, TexteId } from '#corpus/law/reference.ts';
import { Statut } from '#corpus/law/statut.ts';
import { Nature, PartialDate } from '#corpus/law/texte.ts';

/** Formats that can be read. */
export const Format = z.enum(['pdf', 'docx', 'html', 'markdown', 'texte']);
export type Format = z.infer<typeof Format>;

const Place = z.int().positive();

/** A piece of an imported document, in its own characters, ready to be searched and quoted. */
export const PassageImporte = z
  .strictObject({
    texte: z.string().min(1),
    /** Titles that it stands under, the widest first. */
    titres: z.array(z.string()),
    article: z.string().optional(),
    /** Paragraph, counted from 1 over the document; a list or a table counts for one. */
    paragraphe: Place,
    /** Row of a table, counted from 1 under its titles. */
    rangee: Place.optional(),
    page: Place.optional(),
    /** Places of its figures, as the detector of the last gate finds them. */
    chiffres: z.array(z.tuple([z.int().nonnegative(), Place])),
  })
  .refine(({ texte, chiffres }) => chiffres.every(([start, end]) => start < end && end <= texte.length), {
    error: 'un chiffre se trouve hors du texte',
  });
export type PassageImporte = z.infer<typeof PassageImporte>;

/** What is told of a document, without its passages. */
export const FicheDocument = z.strictObject({
  /** Names it in commands: its day, its title, the beginning of its hash. */
  id: TexteId,
  /** Names it as a source. */
  source: SourceId,
  /** Of the bytes of the file. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  fichier: z.string().min(1),
  format: Format,
  titre: z.string().min(1),
  editeur: z.string().min(1),
  date: PartialDate,
  nature: Nature,
  statut: Statut,
  importeLe: CalendarDate,
  passages: z.int().positive(),
  pages: Place.optional(),
});
export type FicheDocument = z.infer<typeof FicheDocument>;

/** A document as it is kept. A change of this form raises the version. */
export const DocumentImporte = z.strictObject({
  version: z.literal(1),
  fiche: FicheDocument,
  passages: z.array(PassageImporte).min(1),
});
export type DocumentImporte = z.infer<typeof DocumentImporte>;
