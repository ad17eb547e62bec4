import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import type { Figure } from '#corpus/law/figure.ts';
import { type LicensedText, renderLicensed } from '#corpus/law/licensed-text.ts';
import { checkLicences } from '../gate.ts';
import { loadTestAssembly } from '../testing/load-test-assembly.ts';
import { licensePassage } from './license-passage.ts';
import { licenseText } from './license-text.ts';

const { corpus } = loadTestAssembly();
const TODAY = '2026-11-21' as CalendarDate;
const NONE = { statut: null, confiance: null, references: [] };

describe('licenseText', () => {
  it.each([
    ['75 000 €', 75_000, 'EUR'],
    // 1,2 million: 1 200 000 €.
    ["1,2 million d'euros", 1_200_000, 'EUR'],
    ['douze mille euros', 12_000, 'EUR'],
    ['80 %', 80, 'pourcent'],
    ['18 mois', 18, 'mois'],
    ['deux ans', 2, 'ans'],
    // Two weeks are 14 days.
    ['deux semaines', 14, 'jours'],
    ['1er mars 2024', '2024-03-01', 'date'],
    ['mai 2022', '2022-05-01/2022-05-31', 'date'],
    ['premier', 1, 'ordinal'],
    ['trois quarts', '3/4', 'nombre'],
  ])('reads « %s » with its value and unit', (text, value, unit) => {
    const [figure, ...others] = listFigures(licenseText(text, 'p', TODAY, NONE));
    expect(figure).toMatchObject({
      text,
      value,
      unit,
      origin: { type: 'source', passage: 'p', span: [0, text.length] },
    });
    expect(others).toEqual([]);
  });

  it('counts inhabitants as such', () => {
    const [figure] = listFigures(licenseText('40 000 habitants', 'p', TODAY, NONE));
    expect(figure).toMatchObject({ value: 40_000, unit: 'habitants', text: '40 000' });
  });

  it.each(["au début de l'année contractuelle", 'demain', 'chaque lundi', 'une communauté'])(
    'leaves « %s » in words: no figure stands there',
    (text) => {
      expect(licenseText(text, 'p', TODAY, NONE)).toEqual([text]);
    },
  );

  it('keeps the statut, the confidence and the references it is given', () => {
    const provenance = { statut: 'proposition', confiance: 'P', references: [] } as const;
    const [figure] = listFigures(licenseText('soit 112 500 €', 'p', TODAY, provenance));
    expect(figure).toMatchObject(provenance);
  });

  it('licenses every figure of any text, and changes nothing of it', () => {
    const piece = fc.oneof(
      fc.constantFrom('le 1er mars', 'douze mille', '½', '75 000 €', 'la moitié', 'II', 'un mois', 'S2', 'avenant 2'),
      fc.string({ unit: 'grapheme', maxLength: 8 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const text = pieces.join(' ');
        const rendered = renderLicensed(licenseText(text, 'p', TODAY, NONE));
        expect(rendered.text).toBe(text);
        checkLicences(rendered);
      }),
      { numRuns: 300 },
    );
  });
});

describe('licensePassage', () => {
  it('licenses every figure of every passage by its span in it', () => {
    expect(corpus.passages.length).toBeGreaterThan(150);
    for (const passage of corpus.passages) {
      const { body, references } = licensePassage(passage);
      const rendered = renderLicensed(body);
      expect(rendered.text).toBe(passage.corps);
      checkLicences(rendered);
      for (const { figure, start, end } of rendered.licences) {
        expect(figure.origin).toEqual({ type: 'source', passage: passage.id, span: [start, end] });
        expect(figure.references).toBe(references);
      }
      expect(references).toMatchObject([{ texte: passage.texte.id, refs: passage.refs, passage: passage.id }]);
    }
  });
});

function listFigures(text: LicensedText): readonly Figure[] {
  return text.filter((piece) => typeof piece !== 'string');
}
