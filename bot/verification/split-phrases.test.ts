import { describe, expect, it } from 'vitest';
import { splitPhrases } from './split-phrases.ts';

describe('splitPhrases', () => {
  it.each([
    ['sentences', 'Une CPTS naît. Elle grandit.', ['Une CPTS naît.', ' Elle grandit.']],
    ['thousands written with dots', 'Moins de 40.000 habitants.', ['Moins de 40.000 habitants.']],
    ['abbreviations', 'Le Dr. Martin vient. Bien.', ['Le Dr. Martin vient.', ' Bien.']],
    ['lines of a table', 'T1 : a\nT2 : b', ['T1 : a', 'T2 : b']],
    ['a semicolon', 'un seuil ; un autre', ['un seuil ;', ' un autre']],
    ['the number of an item', '1. Accès aux soins', ['1. Accès aux soins']],
  ])('cuts %s', (_, text, phrases) => {
    expect(splitPhrases(text).map((phrase) => phrase.text)).toEqual(phrases);
  });

  it('keeps together the lines that a mail program cut by hand', () => {
    const text = 'Le financement du fonctionnement de notre communauté est de\n60 000 euros par an.';
    expect(splitPhrases(text).map((phrase) => phrase.text)).toEqual([text]);
  });

  it('gives each item of a list the line that announces it', () => {
    const [annonce, ...items] = splitPhrases('Le complément est :\n- taille 1 : x\n- taille 2 : y');
    expect(items.map(({ avant }) => avant)).toEqual([annonce, annonce]);
  });

  it('starts afresh with a paragraph, unless a line announced it', () => {
    expect(splitPhrases('Un sujet.\n\nUn autre.').at(1)?.avant).toBeUndefined();
    expect(splitPhrases('Un sujet :\n\nUn autre.').at(1)?.avant?.text).toBe('Un sujet :');
  });

  it('gives offsets of the text as it is', () => {
    const text = '\r\n\r\nÀ l’été. Œuvre 2 :\r\n- fin';
    for (const { start, end, text: words } of splitPhrases(text)) expect(text.slice(start, end)).toBe(words);
  });

  it('finds nothing in nothing', () => {
    expect(splitPhrases(' \n \n')).toEqual([]);
  });
});
