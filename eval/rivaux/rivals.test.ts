import { expect, it } from 'vitest';
import { loadTestAssembly } from '#bot/testing/load-test-assembly.ts';
import { createTokenizer } from '#corpus/retrieval/tokenize.ts';
import { createResultat } from '../testing/create-resultat.ts';
import { compareRivals } from './compare-rivals.ts';
import { createBm25 } from './create-bm25.ts';
import { createVectorSearch } from './create-vector-search.ts';

const passages = loadTestAssembly().corpus.passages.slice(0, 40);
const tokenizer = createTokenizer({ francais: ['le', 'la', 'de'], anglais: [] });
const embedder = {
  id: 'essai',
  dimension: 26,
  vector: (word: string) =>
    Float32Array.from({ length: 26 }, (_, at) => word.split(String.fromCharCode(97 + at)).length - 1),
  trust: () => 1,
};

it.each([
  ['BM25', createBm25(passages, tokenizer)],
  ['vectors', createVectorSearch(passages, { tokenizer, embedder })],
])('%s finds a passage by its own words', async (_, rival) => {
  const [passage] = passages;
  const text = `${passage?.titre} ${passage?.corps} ${passage?.motsCles.join(' ')}`;
  expect(await rival.ask(text)).toEqual({ refs: passage?.refs, text: passage?.corps });
});

it('compares on single questions that have a source and an answer', async () => {
  const base = createResultat({ text: 'La taille 2 reçoit 60 000 €.' });
  const asked = (over: object) => ({ ...base, question: { ...base.question, refs: ['S2'], dit: ['60 000'], ...over } });
  const results = [asked({}), asked({ refs: [] }), asked({ avant: ['bonjour'] }), asked({ kind: ['refused'] })];
  const rival = { nom: 'essai', ask: () => Promise.resolve({ refs: ['S2'], text: 'Rien.' }) };
  expect(await compareRivals(results, [rival])).toEqual([
    { nom: 'cpts-bot', source: { justes: 0, posees: 1 }, faits: { justes: 1, posees: 1 } },
    { nom: 'essai', source: { justes: 1, posees: 1 }, faits: { justes: 0, posees: 1 } },
  ]);
});
