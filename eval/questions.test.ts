import { describe, expect, it } from 'vitest';
import { loadTestAssembly } from '#bot/testing/load-test-assembly.ts';
import { loadQuestions } from './load-questions.ts';

const questions = loadQuestions();
const validated = questions.filter(({ valide }) => valide !== undefined);

describe('the questions of the eval', () => {
  it('have each a name of their own', () => {
    const ids = questions.map(({ id }) => id);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  });

  it('are enough, and enough in each category, with what validates them', () => {
    expect(validated.length).toBeGreaterThanOrEqual(200);
    const counts = new Map<string, number>();
    for (const { categorie } of validated) counts.set(categorie, (counts.get(categorie) ?? 0) + 1);
    expect(counts.size).toBeGreaterThanOrEqual(19);
    expect([...counts].filter(([, count]) => count < 8)).toEqual([]);
  });

  it('are asked in five wordings for forty of them', () => {
    const reworded = questions.filter(({ autrement }) => autrement !== undefined);
    expect(reworded.length).toBeGreaterThanOrEqual(40);
    const wordings = reworded.flatMap(({ texte, autrement = [] }) => [texte, ...autrement]);
    expect(wordings.filter((text, at) => wordings.indexOf(text) !== at)).toEqual([]);
  });

  it('name sources that exist', () => {
    const { sources } = loadTestAssembly().corpus;
    expect(questions.flatMap(({ refs }) => refs.filter((ref) => !sources.has(ref)))).toEqual([]);
    const proofs = validated.map(({ valide = '' }) => valide.split(' ')[0] ?? '');
    expect(proofs.filter((ref) => ref !== 'hors-corpus' && !sources.has(ref))).toEqual([]);
  });

  it('expect something besides a kind when they have an answer', () => {
    const bare = questions.filter(
      ({ kind, dit, chiffres, refs }) => kind.join() === 'answered' && dit.length + chiffres.length + refs.length === 0,
    );
    expect(bare.map(({ id }) => id)).toEqual([]);
  });
});
