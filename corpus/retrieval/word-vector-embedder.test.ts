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
};
const embedder = createWordVectorEmbedder(vectors, lexique);

const HALVED = Number(Math.SQRT1_2.toFixed(4));

function embed(text: string, weight?: (word: string) => number): number[] {
  return [...(embedder.embed([text], weight)[0] ?? [])].map((value) => Number(value.toFixed(4)));
}

describe('createWordVectorEmbedder', () => {
  it.each([
    ['soins', [1, 0, 0]],
    ['le médecin', [0, 0, -1]],
    ['MEDECIN', [0, 0, -1]],
    // (1, 0, −1) ÷ √2
    ['soins de médecin', [HALVED, 0, -HALVED]],
    ['SNP', [HALVED, HALVED, 0]],
    ['inconnu', [0, 0, 0]],
    ['', [0, 0, 0]],
  ])('places « %s » at %j', (text, expected) => {
    expect(embed(text)).toEqual(expected);
  });

  it('weighs the words', () => {
    // (3, 0, −4) ÷ 5
    expect(embed('soins médecin', (word) => (word === 'soins' ? 3 : 4))).toEqual([0.6, 0, -0.8]);
  });

  it('gives an acronym no more weight in full than in short', () => {
    // Each of the two words: min(weight of « snp » ÷ √2, own weight) = √2 ÷ √2 = 1, beside 1 for « médecin ».
    const weight = (word: string) => (word === 'snp' ? Math.SQRT2 : word === 'médecin' ? 1 : 9);
    // (1, 1, −1) ÷ √3
    expect(embed('SNP médecin', weight)).toEqual([0.5774, 0.5774, -0.5774]);
  });

  it.each([
    ['soins médecin', 1],
    ['soins tarte', 0.25],
    ['tarte', 0],
    ['', 0],
  ])('covers of « %s » a share of %d', (text, expected) => {
    expect(embedder.coverage?.(text, (word) => (word === 'tarte' ? 3 : 1))).toBe(expected);
  });

  it('has another id for another vocabulary of acronyms: vectors saved with the old one are stale', () => {
    const other = { ...lexique, abreviations: { sigles: [], familier: [] } };
    expect(createWordVectorEmbedder(vectors, other).id).not.toBe(embedder.id);
  });
});

describe('loadWordVectors', () => {
  it('reads the vectors of the project, where neighbours share a subject', () => {
    const real = createWordVectorEmbedder(loadWordVectors(), lexique);
    const [a, b, c] = real.embed(['résiliation du contrat', 'rompre la convention', 'hospitalisation du patient']);
    const cosine = (x?: Float32Array, y?: Float32Array) => x?.reduce((sum, value, d) => sum + value * (y?.[d] ?? 0), 0);
    expect(cosine(a, b)).toBeGreaterThan(cosine(a, c) ?? 1);
  });

  it('says which file is missing', () => {
    expect(() => loadWordVectors('/nulle/part/mots')).toThrow(
      expect.objectContaining({ code: 'ERR_VECTEURS_ILLISIBLES', message: expect.stringContaining('mots.json') }),
    );
  });
});
