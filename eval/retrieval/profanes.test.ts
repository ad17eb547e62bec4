import { join } from 'node:path';
import { expect, it } from 'vitest';
import { assemble } from '#bot/assemble.ts';
import { readYaml } from '#corpus/read-yaml.ts';
import { findFirstPassages } from './find-first-passages.ts';
import { Profanes } from './profanes.ts';

/** Share of the questions that must be well served. */
const LEAST = 0.88;
const assembly = assemble();
const { jour, questions } = readYaml(join(import.meta.dirname, 'profanes.yaml'), Profanes);

it('names passages that exist', () => {
  const known = assembly.corpus.passagesById;
  expect(questions.flatMap(({ passages }) => passages.filter((id) => !known.has(id)))).toEqual([]);
});

it('finds one of the passages of an everyday question among the first three', () => {
  const missed = questions.filter(({ texte, passages }) => {
    const found = findFirstPassages(texte, jour, 3, assembly).map(({ passage }) => passage.id);
    return !passages.some((id) => found.includes(id));
  });
  expect(1 - missed.length / questions.length, JSON.stringify(missed, null, 1)).toBeGreaterThanOrEqual(LEAST);
});
