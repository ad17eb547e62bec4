import { describe, expect, it } from 'vitest';
import { createFormScorer } from './form-index.ts';
import { buildIndexData } from './index-data.ts';
import { createTokenizer } from './tokenize.ts';

const empty = [
  'le',
  'la',
  'de',
  'du',
  'que',
  'qui',
  'quoi',
  'c',
  'est',
  'comment',
  'combien',
  'temps',
  'peut',
  'faire',
];
const tokenizer = createTokenizer({ francais: empty, anglais: ['the'] });

describe('createFormScorer', () => {
  const documents = [
    { id: 'what', titre: 'Le registre, c’est quoi ?', corps: 'Combien de temps, qui peut.' },
    { id: 'who', titre: 'Registre : qui peut le lire ?', corps: 'Que faire.' },
    { id: 'long', titre: 'Combien de temps garder le registre ?', corps: 'C’est quoi.' },
    { id: 'bare', titre: 'Registre', corps: 'Comment faire.' },
  ];
  const { forms, postings } = buildIndexData(documents, tokenizer);
  const score = createFormScorer(forms, postings.forms);
  const scoresOf = (question: string) => [...score(tokenizer.tokenize(question))];

  it.each([
    ['C’est quoi, une liste ?', 'what'],
    ['Qui peut ouvrir un dossier ?', 'who'],
    ['Combien de temps dure une inscription ?', 'long'],
  ])('finds the form of « %s » in the title of %s', (question, id) => {
    const scores = scoresOf(question);
    expect(documents[scores.indexOf(Math.max(...scores))]?.id).toBe(id);
  });

  it.each(['Registre', 'Comment faire ?', ''])(
    'finds none in « %s »: words of subjects and of bodies say no form',
    (question) => {
      expect(scoresOf(question)).toEqual([0, 0, 0, 0]);
    },
  );

  it('counts a word once, and a rare one more', () => {
    expect(scoresOf('Qui, qui, qui ?')).toEqual(scoresOf('Qui ?'));
    const [what = 0, who = 0] = scoresOf('Le qui ?');
    expect(who).toBeGreaterThan(2 * what);
  });

  it('is no surer of a question of many empty words', () => {
    const words = Array.from({ length: 30 }, (_, n) => `mot${n}`);
    const many = createTokenizer({ francais: words, anglais: ['the'] });
    const data = buildIndexData([{ id: 'a', titre: words.join(' '), corps: '' }, ...documents], many);
    const scorer = createFormScorer(data.forms, data.postings.forms);
    const [few = 0] = scorer(many.tokenize(words.slice(0, 3).join(' ')));
    const [all = 0] = scorer(many.tokenize(words.join(' ')));
    expect(few).toBeGreaterThan(0);
    expect(all).toBeCloseTo(12);
  });
});
