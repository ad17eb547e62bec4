import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFigures } from './read-figures.ts';
import { TODAY } from './read-figures-testing.ts';

describe('readFigures', () => {
  it.each([
    ['on a signé en mai 2022, taille 1, on aurait dû toucher combien ?', ['date', 'number']],
    ['c’est quoi ces 56 250 € ?', ['amount']],
    ['CPTS de 85 000 habitants, contrat signé le 15 mars 2024, 42 membres', ['number', 'date', 'number']],
    ['75 % de 60 000 € pendant 18 mois', ['percent', 'amount', 'duration']],
    ['avenant n° 2 du 2 décembre 2021, article 3', ['ordinal', 'date', 'number']],
    ['entre 80 000 et 175 000 habitants', ['number', 'number']],
    ['de 2022 à 2026', ['date', 'date']],
    ['2023-2024', ['date', 'date']],
    ['2023/2024', ['date', 'date']],
    ['en 2022 deux CPTS', ['date', 'number']],
    ['le 15 mars 85 000 habitants', ['date', 'number']],
    ['signed in May 2022, size 1, 60,000 inhabitants', ['date', 'number', 'number']],
    ['vingt, trente ou quarante', ['number', 'number', 'number']],
    ['7j/7 et 24h/24', ['duration', 'number', 'duration', 'number']],
  ])('finds in order the figures of « %s »', (text, kinds) => {
    expect(readFigures(text, TODAY).map((figure) => figure.kind)).toEqual(kinds);
  });

  it.each([
    'une CPTS et un médecin',
    'en premier lieu, les soins de premier recours',
    'dans un premier temps',
    'd’une part, à la une',
    'le tiers payant',
    'quoi de neuf ?',
    'une mise en demeure',
    'May I ask you something?',
    'they march on',
    'one of the communities',
    'la planète Mars est rouge',
    'le CV du coordinateur',
    'chacun d’eux',
    'first of all',
    '',
  ])('reads nothing in « %s »', (text) => {
    expect(readFigures(text, TODAY)).toEqual([]);
  });

  it('never throws and keeps its places inside the text, whatever the text', () => {
    const piece = fc.constantFrom(
      'le ',
      '15',
      '/',
      ' mars ',
      '2024',
      '€',
      ' mille',
      'un ',
      '½',
      'ﷺ',
      '\u0301',
      'T',
      '-',
      ' ',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(piece).map((pieces) => pieces.join('')),
        ),
        (text) => {
          for (const figure of readFigures(text, TODAY)) {
            expect(figure.start).toBeLessThan(figure.end);
            expect(figure.end).toBeLessThanOrEqual(text.length);
          }
        },
      ),
    );
  });

  it('goes through a long text within the time of a test', () => {
    const sentence = 'le 15 mars 2024, la communauté de 85 000 habitants a reçu 75 000 € en deux fois ; ';
    // A date, a number, an amount and a number, a thousand times.
    expect(readFigures(sentence.repeat(1_000), TODAY)).toHaveLength(4_000);
  });
});
