import { describe, expect, it } from 'vitest';
import { loadTestAssembly } from '#bot/testing/load-test-assembly.ts';
import { createTestCli } from './testing/create-test-cli.ts';

const CORPUS = [
  { id: 1, titre: 'Le pain', html: '<h2>Cuisson</h2><p>Le pain cuit au four.</p>', theme: 'Table' },
  { id: 'b', titre: 'Le vin', texte: 'Le raisin fermente dans la cuve.', langue: 'fr' },
  { id: 'c', titre: 'Le fromage', texte: 'Le lait caille, puis il est moulé.' },
];
const QUESTIONS = [
  { question: 'Comment cuire du pain ?', attendu: 1 },
  { question: 'Où fermente le raisin ?', attendu: ['b', 'absent'] },
];

function toLines(values: readonly unknown[]): string {
  return values.map((value) => JSON.stringify(value)).join('\n');
}

function createRun(files: Readonly<Record<string, string>> = {}) {
  const all = { 'c.jsonl': toLines(CORPUS), 'q.jsonl': `${toLines(QUESTIONS)}\n\n`, ...files };
  return createTestCli(all, { assembly: () => loadTestAssembly() });
}

const ARGS = ['--corpus', 'c.jsonl', '--questions', 'q.jsonl'] as const;

describe('retrieval', () => {
  it('gives the figures of the contract', async () => {
    const { code, out, err } = await createRun()('retrieval', ...ARGS, '--json');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const { p50ms, p99ms, indexSeconds, rssMb, ...scores } = JSON.parse(out);
    expect(scores).toEqual({
      questions: 2,
      passages: 3,
      'recall@1': 1,
      'recall@5': 1,
      'recall@10': 1,
      'mrr@10': 1,
      // The second question names a document that is not there: 1 ÷ (1 + 0,63093), and the mean with 1.
      'ndcg@10': 0.8066,
    });
    for (const value of [p50ms, p99ms, indexSeconds, rssMb]) expect(value).toBeGreaterThanOrEqual(0);
  });

  it('tells them in French', async () => {
    const { out } = await createRun()('retrieval', ...ARGS);
    expect(out).toContain('2 questions, 3 documents');
    expect(out).toContain('mrr@10 : 1');
  });

  it('counts and says the questions whose document is nowhere', async () => {
    const questions = toLines([...QUESTIONS, { question: 'Et le miel ?', attendu: 'miel' }]);
    const { code, out, err } = await createRun({ 'q.jsonl': questions })('retrieval', ...ARGS, '--json');
    expect(code).toBe(0);
    expect(err).toContain('comptées comme manquées : 1 (par exemple « miel »)');
    expect(JSON.parse(out)['recall@10']).toBeCloseTo(0.6667, 4);
  });

  it.each([
    [[], {}, '--corpus : cette option est nécessaire'],
    [['--corpus', 'nulle-part.jsonl', '--questions', 'q.jsonl'], {}, '« nulle-part.jsonl »'],
    [ARGS, { 'c.jsonl': '' }, 'le fichier « c.jsonl » ne contient aucune ligne'],
    [ARGS, { 'c.jsonl': `${toLines(CORPUS)}\n{"id"` }, '« c.jsonl », ligne 4 : ce n’est pas du JSON'],
    [ARGS, { 'c.jsonl': '\n{"id":"a","titre":"b"}' }, '« c.jsonl », ligne 2 : « texte » manque'],
    [ARGS, { 'q.jsonl': '{"question":"","attendu":1}' }, '« q.jsonl », ligne 1 : « question » manque'],
    [ARGS, { 'q.jsonl': '[]' }, '« q.jsonl », ligne 1 : « objet » manque'],
    [ARGS, { 'c.jsonl': toLines([CORPUS[1], CORPUS[1]]) }, 'plusieurs documents portent l’id « b »'],
    [[...ARGS, 'encore'], {}, 'encore'],
  ] as const)('refuses %j with %j', async (args, files, told) => {
    const { code, out, err } = await createRun(files)('retrieval', ...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(told);
  });
});
