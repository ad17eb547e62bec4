import { describe, expect, it } from 'vitest';
import { loadWordVectors } from './load-word-vectors.ts';
import { createWordVectorEmbedder } from './word-vector-embedder.ts';

const lexique = {
  motsVides: { francais: ['le', 'de', 'non'], anglais: ['the'] },
  abreviations: { sigles: [{ sigle: 'SNP', developpe: ['soins non programmés'] }], familier: [] },
};
/** Words along the axes; lengths differ, since only directions matter. */
const vectors = {
  id: 'jouet',
  dimension: 3,
  words: ['soins', 'programmés', 'médecin'],
  rows: Int8Array.of(2, 0, 0, 0, 100, 0, 0, 0, -5),
  counts: [300, 100, 4],
};
const embedder = createWordVectorEmbedder(vectors, lexique);

const HALVED = Number(Math.SQRT1_2.toFixed(4));

describe('createWordVectorEmbedder', () => {
  it.each([
    ['soins', [1, 0, 0]],
    ['médecin', [0, 0, -1]],
    // Typed without its accent.
    ['medecin', [0, 0, -1]],
    // An acronym lies where its words do: (1, 1, 0) ÷ √2.
    ['snp', [HALVED, HALVED, 0]],
    ['inconnu', undefined],
    ['', undefined],
  ])('places « %s » at %j', (word, expected) => {
    const vector = embedder.vector(word);
    expect(vector && Array.from(vector, (value) => Number(value.toFixed(4)))).toEqual(expected);
  });

  it.each([
    // Seen 300 times: 300 ÷ (300 + 100)
    ['soins', 0.75],
    ['médecin', 4 / 104],
    // The least seen of its words.
    ['snp', 0.5],
    ['inconnu', 0],
  ])('trusts « %s » by %d', (word, expected) => {
    expect(embedder.trust(word)).toBeCloseTo(expected, 9);
  });

  it('has another id for another vocabulary of acronyms: vectors saved with the old one are stale', () => {
    const other = { ...lexique, abreviations: { sigles: [], familier: [] } };
    expect(createWordVectorEmbedder(vectors, other).id).not.toBe(embedder.id);
  });
});

describe('loadWordVectors', () => {
  it('reads the vectors of the project, where neighbours share a subject', () => {
    const real = createWordVectorEmbedder(loadWordVectors(), lexique);
    const [a, b, c] = ['résiliation', 'dénonciation', 'hospitalisation'].map((word) => real.vector(word));
    const cosine = (x?: Float32Array, y?: Float32Array) => x?.reduce((sum, value, d) => sum + value * (y?.[d] ?? 0), 0);
    expect(cosine(a, b)).toBeGreaterThan(cosine(a, c) ?? 1);
  });

  it('says which file is missing', () => {
    expect(() => loadWordVectors('/nulle/part/mots')).toThrow(
      expect.objectContaining({ code: 'ERR_VECTEURS_ILLISIBLES', message: expect.stringContaining('mots.json') }),
    );
  });
});
