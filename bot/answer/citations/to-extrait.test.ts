import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toPassages } from '#bot/documents/to-passages.ts';
import { sealRendered } from '#bot/gate.ts';
import { buildDocument } from '#corpus/import/testing/build-document.ts';
import type { PassageDocument } from './documents.ts';
import { toExtrait } from './to-extrait.ts';

function toPassage(text: string): PassageDocument | undefined {
  return toPassages(buildDocument('Un document', [text]))[0];
}

/** Words that make figures with their neighbours, or do not, and addresses. */
const WORDS = [
  ...['un', 'mois', 'une', 'année', 'deux', 'mille', '12', '500 €', '50', '%', 'euros', 'le 3 mai', '2021.', 'premier'],
  ...['La', 'CPTS', 'reçoit', '« oui', '»', 'Fin.', 'IV', 'moitié', 'de', 'https://a.fr/12?x=3', 'a1@b.fr', 'art. 8'],
];

describe('an extract', () => {
  it('passes the gate wherever it is cut, and is in the letters of its passage', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...WORDS), { minLength: 3, maxLength: 40 }),
        fc.nat(),
        fc.nat(),
        (words, a, b) => {
          const document = toPassage(words.join(' '));
          if (!document) return;
          const { corps } = document.passage;
          const places = document.phrases.flatMap(({ start, end }) => [start, end]);
          const [from = 0, to = 0] = [places[a % places.length] ?? 0, places[b % places.length] ?? 0].sort(
            (x, y) => x - y,
          );
          const { text, licences } = sealRendered(toExtrait(document, { start: from, end: to }));
          for (const part of text.split('[…]')) expect(corps).toContain(part);
          for (const { figure } of licences) {
            if (figure.origin.type === 'source') expect(corps.slice(...figure.origin.span)).toBe(figure.text);
          }
        },
      ),
      { numRuns: 400 },
    );
  });

  it('leaves addresses out, and what follows them stays', () => {
    const document = toPassage(
      'Écrivez à don@piege.example, ou voyez https://piege.example/a?b=1. Merci à tous de votre aide.',
    );
    const { text } = sealRendered(document ? toExtrait(document, { start: 0, end: 200 }) : []);
    expect(text).toBe('Écrivez à […], ou voyez […]. Merci à tous de votre aide.');
  });

  it('licenses words that an address kept apart', () => {
    const document = toPassage('La caisse verse un a1@b.fr mois de plus.');
    expect(document).toBeDefined();
    if (!document) return;
    const { corps } = document.passage;
    const { text, licences } = sealRendered(toExtrait(document, { start: 0, end: corps.length }));
    expect(text).toBe('La caisse verse un […] mois de plus.');
    const [licence] = licences;
    const { origin } = licence?.figure ?? {};
    expect(origin?.type === 'source' && corps.slice(...origin.span)).toBe('un');
  });
});
