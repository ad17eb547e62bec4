import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { BotError } from '#corpus/law/bot-error.ts';
import type { TextEmbedder } from '#corpus/retrieval/text-embedder.ts';
import { answerQuestion } from './answer/answer-question.ts';
import { assemble } from './assemble.ts';
import type { Incident } from './tell-error.ts';
import { TODAY } from './testing/load-test-assembly.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'cpts-distants-'));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

/** The real assembly, with a model elsewhere that notes the questions it is sent. */
function open(embed: TextEmbedder['embed']) {
  const incidents: Incident[] = [];
  const journal = (incident: Incident) => void incidents.push(incident);
  const remote = { open: () => Promise.resolve({ id: 'essai', embed }), journal };
  const assembly = assemble(undefined, { dataDir, remote });
  const ask = (text: string) => answerQuestion({ text, today: TODAY }, assembly.pipeline);
  return { assembly, incidents, ask, prepare: () => assembly.prepareRemote?.(AbortSignal.timeout(10_000)) };
}

describe('a model of vectors elsewhere', () => {
  it('is asked about the passages once, then about each question, and not about a refused one', async () => {
    const asked: string[][] = [];
    const embed: TextEmbedder['embed'] = (texts) => {
      asked.push([...texts]);
      return Promise.resolve(texts.map(() => Float32Array.from([1, 0])));
    };
    const first = open(embed);
    const question = 'Quelles sont les missions socles ?';
    await first.ask(question);
    expect(asked).toEqual([]);
    await first.prepare();
    expect(asked.flat()).toHaveLength(first.assembly.corpus.passages.length);
    asked.length = 0;
    const { kind } = await first.ask(question);
    await first.ask('Mon patient de 62 ans diabétique peut-il être suivi par la CPTS ?');
    expect({ kind, asked }).toEqual({ kind: 'answered', asked: [[question]] });
    // Kept under the hash of the texts: the next start asks for nothing.
    asked.length = 0;
    await open(embed).prepare();
    expect(asked).toEqual([]);
  });

  it('leaves the search as it was when it fails, and says so in the journal', async () => {
    rmSync(join(dataDir, 'index'), { recursive: true, force: true });
    const failing = open(() => Promise.reject(new BotError('ERR_MODELE_INJOIGNABLE', 'personne', 'réessayez')));
    await failing.prepare();
    expect(failing.incidents.map(({ code }) => code)).toEqual(['ERR_MODELE_INJOIGNABLE']);
    expect((await failing.ask('Quelles sont les missions socles ?')).kind).toBe('answered');
  });
});
