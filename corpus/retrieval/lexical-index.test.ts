import { describe, expect, it } from 'vitest';
import { buildIndexData } from './index-data.ts';
import { openLexicalIndex } from './lexical-index.ts';
import { createTokenizer } from './tokenize.ts';

const tokenizer = createTokenizer({ francais: ['le', 'de'], anglais: ['the'] });
const documents = [
  { id: 'a', titre: "L'avance", corps: 'Le versement de la caisse.' },
  { id: 'b', titre: 'Le solde', corps: "Le versement qui suit l'avance." },
  {
    id: 'c',
    titre: 'Les délais',
    corps: 'Les mois comptés.',
    motsCles: ['calendrier', 'arrêté du solstice'],
    themes: ['crises-sanitaires'],
    intertitres: ['Comptage'],
  },
];
const index = openLexicalIndex(buildIndexData(documents, tokenizer));

describe('openLexicalIndex', () => {
  it('scores titles apart, with an idf of their own', () => {
    const terms = [{ stem: 'avanc', weight: 1 }];
    const [first = 0, second = 0, third] = index.score(terms);
    expect(first).toBeGreaterThan(0);
    expect(second).toBeGreaterThan(0);
    expect(third).toBe(0);
    expect([...index.scoreTitles(terms)].map((score) => score > 0)).toEqual([true, false, false]);
  });

  it.each(['calendri', 'cris', 'sanitair', 'crisessanitair', 'comptag', 'solstic'])(
    'finds « %s » in the keywords, themes, headings and names',
    (stem) => {
      expect(index.contains(2, stem)).toBe(true);
      expect(index.score([{ stem, weight: 1 }])[2]).toBeGreaterThan(0);
    },
  );

  it('says which words it knows, whatever the field', () => {
    expect(index.has('vers')).toBe(true);
    expect(index.has('toubib')).toBe(false);
    expect(index.contains(0, 'sold')).toBe(false);
    expect(index.words.get('delais')).toBe('del');
  });

  it('scores nothing in an empty corpus', () => {
    const empty = openLexicalIndex(buildIndexData([], tokenizer));
    expect([...empty.score([{ stem: 'avanc', weight: 1 }])]).toEqual([]);
  });
});
