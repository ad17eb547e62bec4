import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Figure } from './figure.ts';
import { joinLicensed, renderLicensed } from './licensed-text.ts';

function toFigure(text: string): Figure {
  return {
    text,
    value: text,
    unit: 'nombre',
    label: 'test',
    origin: { type: 'question', span: [0, text.length] },
    statut: null,
    confiance: null,
    references: [],
  };
}

describe('renderLicensed', () => {
  it('notes where each figure stands, in UTF-16 offsets', () => {
    const rendered = renderLicensed(['Soit 😀 ', toFigure('75 000 €'), ' par an, puis ', toFigure('2'), '.']);
    expect(rendered.text).toBe('Soit 😀 75 000 € par an, puis 2.');
    expect(rendered.licences.map(({ start, end }) => rendered.text.slice(start, end))).toEqual(['75 000 €', '2']);
    // « Soit » 4 + space 1 + emoji 2 + space 1 = 8
    expect(rendered.licences[0]?.start).toBe(8);
  });

  it('licenses places, not values: the same digits in plain words have no licence', () => {
    const { text, licences } = renderLicensed(['2 puis ', toFigure('2')]);
    expect(text).toBe('2 puis 2');
    expect(licences.map(({ start, end }) => [start, end])).toEqual([[7, 8]]);
  });

  it('keeps two figures that touch apart', () => {
    const { licences } = renderLicensed([toFigure('12'), toFigure('34')]);
    expect(licences.map(({ start, end }) => [start, end])).toEqual([
      [0, 2],
      [2, 4],
    ]);
  });

  it('renders nothing as nothing', () => {
    expect(renderLicensed([])).toEqual({ text: '', licences: [] });
  });

  it('finds every figure where it is licensed, whatever stands around it', () => {
    const piece = fc.oneof(fc.string(), fc.string({ minLength: 1 }).map(toFigure));
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const { text, licences } = renderLicensed(pieces);
        const figures = pieces.filter((entry) => typeof entry !== 'string');
        expect(licences.map(({ figure }) => figure)).toEqual(figures);
        for (const { figure, start, end } of licences) expect(text.slice(start, end)).toBe(figure.text);
      }),
    );
  });
});

describe('joinLicensed', () => {
  it('puts plain words between texts and nothing around them', () => {
    const joined = joinLicensed([['a ', toFigure('1')], [toFigure('2')], ['c']], ' ; ');
    expect(renderLicensed(joined).text).toBe('a 1 ; 2 ; c');
    expect(renderLicensed(joined).licences).toHaveLength(2);
  });

  it.each([
    ['no text', [], ''],
    ['one text', [['seul']], 'seul'],
  ])('joins %s without a separator', (_, texts, expected) => {
    expect(renderLicensed(joinLicensed(texts, ', ')).text).toBe(expected);
  });
});
