import { describe, expect, it } from 'vitest';
import { STATUTS_COURANTS } from './law/statut.ts';
import type { CorpusPassage } from './load-corpus.ts';
import { listPassageRules } from './testing/list-passage-rules.ts';
import { loadTestCorpus } from './testing/load-test-corpus.ts';

const corpus = loadTestCorpus();
const RULES = listPassageRules(corpus);

describe('a passage', () => {
  const [sane] = corpus.passages.filter((passage) => RULES.every(([, holds]) => holds(passage)));

  it.each(RULES)('%s', (_, holds, wrong) => {
    expect(corpus.passages.filter((passage) => !holds(passage)).map(({ id }) => id)).toEqual([]);
    expect(sane && holds({ ...sane, ...wrong })).toBe(false);
  });

  it.each(corpus.passages.filter(({ remplacePar }) => remplacePar))(
    '$id leads, by what replaces it, to what may be told today',
    (passage) => {
      expect(STATUTS_COURANTS).toContain(findHolding(passage).statut);
    },
  );

  it('stands once: no two have the same body', () => {
    const bodies = corpus.passages.map(({ corps }) => corps);
    expect(bodies.filter((body, at) => bodies.indexOf(body) !== at)).toEqual([]);
  });
});

/** Follows `remplacePar` to its end. */
function findHolding(passage: CorpusPassage): CorpusPassage {
  const seen = new Set([passage.id]);
  let holding = passage;
  while (holding.remplacePar !== undefined) {
    const next = corpus.passagesById.get(holding.remplacePar);
    if (!next || seen.has(next.id)) throw new Error(`${passage.id}: remplacePar leads nowhere from ${holding.id}`);
    seen.add(next.id);
    holding = next;
  }
  return holding;
}
