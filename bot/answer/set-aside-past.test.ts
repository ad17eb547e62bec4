import { expect, it } from 'vitest';
import type { CorpusPassage } from '#corpus/load-corpus.ts';
import { buildCandidate } from '../testing/build-materials.ts';
import type { Found } from './retrieve-passages.ts';
import { setAsidePast } from './set-aside-past.ts';

const rule = buildCandidate('regle').found;
const over = { past: true, coverage: 1, confidence: 0.8 };

function build(id: string, passage: Partial<CorpusPassage>, found: Partial<Found> = {}): Found {
  return buildCandidate(id, passage, { ...over, ...found }).found;
}

function list(found: readonly Found[]): readonly string[] {
  return setAsidePast(found, ({ passage }) => (passage.remplacePar === 'regle' ? rule : undefined)).map(
    ({ passage }) => passage.id,
  );
}

it.each([
  [
    'leaves out a proposal when what holds covers the question as well',
    [build('projet', { statut: 'proposition' }), rule],
    ['regle'],
  ],
  [
    'keeps what the question quotes',
    [build('projet', { statut: 'proposition' }, { sharedFigures: 1 }), rule],
    ['projet', 'regle'],
  ],
  [
    'keeps a text that the question names',
    [build('projet', { statut: 'proposition' }, { named: 1 }), rule],
    ['projet', 'regle'],
  ],
  [
    'keeps a proposal that alone speaks of the subject',
    [build('projet', { statut: 'proposition' }), { ...rule, coverage: 0 }],
    ['projet', 'regle'],
  ],
  [
    'tells the rule that holds in place of the expired one',
    [build('ancien', { statut: 'expire', remplacePar: 'regle' })],
    ['regle'],
  ],
  [
    'tells it once',
    [build('ancien', { statut: 'expire', remplacePar: 'regle' }), { ...rule, coverage: 0, confidence: 0.1 }],
    ['regle'],
  ],
])('%s', (_, found, expected) => {
  expect(list(found)).toEqual(expected);
});
