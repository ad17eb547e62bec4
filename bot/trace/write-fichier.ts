import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import type { Figure } from '#corpus/law/figure.ts';
import type { LicensedText } from '#corpus/law/licensed-text.ts';
import type { Vocabulary } from '../answer/render-message.ts';
import { createScribe } from '../render/scribe.ts';
import { loadFonts } from './load-fonts.ts';
import { renderTraceCsv } from './render-trace-csv.ts';
import { renderTracePdf } from './render-trace-pdf.ts';
import type { Fichier, TraceCalcul } from './trace.ts';

/** What a trace can be written as. */
export type FormatTrace = 'pdf' | 'csv';

/**
 * Writes a trace as a file: a PDF to read and print, a CSV for a spreadsheet. Same arguments, same bytes.
 * @throws {BotError} ERR_CHIFFRE_SANS_ORIGINE when a figure stands where none was placed
 */
export async function writeFichier(trace: TraceCalcul, format: FormatTrace, vocabulary: Vocabulary): Promise<Fichier> {
  const { asOf, lang, titre } = trace;
  const scribe = createScribe('interface', asOf, vocabulary, lang);
  const jour = { asOf: toIso(asOf) };
  if (format === 'pdf') {
    return { nom: scribe.phrase('trace-fichier-pdf', jour), titre, octets: await renderTracePdf(trace, loadFonts()) };
  }
  const columns = ['trace-colonne-partie', 'trace-colonne-element', 'trace-colonne-valeur', 'trace-colonne-precision'];
  const csv = renderTraceCsv(
    trace,
    columns.map((code) => scribe.phrase(code)),
  );
  return { nom: scribe.phrase('trace-fichier-csv', jour), titre, octets: Buffer.from(csv) };
}

/** A day as the name of a file holds it, so that files are listed in their order. */
function toIso(asOf: CalendarDate): LicensedText {
  const origin = { type: 'interface', counter: 'jour' } as const;
  const provenance = { statut: null, confiance: null, references: [] };
  const figure: Figure = { text: asOf, value: asOf, unit: 'date', label: 'jour', origin, ...provenance };
  return [figure];
}
