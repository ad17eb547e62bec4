import { expect, it } from 'vitest';
import { CalendarDate } from './calendar-date.ts';
import { findFigures } from './find-figures.ts';
import { readFigures } from './read-figures.ts';

/** Day of the tests that read figures. */
export const TODAY = CalendarDate.parse('2026-11-21');

/** A text, one of its figures as written, and what the reading must contain. */
export type Row = readonly [text: string, figure: string, meaning: Readonly<Record<string, unknown>>];

/** Words that make a date of a figure without being one: the detector leaves them alone. */
const RELATION =
  /il y a|environ|dans|ago|début|fin|mi(?=-)|late|first|last|next|dernier|prochain|\bin\b|\bde\b|\bof\b|d['’]|trimestre|semestre|quarter|\bet\b|un(?= cinqui)|\b[TQS](?=[1-4]\b)/gi;

/** Declares, for each row, that the figure is read, stands at its place, and is covered by the detector. */
export function testRows(rows: readonly Row[]): void {
  it.each(rows)('reads « %s »: « %s »', (text, figure, meaning) => {
    const found = readFigures(text, TODAY);
    expect(found.find((candidate) => candidate.text === figure) ?? found).toMatchObject(meaning);
  });

  it.each(rows)('gives each figure of « %s » its place, in order and without overlap', (text) => {
    let last = 0;
    for (const figure of readFigures(text, TODAY)) {
      expect(text.slice(figure.start, figure.end)).toBe(figure.text);
      expect(figure.start).toBeGreaterThanOrEqual(last);
      last = figure.end;
    }
  });

  it.each(rows)('covers with the detector what is read in « %s »', (text) => {
    const covered = findFigures(text);
    const blanked = text.replace(RELATION, (word) => ' '.repeat(word.length));
    const uncovered: string[] = [];
    for (const figure of readFigures(text, TODAY)) {
      // « hier » or « l'an dernier » hold no figure at all.
      if (figure.kind === 'date' && figure.note === 'relative' && covered.length === 0) continue;
      for (let at = figure.start; at < figure.end; at += 1) {
        if (!/[\p{L}\p{N}€%]/u.test(blanked[at] as string)) continue;
        const isCovered = covered.some((span) => span.start <= at && at < span.end);
        if (!isCovered) uncovered.push(`${figure.text}: ${text[at]}`);
      }
    }
    expect(uncovered).toEqual([]);
  });
}
