import { describe, expect, it } from 'vitest';
import { assemble } from '#bot/assemble.ts';
import { CalendarDate } from '#corpus/law/calendar-date.ts';
import { findFirstPassages } from './find-first-passages.ts';

const assembly = assemble();
const JOUR = CalendarDate.parse('2026-11-21');
const named = [...assembly.corpus.textes.values()].flatMap(({ id, nom, autresNoms }) =>
  [nom, ...autresNoms].map((name) => ({ id, name })),
);

/** Texts of the first three passages. */
function listTextes(question: string): readonly string[] {
  return findFirstPassages(question, JOUR, 3, assembly).map(({ passage }) => passage.texte.id);
}

describe('each text of the corpus', () => {
  it('is found by its name and by its other names', () => {
    expect(named.filter(({ id, name }) => !listTextes(name).includes(id))).toEqual([]);
  });

  it('is found by a question that names it', () => {
    expect(named.filter(({ id, name }) => !listTextes(`Que dit ${name} ?`).includes(id))).toEqual([]);
  });
});

it.each([
  ['L1434-12', '2016-01-26-code-sante-publique'],
  ['que dit l’article L. 1434-12 ?', '2016-01-26-code-sante-publique'],
  ['décret n° 2022-375', '2022-03-16-decret-2022-375'],
  ['art. 9 de l’ACI', '2019-06-20-aci'],
])('« %s » leads to %s', (question, id) => {
  expect(listTextes(question)).toContain(id);
});
