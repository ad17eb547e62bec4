import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTokenizer, dropAccents } from './tokenize.ts';

const tokenizer = createTokenizer({
  francais: ['le', 'la', 'de', 'à', 'et', 'pour', 'on', 'ci', 'celui', 'est', 'été'],
  anglais: ['the', 'of'],
});

function stems(text: string): string[] {
  return tokenizer
    .tokenize(text)
    .filter((token) => !token.empty)
    .map((token) => token.stem);
}

describe('tokenize', () => {
  it.each([
    ["l'amorçage", ['amorcag']],
    ['L’amorçage', ['amorcag']],
    ["d'une mission", ['une', 'mission']],
    ["jusqu'à la signature", ['signatur']],
    ["qu'avance lorsqu'arrive", ['avanc', 'arriv']],
    ["prud'homme", ['prud', 'homm']],
    ["aujourd'hui", ["aujourd'hui"]],
  ])('takes the elision off « %s »', (text, expected) => {
    expect(stems(text)).toEqual(expected);
  });

  it.each([
    ['financement', 'financements'],
    ['régional', 'régionales'],
    ['médecin', 'MÉDECINS'],
    ['médecin', 'me\u0301decin'],
    ['médecin', 'medecin'],
    ['renouvellement', 'renouveler'],
    ['cœur', 'coeur'],
    ['programmé', 'programmées'],
    ['C.P.T.S.', 'CPTS'],
    ['S.N.P', 'snp'],
    ['80 000', '80000'],
    ['80\u00a0000', '80\u202f000'],
    ['1 234 567', '1234567'],
    ['50 k€', '50 000'],
    ['580k', '580 000'],
    ['2e', '2'],
    ['1er', '1ère'],
    ['L. 1434-12', 'L1434-12'],
    ['R.1435-16', 'R1435-16'],
    ['pluri\u2011professionnel', 'pluri-professionnel'],
    ['co\u00adordination', 'coordination'],
  ])('indexes « %s » and « %s » alike', (a, b) => {
    expect(stems(a)).toEqual(stems(b));
    expect(stems(a)).not.toEqual([]);
  });

  it.each([
    // Both parts, then the compound in one word, as others write it.
    ['pluri-professionnel', ['plur', 'professionnel', 'pluriprofessionnel']],
    ['article L1434-12', ['articl', 'l1434', '12', 'l143412']],
    ['touche-t-on', ['touch']],
    ['celui-ci', []],
    ['art. 8', ['art', '8']],
    ['75 % de 40 000 €', ['75', '40000']],
    ['article 8, 200 membres', ['articl', '8', '200', 'membr']],
    ['de 40 000 à 80 000', ['40000', '80000']],
    ['soins (non programmés) ; SAS', ['soin', 'non', 'programm', 'sas']],
    ['', []],
    ['?! … —', []],
  ])('reads « %s »', (text, expected) => {
    expect(stems(text)).toEqual(expected);
  });

  it('compares empty words without accents, and single letters are empty', () => {
    expect(stems('a été le y x')).toEqual([]);
  });

  it('says which tokens are parts of a compound', () => {
    expect(tokenizer.tokenize('sous-traitant nommé').map(({ word, kind }) => [word, kind])).toEqual([
      ['sous', 'part'],
      ['traitant', 'part'],
      ['soustraitant', 'whole'],
      ['nommé', 'plain'],
    ]);
  });

  it('gives content words as written, with their accents', () => {
    expect(tokenizer.contentWords("L'Amorçage de la mi-année")).toEqual(['amorçage', 'mi', 'année']);
  });

  it('reads other scripts than the Latin one', () => {
    expect(stems('здоровье 健康 médecin')).toEqual(['здоровье', '健康', 'medecin']);
  });

  it('never fails, and gives the same tokens for both Unicode forms of a text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(stems(text.normalize('NFD'))).toEqual(stems(text.normalize('NFC')));
      }),
    );
  });
});

describe('dropAccents', () => {
  it.each([
    ['dû', 'du'],
    ['ŒUVRE'.toLowerCase(), 'oeuvre'],
    ['ASCII', 'ASCII'],
    ['ex æquo', 'ex aequo'],
  ])('turns « %s » into « %s »', (text, expected) => {
    expect(dropAccents(text)).toBe(expected);
  });
});
