import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitSentences } from './split-sentences.ts';

describe('splitSentences', () => {
  it.each([
    ['', []],
    [' \n … ', []],
    ['Oui.', ['Oui.']],
    [
      'La caisse verse une avance chaque année. Le solde suit le bilan de la communauté.',
      ['La caisse verse une avance chaque année.', 'Le solde suit le bilan de la communauté.'],
    ],
    // A number, an abbreviation or an initial does not end a sentence.
    [
      "Le montant est fixé par l'art. 8 de l'accord national. Il vaut 75.000 euros au plus par année.",
      ["Le montant est fixé par l'art. 8 de l'accord national.", 'Il vaut 75.000 euros au plus par année.'],
    ],
    // Lines and items of a list; a short piece stays with its neighbour.
    [
      'Les missions sont :\nl’accès aux soins de premier recours ;\nla prévention sur le territoire.',
      ['Les missions sont : l’accès aux soins de premier recours', 'la prévention sur le territoire.'],
    ],
    ['Une phrase assez longue pour rester seule. Bref.', ['Une phrase assez longue pour rester seule. Bref.']],
  ])('cuts « %s »', (text, expected) => {
    expect(splitSentences(text)).toEqual(expected);
  });

  it('loses no letter', () => {
    const letters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'É', '8', '.', ' ', '\n', ';', '?', '»', 'art. ') }),
        (text) => {
          expect(letters(splitSentences(text).join(''))).toBe(letters(text));
        },
      ),
    );
  });
});
