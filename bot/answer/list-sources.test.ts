import { describe, expect, it } from 'vitest';
import type { Reference } from '#corpus/law/reference.ts';
import { buildEnonce } from '../testing/build-materials.ts';
import { loadTestAssembly } from '../testing/load-test-assembly.ts';
import type { LinkedEnonce } from './linked-enonce.ts';
import { listSources } from './list-sources.ts';

const { corpus } = loadTestAssembly();
const { passages, passagesById } = corpus;

function cite(id: string, references: readonly Partial<Reference>[]): LinkedEnonce {
  return { enonce: buildEnonce(id, 'en-vigueur', { references: references as readonly Reference[] }) };
}

function quote(passage: string): LinkedEnonce {
  return { enonce: buildEnonce(passage, 'en-vigueur', { origin: { type: 'passage', passage } }) };
}

describe('listSources', () => {
  const [first, second] = passages.filter(({ texte }) => texte.id === '2021-12-20-avenant-2');
  const other = passages.find(({ texte, statut }) => texte.id !== '2021-12-20-avenant-2' && statut === 'en-vigueur');
  if (!first || !second || !other) throw new Error('the corpus lacks the passages of this test');

  it('cites the passage that an énoncé quotes, with its refs', () => {
    const { marked, sources } = listSources([quote(first.id)], passagesById);
    expect(marked.map(({ marks }) => marks)).toEqual([[1]]);
    expect(sources).toEqual([{ number: 1, passage: first, refs: first.refs }]);
  });

  it('numbers sources in the order they are first cited', () => {
    const { marked } = listSources([quote(other.id), quote(first.id), quote(other.id)], passagesById);
    expect(marked.map(({ marks }) => marks)).toEqual([[1], [2], [1]]);
  });

  it('gives one number to the passages of one text and one statut', () => {
    const same = passages.filter(({ texte, statut }) => texte === first.texte && statut === first.statut).slice(0, 3);
    expect(same.length).toBeGreaterThan(1);
    const { sources } = listSources(
      same.map(({ id }) => quote(id)),
      passagesById,
    );
    expect(sources.map(({ number }) => number)).toEqual(same.map(() => 1));
    expect(sources.map(({ passage }) => passage.id)).toEqual(same.map(({ id }) => id));
  });

  it('does not mix the statuts of one text: a proposal is not its law', () => {
    const byText = Map.groupBy(passages, ({ texte }) => texte.id);
    const mixed = [...byText.values()].find((own) => new Set(own.map(({ statut }) => statut)).size > 1) ?? [];
    const [one] = mixed;
    const another = mixed.find(({ statut }) => statut !== one?.statut);
    const { marked } = listSources([quote(one?.id ?? ''), quote(another?.id ?? '')], passagesById);
    expect(marked.map(({ marks }) => marks)).toEqual([[1], [2]]);
  });

  it('supports a computed claim by the passage its parameter names, with the sources of both', () => {
    const { sources } = listSources(
      [cite('calcul', [{ texte: first.texte.id as never, refs: ['S0'] as never, passage: first.id }])],
      passagesById,
    );
    expect(sources[0]?.passage).toBe(first);
    expect(sources[0]?.refs).toEqual([...new Set(['S0', ...first.refs])]);
  });

  it('finds the passage of the text that shares most sources when none is named', () => {
    const { sources } = listSources(
      [cite('calcul', [{ texte: second.texte.id as never, refs: second.refs }])],
      passagesById,
    );
    expect(sources[0]?.passage.texte.id).toBe(second.texte.id);
    expect(sources[0]?.refs).toEqual(expect.arrayContaining([...second.refs]));
  });

  it('marks nothing of the interface’s own sentences', () => {
    const { marked, sources } = listSources([{ enonce: buildEnonce('bonjour', null) }], passagesById);
    expect([marked[0]?.marks, sources]).toEqual([[], []]);
  });
});
