import { describe, expect, it } from 'vitest';
import type { CorpusPassage } from '#corpus/load-corpus.ts';
import { createNameFinder } from './find-named.ts';

function toPassage(id: string, nom: string, autresNoms: readonly string[], article?: string): CorpusPassage {
  return { id, texte: { nom, autresNoms }, article } as unknown as CorpusPassage;
}

const find = createNameFinder([
  toPassage('decret', 'décret 2022-375', ['décret du 16 mars 2022']),
  toPassage('code', 'code', ['L1434-12', 'article L. 6311-3']),
  toPassage('avenant-a', 'avenant 2', ['second avenant']),
  toPassage('avenant-b', 'avenant 2', ['second avenant'], '8'),
  toPassage('page', "page sur l'avenant 2", ['Moncab', 'repères']),
]);

describe('names of texts and articles', () => {
  it.each([
    ['que dit le décret n° 2022-375 ?', ['decret']],
    ['le DÉCRET 2022-375', ['decret']],
    ['que prévoit le décret du 16 mars 2022 ?', ['decret']],
    ["l'article L. 1434-12 du code", ['code']],
    ['L1434-12', ['code']],
    ['art. L6311-3', ['code']],
    ['art. 8 ?', ['avenant-b']],
    ['ce que change l’avenant n°2', ['avenant-a', 'avenant-b']],
    // The longer name hides the one it holds.
    ["la page sur l'avenant 2", ['page']],
    ['Moncab dit vrai ?', ['page']],
    // An ordinary word is no name, and another number is another text.
    ['quels repères ?', []],
    ['décret 2022-376', []],
    ['avenant 21', []],
    ['', []],
  ])('« %s » names %j', (question, expected) => {
    expect([...find(question).keys()].sort()).toEqual(expected);
  });

  it('is worth more when it leaves fewer passages', () => {
    expect(find('décret 2022-375').get('decret')).toBe(1);
    expect(find('avenant 2').get('avenant-a')).toBeCloseTo(1 - Math.log(2) / Math.log(5));
  });
});
