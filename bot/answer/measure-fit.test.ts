import { describe, expect, it } from 'vitest';
import type { ReadFigure } from '#corpus/law/read-figures.ts';
import { readFigures } from '#corpus/law/read-figures.ts';
import type { CorpusPassage } from '#corpus/load-corpus.ts';
import { createTokenizer } from '#corpus/retrieval/tokenize.ts';
import { TODAY } from '../testing/load-test-assembly.ts';
import { createFitMeasure } from './measure-fit.ts';

const tokenizer = createTokenizer({ francais: ['le', 'la', 'de', 'du', 'une', 'il', 'sur'], anglais: ['the', 'of'] });
const passage = {
  id: 'rapport',
  titre: 'Rapport',
  corps: 'Le rapport d’activité est remis à la caisse.',
  motsCles: ['remise'],
  themes: ['rapport-activite'],
  texte: { nom: 'accord' },
} as unknown as CorpusPassage;
const other = { ...passage, id: 'local', titre: 'Locaux', corps: 'Un local se loue.', motsCles: [], themes: [] };
const measure = createFitMeasure({
  passages: [passage, other],
  concepts: {
    concepts: {
      'rapport-activite': {
        genre: 'sujet',
        libelle: '',
        courant: false,
        formes: ['bilan annuel'],
        courantes: ['comptes'],
      },
      'q-quand': { genre: 'demande', libelle: '', courant: false, formes: ['quand'] },
    },
  },
  lexique: {
    motsVides: { francais: ['le'], anglais: ['the'] },
    abreviations: {
      sigles: [{ sigle: 'CPAM', developpe: ['caisse primaire'] }],
      familier: [{ ecrit: ['koi'], lire: 'quoi' }],
    },
    synonymes: { courants: [{ mots: ['sécu'], vers: ['caisse'] }], anglais: [] },
  },
  tokenizer,
  conversation: ['dire'],
});

function weigh(text: string, lang: 'fr' | 'en' = 'fr') {
  const figures: readonly ReadFigure[] = readFigures(text, TODAY);
  return measure(text, { figures, lang }, passage);
}

describe('what a passage accounts for', () => {
  it.each([
    'rapport',
    'quand la remise du rapport',
    // What a word stands for, an acronym, a form of the theme, an everyday form of it.
    'la sécu',
    'la CPAM',
    'le bilan annuel',
    'comptes',
    // Ways of asking, words of talk, familiar writing and figures ask for nothing.
    'koi dire du rapport de 2024',
    'le raport',
  ])('is the whole of « %s »', (text) => {
    expect(weigh(text)).toEqual({ explained: 1, foreign: 0 });
  });

  it('leaves what only another passage holds, and what nothing holds', () => {
    expect(weigh('local')).toEqual({ explained: 0, foreign: 0 });
    expect(weigh('ambulance')).toEqual({ explained: 0, foreign: 1 });
    const { explained, foreign } = weigh('rapport ambulance');
    // ln(1 + 2/2) for « rapport », ln(1 + 2/1) for a word that nothing holds.
    expect(explained).toBeCloseTo(Math.log(2) / (Math.log(2) + Math.log(3)));
    expect(explained + foreign).toBeCloseTo(1);
  });

  it('is nothing without a word, and an English word is not foreign', () => {
    expect(weigh('2024')).toEqual({ explained: 0, foreign: 0 });
    expect(weigh('ambulance', 'en')).toEqual({ explained: 0, foreign: 0 });
  });
});
