import { describe, expect, it } from 'vitest';
import { findNames } from './exact-names.ts';
import { buildIndexData } from './index-data.ts';
import { createNameScorer } from './name-index.ts';
import { createTokenizer } from './tokenize.ts';

const tokenizer = createTokenizer({ francais: ['le', 'la', 'de', 'du', 'que', 'dit', 'en'], anglais: ['the'] });

function namesOf(text: string): readonly string[] {
  const tokens = tokenizer.tokenize(text).filter(({ empty }) => !empty);
  return findNames(tokens.map(({ stem, kind }) => ({ stem, whole: kind === 'whole' })));
}

describe('findNames', () => {
  it.each([
    ['L1434-12', ['l143412']],
    ['L. 1434-12', ['l143412']],
    ['le décret n° 2022-375', ['decret 2022', '2022375']],
    ['article 8 et art. 9', ['articl 8', 'art 9']],
    ['que dit l’avenant n° 2 ?', ['aven 2']],
    ['avant-soins', []],
    ['en 2022', []],
    ['80 000 habitants', []],
  ])('in « %s » are %j', (text, names) => {
    expect(namesOf(text)).toEqual(names);
  });
});

describe('createNameScorer', () => {
  const documents = [
    { id: 'named', titre: 'Objectifs', corps: 'Les missions.', motsCles: ['article L1434-12', 'avenant 2'] },
    { id: 'cited', titre: 'Calendrier', corps: "Il suit l'article L. 1434-12 du code." },
    { id: 'eight', titre: 'Article 8', corps: 'La résiliation.' },
    { id: 'decree', titre: 'Décret n° 2022-375', corps: 'Les tarifs.' },
    { id: 'none', titre: 'Avenant', corps: 'Pas de numéro.' },
  ];
  const data = buildIndexData(documents, tokenizer);
  const score = createNameScorer(data.names, data.postings.names);
  const rank = (query: string) => {
    const scores = score(tokenizer.tokenize(query));
    return documents
      .map(({ id }, document) => [id, scores[document] ?? 0] as const)
      .filter(([, value]) => value > 0)
      .sort((a, b) => b[1] - a[1])
      .map(([id]) => id);
  };

  it.each([
    ['L1434-12', ['named', 'cited']],
    ['que dit L. 1434-12 ?', ['named', 'cited']],
    ['décret 2022-375', ['decree']],
    ['art. 8', ['eight']],
    ['avenant 2', ['named']],
    ['avenant 3', []],
    ['8', []],
  ])('finds for « %s » %j', (query, ids) => {
    expect(rank(query)).toEqual(ids);
  });
});
