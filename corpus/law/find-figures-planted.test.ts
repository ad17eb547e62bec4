import fc from 'fast-check';
import { toCardinal as toEnglish, toOrdinal as toEnglishOrdinal } from 'n2words/en-GB';
import { toCardinal as toBelgian } from 'n2words/fr-BE';
import { toCardinal as toFrench, toOrdinal as toFrenchOrdinal } from 'n2words/fr-FR';
import { describe, expect, it } from 'vitest';
import { findFigures } from './find-figures.ts';

describe('findFigures, on any text', () => {
  const plain = fc.constantFrom(
    ...'la communauté signe un contrat avec une caisse,et son agence,pour,soins de premier recours,demain,réunion,centre,(projet),santé.'.split(
      ',',
    ),
  );
  const integer = fc.integer({ min: 2, max: 2_000_000 });
  const day = fc.tuple(
    fc.integer({ min: 1, max: 28 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1900, max: 2100 }),
  );
  const months = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' ');
  const figures: readonly (readonly [string, fc.Arbitrary<string>])[] = [
    ['digits', integer.map(String)],
    ['French grouping', integer.map((value) => value.toLocaleString('fr-FR'))],
    ['English grouping', integer.map((value) => value.toLocaleString('en-GB'))],
    ['Arabic digits', integer.map((value) => value.toLocaleString('ar-EG', { useGrouping: false }))],
    [
      'full-width digits',
      integer.map((value) => String(value).replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)))),
    ],
    [
      'mathematical digits',
      integer.map((value) => String(value).replace(/\d/g, (digit) => String.fromCodePoint(0x1d7ec + Number(digit)))),
    ],
    ['euros', integer.map((value) => `${value} €`)],
    ['French words', integer.map((value) => toFrench(value))],
    ['upper case', integer.map((value) => toFrench(value).toUpperCase())],
    ['decomposed capitals', integer.map((value) => toFrench(value).normalize('NFD'))],
    ['Belgian words', integer.map((value) => toBelgian(value))],
    ['English words', integer.map((value) => toEnglish(value))],
    ['French ordinals', fc.integer({ min: 1, max: 999 }).map((value) => toFrenchOrdinal(value))],
    ['English ordinals', fc.integer({ min: 1, max: 999 }).map((value) => toEnglishOrdinal(value))],
    ['dates', day.map(([date, month, year]) => `${date} ${months[month - 1]} ${year}`)],
    ['numeric dates', day.map(([date, month, year]) => `${date}/${month}/${year}`)],
    ['glued words', fc.integer({ min: 17, max: 999 }).map((value) => toFrench(value).replace(/[ -]/g, ''))],
    ['zero-width joiners', integer.map((value) => [...toFrench(value)].join('\u200D'))],
    ['soft hyphens', integer.map((value) => [...toEnglish(value)].join('\u00AD'))],
    [
      'Cyrillic letters',
      integer.map((value) => toFrench(value).replaceAll('e', 'е').replaceAll('o', 'о').replaceAll('i', 'і')),
    ],
    ['combining marks', integer.map((value) => toFrench(value).replace(/(\p{L})/gu, '$1\u0336'))],
    [
      'mathematical letters',
      integer.map((value) =>
        toFrench(value).replace(/[a-z]/g, (letter) => String.fromCodePoint(0x1d5ee + letter.charCodeAt(0) - 97)),
      ),
    ],
    [
      'units after one',
      fc.constantFrom('un mois', 'une année', 'un an', 'une semaine', 'un million', 'un euro', 'one year'),
    ],
    [
      'shares',
      fc.constantFrom('la moitié', 'deux tiers', 'trois quarts', 'half', 'one third', '½', 'le double', 'le triple'),
    ],
    ['Roman numerals', fc.constantFrom('II', 'IV', 'XIV', 'XXI', 'titre I', 'livre V', 'annexe X')],
  ];

  it.each(figures)('finds %s planted anywhere among plain words, and nothing else', (_name, figure) => {
    fc.assert(
      fc.property(
        fc.array(plain, { maxLength: 8 }),
        figure,
        fc.array(plain, { maxLength: 8 }),
        (before, planted, after) => {
          const head = before.length > 0 ? `${before.join(' ')} ; ` : '';
          const text = `${head}${planted}${after.length > 0 ? ` ; ${after.join(' ')}` : ''}`;
          const spans = findFigures(text);
          for (const span of spans) {
            expect(span.start, text).toBeGreaterThanOrEqual(head.length);
            expect(span.end, text).toBeLessThanOrEqual(head.length + planted.length);
          }
          const article = /^(?:la|le|titre|livre|annexe) /.exec(planted)?.[0].length ?? 0;
          for (let at = head.length + article; at < head.length + planted.length; at += 1) {
            if (!/[\p{L}\p{N}]/u.test(text[at] as string)) continue;
            expect(
              spans.some((span) => span.start <= at && at < span.end),
              `${planted} in ${text}`,
            ).toBe(true);
          }
        },
      ),
    );
  });

  it('gives ordered spans without overlap inside the text, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        let last = 0;
        for (const span of findFigures(text)) {
          expect(span.start).toBeGreaterThanOrEqual(last);
          expect(span.end).toBeGreaterThan(span.start);
          last = span.end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 2_000 },
    );
  });

  it('finds a figure wherever there is a numeric character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        const spans = findFigures(text);
        for (const match of text.matchAll(/\p{N}/gu)) {
          expect(spans.some((span) => span.start <= match.index && match.index < span.end)).toBe(true);
        }
      }),
      { numRuns: 5_000 },
    );
  });

  it('goes through a long text within the time of a test', () => {
    const sentence = 'le contrat tripartite-est-signé.par l’agence, un-deux d o 1 000 000 mille mille ';
    // « un-deux » and « 1 000 000 mille mille », five thousand times.
    expect(findFigures(sentence.repeat(5_000)).length).toBe(10_000);
  });
});
