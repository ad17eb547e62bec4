import { describe, expect, it } from 'vitest';
import { isWhole, readDocumentWords, toWord } from './document-words.ts';
import { createTokenizer } from './tokenize.ts';

const tokenizer = createTokenizer({ francais: ['la', 'le', 'de', 'et'], anglais: ['the'] });

describe('readDocumentWords', () => {
  const words = readDocumentWords(
    [
      { id: 'a', titre: 'La prise en charge', corps: 'Le médecin répond. La caisse, hors avant-soins, rembourse.' },
      { id: 'b', titre: '', corps: '', motsCles: ['médecins', 'avenant 2'] },
    ],
    tokenizer,
  );
  const read = (piece: number) =>
    Array.from(words.tokens.subarray(words.pieces[piece], words.pieces[piece + 1]), (token) => {
      const word = words.words[toWord(token)] ?? '';
      return isWhole(token) ? `(${word})` : word;
    }).join(' ');

  it('keeps the words that say something, piece by piece: title, marks, sentences', () => {
    expect([...words.documents]).toEqual([0, 3, 5]);
    expect([0, 1, 2, 3, 4].map(read)).toEqual([
      'prise en charge',
      '',
      'médecin répond caisse hors avant soins (avantsoins) rembourse',
      '',
      'médecins avenant 2',
    ]);
  });

  it('numbers each word and each stem once', () => {
    expect(new Set(words.words).size).toBe(words.words.length);
    const stemOf = (word: string) => words.stemOf[words.words.indexOf(word)];
    expect(stemOf('médecin')).toBe(stemOf('médecins'));
  });
});
