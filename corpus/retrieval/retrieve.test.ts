import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { loadLexique } from './load-lexique.ts';
import { loadWordVectors } from './load-word-vectors.ts';
import { createRetriever } from './retrieve.ts';
import { createWordVectorEmbedder } from './word-vector-embedder.ts';

const lexique = loadLexique();
const embedder = createWordVectorEmbedder(loadWordVectors(), lexique);
const documents = [
  {
    id: 'amorcage',
    titre: "Dotation d'amorçage",
    corps: 'À la signature, la CPTS reçoit une dotation pour ses premiers frais. La caisse contrôle le dossier avant.',
    motsCles: ['premier versement'],
  },
  {
    id: 'resiliation',
    titre: 'Résiliation du contrat',
    corps: "Le contrat peut être résilié si la CPTS ne tient pas ses engagements. L'avance est alors remboursée.",
  },
  {
    id: 'snp',
    titre: 'Soins non programmés',
    corps: 'La CPTS organise une réponse aux demandes de soins du jour, hors urgence vitale.',
  },
  {
    id: 'rapport',
    titre: "Rapport d'activité",
    corps: 'Chaque année, la CPTS remet un rapport à la caisse et à l’agence régionale de santé.',
  },
  {
    id: 'prevention',
    titre: 'Prévention',
    corps: 'La CPTS mène des actions de dépistage et de vaccination sur son territoire.',
  },
];
const retriever = createRetriever({ documents, lexique, embedder });

function idsOf(query: string, k = 5, options = {}) {
  return retriever.search(query, { k, ...options }).map(({ id }) => id);
}

