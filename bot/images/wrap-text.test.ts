import { describe, expect, it } from 'vitest';
import type { Figure } from '#corpus/law/figure.ts';
import { type LicensedText, renderLicensed } from '#corpus/law/licensed-text.ts';
import { wrapText } from './wrap-text.ts';

const fits = (width: number) => (line: string) => line.length <= width;

describe('a text set in lines', () => {
  it.each<[string, LicensedText, number, number, readonly string[]]>([
    ['fits', ['un mot'], 10, 2, ['un mot']],
    ['is cut at its blanks', ['Mission accès aux soins'], 12, 4, ['Mission', 'accès aux', 'soins']],
    [
      'keeps a figure whole',
      ['soit ', toFigure('12 mars 2024', 'tool'), ' au plus'],
      12,
      4,
      ['soit', '12 mars 2024', 'au plus'],
    ],
    ['cuts the words of the asker', [toFigure('CPTS des Deux Rives', 'question')], 10, 4, ['CPTS des', 'Deux Rives']],
    ['says what is left out', ['Mission accès aux soins non programmés'], 12, 2, ['Mission', 'accès aux\u00a0…']],
    ['cuts a word that is too long', ['anticonstitutionnellement'], 10, 2, ['anticons\u00a0…']],
  ])('%s', (_, text, width, most, lines) => {
    expect(wrapText(text, fits(width), most).map((line) => renderLicensed(line).text)).toEqual(lines);
  });

  it('leaves a figure out whole rather than showing another one', () => {
    const lines = wrapText(['total ', toFigure('75 000 €', 'tool')], fits(6), 2);
    expect(lines.map((line) => renderLicensed(line).text).join(' ')).not.toMatch(/\d/);
  });
});

function toFigure(text: string, type: 'tool' | 'question'): Figure {
  const origin =
    type === 'tool' ? ({ type, tool: 'financement', step: 'total' } as const) : ({ type, span: [0, 1] } as const);
  return { text, value: text, unit: 'identifiant', label: '', statut: null, confiance: null, origin, references: [] };
}
