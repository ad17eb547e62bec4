import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import type { Figure, Unite } from '#corpus/law/figure.ts';
import { findFigures } from '#corpus/law/find-figures.ts';
import type { LicensedText } from '#corpus/law/licensed-text.ts';
import { type ReadFigure, readFigures } from '#corpus/law/read-figures.ts';

type Provenance = Pick<Figure, 'statut' | 'confiance' | 'references'>;

/**
 * Licenses the figures of a text of the corpus (a passage, a title, an address) by their span in it.
 * Every span that the detector finds gets a figure: read with its value where it can be, else as a name.
 * @param passage id under which the origin is recorded
 * @param today   day for relative dates; texts of the corpus hold none
 */
export function licenseText(text: string, passage: string, today: CalendarDate, provenance: Provenance): LicensedText {
  const { statut, confiance, references } = provenance;
  const found = findFigures(text);
  // « au début de l'année » is read as a day of this year in a question; in a text it is no figure.
  const read = readFigures(text, today).filter((figure) => found.some((span) => overlap(span, figure)));
  const spans = mergeSpans([...read, ...found]);
  const pieces: (string | Figure)[] = [];
  let position = 0;
  for (const { start, end } of spans) {
    if (start > position) pieces.push(text.slice(position, start));
    const meaning = read.find((figure) => figure.start === start && figure.end === end);
    const { value, unit } = meaning
      ? toValue(meaning)
      : { value: text.slice(start, end), unit: 'identifiant' as const };
    const origin = { type: 'source', passage, span: [start, end] } as const;
    pieces.push({ text: text.slice(start, end), value, unit, label: passage, origin, statut, confiance, references });
    position = end;
  }
  if (position < text.length) pieces.push(text.slice(position));
  return pieces;
}

/** What a figure read in a text is worth, in the units of {@link Figure}. */
export function toValue(figure: ReadFigure): { readonly value: number | string; readonly unit: Unite } {
  switch (figure.kind) {
    case 'amount':
      return { value: figure.euros, unit: 'EUR' };
    case 'percent':
      return { value: figure.value, unit: 'pourcent' };
    case 'duration':
      return figure.unit === 'semaines'
        ? { value: figure.amount * 7, unit: 'jours' }
        : { value: figure.amount, unit: figure.unit };
    case 'date':
      return { value: figure.from === figure.to ? figure.from : `${figure.from}/${figure.to}`, unit: 'date' };
    case 'number':
      return { value: figure.value, unit: figure.noun?.startsWith('habitant') ? 'habitants' : 'nombre' };
    case 'ordinal':
    case 'roman':
      return { value: figure.value, unit: 'ordinal' };
    case 'fraction':
      return { value: `${figure.num}/${figure.den}`, unit: 'nombre' };
    case 'multiple':
      return { value: figure.factor, unit: 'nombre' };
    case 'identifier':
    case 'bad-date':
      return { value: figure.text, unit: 'identifiant' };
  }
}

type Span = { readonly start: number; readonly end: number };

function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

function mergeSpans(spans: readonly Span[]) {
  const merged: { start: number; end: number }[] = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = merged.at(-1);
    if (last && start < last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged;
}
