import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findFigures } from '#corpus/law/find-figures.ts';
import type { Bloc } from './bloc.ts';
import { PASSAGE_MAX } from './limites.ts';
import { splitPassages } from './split-passages.ts';

function p(texte: string): Bloc {
  return { kind: 'paragraphe', texte };
}

describe('passages', () => {
  it('keep the titles above them, their article and their paragraph', () => {
    const passages = splitPassages([
      { kind: 'titre', texte: 'Convention', niveau: 1 },
      { kind: 'titre', texte: 'Article 2 — Moyens', niveau: 2 },
      p('Les moyens sont annuels.'),
      { kind: 'titre', texte: 'Versements', niveau: 3 },
      p('Ils sont versés en deux fois.'),
      { kind: 'titre', texte: 'Annexes', niveau: 1 },
      p('Rien de plus.'),
    ]);
    expect(passages.map(({ titres, article, paragraphe }) => [titres, article, paragraphe])).toEqual([
      [['Convention', 'Article 2 — Moyens'], 'Article 2', 1],
      [['Convention', 'Article 2 — Moyens', 'Versements'], 'Article 2', 2],
      [['Annexes'], undefined, 3],
    ]);
  });

  it('hold a list with the words that announce it, as one paragraph', () => {
    const element = (texte: string): Bloc => ({ kind: 'element', texte });
    const passages = splitPassages([
      p('Trois missions :'),
      element('• soigner ;'),
      element('• prévenir.'),
      p('Fin du texte.'),
    ]);
    expect(passages.map(({ texte, paragraphe }) => [texte, paragraphe])).toEqual([
      ['Trois missions :\n• soigner ;\n• prévenir.', 1],
      ['Fin du texte.', 2],
    ]);
  });

  it('number the rows of a table, which is one paragraph', () => {
    const row = (texte: string, premiere: boolean): Bloc => ({ kind: 'rangee', texte, premiere, page: 3 });
    const passages = splitPassages([p('Avant.'), row('Taille : 1', true), row('Taille : 2', false), p('Après.')]);
    expect(passages.map(({ paragraphe, rangee, page }) => [paragraphe, rangee, page])).toEqual([
      [1, undefined, undefined],
      [2, 1, 3],
      [2, 2, 3],
      [3, undefined, undefined],
    ]);
  });

  it('carry the places of their figures', () => {
    const [passage] = splitPassages([p('Une aide de 12 500 € est versée pendant trois mois.')]);
    expect(passage?.chiffres.map(([start, end]) => passage.texte.slice(start, end))).toEqual([
      '12 500 €',
      'trois mois',
    ]);
  });

  it('lose no word, cut no figure and stay short, whatever the paragraph', () => {
    const words = fc.constantFrom(
      'La',
      'mission',
      'reçoit',
      '12 500 €',
      'au',
      '3 mai 2021.',
      'Puis',
      'elle',
      'agit.',
      'Dr',
      '« oui »',
    );
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 600 }), (list) => {
        const text = list.join(' ');
        const passages = splitPassages([p(text)]);
        const kept = passages.map(({ texte }) => texte).join(' ');
        if (/\p{L}{2}/u.test(text) && passages.length === 1) expect(kept).toBe(text);
        for (const { texte } of passages) {
          expect(text).toContain(texte);
          expect(texte.length).toBeLessThanOrEqual(2 * PASSAGE_MAX);
          expect(findFigures(texte).every(({ end }) => end <= texte.length)).toBe(true);
        }
        expect(kept.replace(/\s/g, '').length).toBe(passages.length === 0 ? 0 : text.replace(/\s/g, '').length);
      }),
      { numRuns: 60 },
    );
  });
});
