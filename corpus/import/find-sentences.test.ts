import { describe, expect, it } from 'vitest';
import { findSentences } from './find-sentences.ts';

function cut(
  text: string,
  figures: readonly { readonly start: number; readonly end: number }[] = [],
): readonly string[] {
  return findSentences(text, figures).map(({ start, end }) => text.slice(start, end));
}

describe('sentences', () => {
  it.each([
    ['Un jour. Deux nuits.', ['Un jour.', 'Deux nuits.']],
    ['Le Dr Blanc arrive. M. Noir part.', ['Le Dr Blanc arrive.', 'M. Noir part.']],
    ["Vu l'art. 8 du texte. Vu l'avis.", ["Vu l'art. 8 du texte.", "Vu l'avis."]],
    ['Est-ce vrai ? Oui ! Enfin… Peut-être.', ['Est-ce vrai ?', 'Oui !', 'Enfin…', 'Peut-être.']],
    ['Elle dit : « Non. Jamais. » Puis elle part.', ['Elle dit : « Non. Jamais. »', 'Puis elle part.']],
    ['Trois cas :\n• le premier ;\n• le second.', ['Trois cas :', '• le premier ;', '• le second.']],
    ['Version 2.5 du plan.', ['Version 2.5 du plan.']],
    ['Fin sans point', ['Fin sans point']],
    ['   ', []],
  ])('cuts %j', (text, expected) => {
    expect(cut(text)).toEqual(expected);
  });

  it('cuts no figure', () => {
    const text = 'Il reste 40. 000 euros. Rien de plus.';
    expect(cut(text, [{ start: 9, end: 22 }])).toEqual(['Il reste 40. 000 euros.', 'Rien de plus.']);
  });

  it('cuts inside long words of somebody', () => {
    const speech = `« ${'Nous verrons bien ce que cela donne sur place. '.repeat(10)}»`;
    expect(cut(speech).length).toBeGreaterThan(5);
  });
});
