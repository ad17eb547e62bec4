import { describe, expect, it } from 'vitest';
import { loadTestAssembly, TODAY } from '../testing/load-test-assembly.ts';
import { answerQuestion } from './answer-question.ts';

const { pipeline } = loadTestAssembly();

/** Ids of what is said, in order. */
async function answer(text: string) {
  const { enonces } = await answerQuestion({ text, today: TODAY }, pipeline);
  return enonces.map(({ enonce }) => enonce.id);
}

describe('what changed', () => {
  it('is told before, then since, each with its rule', async () => {
    const said = await answer('Comment ont évolué les plafonds ?');
    expect(said.slice(0, 4)).toEqual(['enonce-avant-le', 'plafond-aci-2019', 'enonce-depuis-le', 'plafond-avenant2']);
  });

  it('is told only when it is asked', async () => {
    expect(await answer('Quel est le plafond annuel ?')).not.toContain('enonce-avant-le');
  });
});

describe('sources that contradict one another', () => {
  it('are both told, after the sentence that says so', async () => {
    const said = await answer('Combien de contrats de CPTS en 2024 ?');
    const at = said.indexOf('enonce-sources-divergent');
    expect(at).toBeGreaterThanOrEqual(0);
    expect([...said.slice(at + 1, at + 3)].sort()).toEqual(['cplu120-567', 'ufml-624']);
  });
});