describe('createRetriever', () => {
  it.each([
    ["Quelle est la dotation d'amorçage ?", 'amorcage'],
    ['les dotations d’amorcage', 'amorcage'],
    ['amorsage', 'amorcage'],
    ['slt, cb de sous pr la prime de démarrage ?', 'amorcage'],
    ['on veut casser notre contrat', 'resiliation'],
    ['How do we terminate the contract?', 'resiliation'],
    ['SNP', 'snp'],
    ['unscheduled care', 'snp'],
    ["rapport annuel à l'ARS", 'rapport'],
    ['campagnes contre le cancer et vaccins', 'prevention'],
  ])('puts the right document first for « %s »', (query, expected) => {
    expect(idsOf(query)[0]).toBe(expected);
  });

  it.each([
    ['inexécution et dénonciation', 'resiliation'],
    ['bilan financier', 'rapport'],
    ['maladies et immunisation', 'prevention'],
  ])('finds by meaning what shares no word with « %s »', (query, expected) => {
    const lexicalOnly = createRetriever({
      documents,
      lexique: { ...lexique, synonymes: { courants: [], anglais: [] } },
    });
    // Letters in common are no word in common.
    expect(lexicalOnly.search(query, { k: 5 }).filter(({ confidence }) => confidence > 0)).toEqual([]);
    expect(idsOf(query)[0]).toBe(expected);
  });

  it.each([
    ['survellance', 'La surveillance des délais', 'a misspelt word'],
    ['surveiller', 'La surveillance des délais', 'a derived word'],
    ['art. 8', 'Article 8', 'an abbreviated name'],
  ])('finds « %s » in « %s »: %s', (query, titre) => {
    const texts = [...documents, { id: 'wanted', titre, corps: 'Les parties se réunissent.' }];
    expect(createRetriever({ documents: texts, lexique, embedder }).search(query, { k: 1 })[0]?.id).toBe('wanted');
  });

  it('reads an acronym as the documents explain it', () => {
    const texts = [
      ...documents,
      { id: 'fund', titre: 'Le fonds solidaire interurbain (FSI)', corps: 'Il réunit les communes.' },
      { id: 'wanted', titre: 'Cotisation', corps: 'Au fonds solidaire interurbain, chacun verse une part.' },
    ];
    const found = createRetriever({ documents: texts, lexique, embedder }).search('FSI', { k: 2 });
    expect(found.map(({ id }) => id)).toEqual(['fund', 'wanted']);
  });

  it('finds the same from what a folder keeps, which another text makes stale', () => {
    const folder = mkdtempSync(join(tmpdir(), 'recherche-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const search = (texts: typeof documents) =>
      createRetriever({ documents: texts, lexique, embedder, folder }).search('dotation du contrat', { k: 3 });
    const first = search(documents);
    expect(readdirSync(folder).sort()).toEqual(['mots.index', 'passages.manifest.json', 'passages.vectors']);
    expect(search(documents)).toEqual(first);
    expect(search(documents.slice(1)).map(({ id }) => id)).not.toContain('amorcage');
  });

  it.each([
    'Quel temps fait-il demain à Lyon ?',
    'recette de la tarte aux pommes',
    'Who won the world cup?',
    'Combien coûte un billet de train pour Marseille ?',
    'asdf qwerty',
  ])('is not confident about « %s »', (query) => {
    expect(retriever.search(query, { k: 5 }).filter(({ confidence }) => confidence >= 0.35)).toEqual([]);
  });

  it.each(["dotation d'amorçage", 'résiliation du contrat', 'SNP', "rapport d'activité", 'unscheduled care'])(
    'is confident about « %s »',
    (query) => {
      expect(retriever.search(query, { k: 1 })[0]?.confidence).toBeGreaterThan(0.6);
    },
  );

  it('keeps the confidence of a document when others are filtered out: it is no rank', () => {
    const query = 'la résiliation du contrat';
    const [, second] = retriever.search(query, { k: 2 });
    const alone = retriever.search(query, { k: 1, allow: (id) => id === second?.id });
    expect(alone.map(({ id, confidence }) => [id, confidence])).toEqual([[second?.id, second?.confidence]]);
  });

  it('finds allowed documents only, at most k', () => {
    expect(idsOf('contrat de la CPTS', 2)).toHaveLength(2);
    expect(idsOf('contrat de la CPTS', 5, { allow: (id: string) => id !== 'resiliation' })).not.toContain(
      'resiliation',
    );
    expect(idsOf('contrat', 5, { allow: () => false })).toEqual([]);
  });

  it('adds the boost to the score, also for a document that no view found, unless it is not allowed', () => {
    const before = retriever.search('résiliation', { k: 5 });
    const boosted = retriever.search('résiliation', { k: 5, boost: new Map([['snp', 20]]) });
    expect(boosted[0]?.id).toBe('snp');
    const scoreOf = (hits: typeof before) => hits.find(({ id }) => id === 'snp')?.score ?? 0;
    expect(scoreOf(boosted) - scoreOf(before)).toBeCloseTo(20, 9);
    const lexicalOnly = createRetriever({ documents, lexique });
    expect(lexicalOnly.search('résiliation', { k: 5, boost: new Map([['snp', 1]]) }).map(({ id }) => id)).toContain(
      'snp',
    );
    expect(
      idsOf('résiliation', 5, { boost: new Map([['snp', 20]]), allow: (id: string) => id !== 'snp' }),
    ).not.toContain('snp');
    expect(idsOf('résiliation', 5, { boost: new Map([['absent', 20]]) })).not.toContain('absent');
  });

  it('gives the same answer whatever the order of the documents, ties by id', () => {
    const reversed = createRetriever({ documents: [...documents].reverse(), lexique, embedder });
    for (const query of ['contrat', 'avance et rapport', 'soins']) {
      const [a, b] = [retriever, reversed].map((one) => one.search(query, { k: 5 }));
      expect(b?.map(({ id }) => id)).toEqual(a?.map(({ id }) => id));
      for (const [n, hit] of (b ?? []).entries()) expect(hit.score).toBeCloseTo(a?.[n]?.score ?? Number.NaN, 4);
    }
    const twins = ['b', 'a', 'c'].map((id) => ({ id, titre: 'Avance', corps: 'La caisse verse.' }));
    const tied = createRetriever({ documents: [...twins, ...documents], lexique, embedder }).search('avance', { k: 3 });
    expect(tied.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  });

  it('answers nothing to a question without a content word, and in an empty corpus', () => {
    expect(idsOf('et alors ?')).toEqual([]);
    expect(idsOf('')).toEqual([]);
    expect(createRetriever({ documents: [], lexique, embedder }).search('avance', { k: 3 })).toEqual([]);
  });

  it('refuses two documents of the same id', () => {
    const [first] = documents;
    expect(() => createRetriever({ documents: first ? [first, first] : [], lexique })).toThrow(
      expect.objectContaining({ code: 'ERR_INDEX_DOUBLON' }),
    );
  });
});
