import { describe, expect, it } from 'vitest';
import { buildFieldIndex, LENGTH_PENALTY, SATURATION } from './field-index.ts';
import { buildLexicalIndex } from './lexical-index.ts';
import { createTokenizer } from './tokenize.ts';

const tokenizer = createTokenizer({ francais: ['le', 'de'], anglais: ['the'] });

describe('buildFieldIndex', () => {
  it('computes BM25', () => {
    expect([SATURATION, LENGTH_PENALTY]).toEqual([1.2, 0.75]);
    const index = buildFieldIndex([
      { counts: new Map([['avance', 2]]), length: 4 },
      { counts: new Map([['solde', 1]]), length: 2 },
      { counts: new Map([['solde', 1]]), length: 3 },
    ]);
    const scores = new Float64Array(3);
    index.addScores(scores, [{ stem: 'avance', weight: 0.5 }], 2);
    // Mean length (4 + 2 + 3) ÷ 3 = 3. idf = ln(1 + (3 − 1 + 0,5) ÷ (1 + 0,5)) = ln(2,6667) = 0,98083
    // tf = 2 × 2,2 ÷ (2 + 1,2 × (0,25 + 0,75 × 4 ÷ 3)) = 4,4 ÷ 3,5 = 1,25714; score = 0,5 × 2 × 0,98083 × 1,25714
    expect(scores[0]).toBeCloseTo(1.23304, 5);
    expect([...scores].slice(1)).toEqual([0, 0]);
  });

  it('gives a term of no document the highest idf, and one of every document a small positive one', () => {
    const index = buildFieldIndex([
      { counts: new Map([['cpts', 1]]), length: 1 },
      { counts: new Map([['cpts', 1]]), length: 1 },
    ]);
    // ln(1 + 2,5 ÷ 0,5) = ln 6; ln(1 + 0,5 ÷ 2,5) = ln 1,2
    expect(index.idf('absent')).toBeCloseTo(Math.log(6), 12);
    expect(index.idf('cpts')).toBeCloseTo(Math.log(1.2), 12);
  });
});

describe('buildLexicalIndex', () => {
  const documents = [
    { id: 'a', titre: "L'avance", corps: 'Le versement de la caisse.' },
    { id: 'b', titre: 'Le solde', corps: "Le versement qui suit l'avance." },
    {
      id: 'c',
      titre: 'Les délais',
      corps: 'Les mois comptés.',
      motsCles: ['calendrier'],
      themes: ['crises-sanitaires'],
    },
  ];
  const index = buildLexicalIndex(documents, tokenizer);

  it('counts a word of the title twice: in the document and in the field', () => {
    const [inTitle = 0, inBody = 0, absent] = index.score([{ stem: 'avanc', weight: 1 }]);
    expect(inTitle).toBeGreaterThan(inBody);
    expect(inBody).toBeGreaterThan(0);
    expect(absent).toBe(0);
  });

  it.each(['calendri', 'cris', 'sanitair', 'crisessanitair'])('finds « %s » in the keywords and themes', (stem) => {
    expect(index.contains(2, stem)).toBe(true);
    expect(index.score([{ stem, weight: 1 }])[2]).toBeGreaterThan(0);
  });

  it('says which words it knows, whatever the field', () => {
    expect(index.has('vers')).toBe(true);
    expect(index.has('toubib')).toBe(false);
    expect(index.contains(0, 'sold')).toBe(false);
    expect(index.words.get('delais')).toBe('del');
  });

  it('scores nothing in an empty corpus', () => {
    expect([...buildLexicalIndex([], tokenizer).score([{ stem: 'avanc', weight: 1 }])]).toEqual([]);
  });
});
