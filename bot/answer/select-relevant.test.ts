import { expect, it } from 'vitest';
import { buildCandidate, buildEnonce, buildMaterials } from '../testing/build-materials.ts';
import type { Materials } from './compose.ts';
import { selectRelevant } from './select-relevant.ts';

const IN_FIELD = 'que dit la loi sur les CPTS ?';
const vague = { confidence: 0.05, themes: [], coverage: 0 };

it.each<[string, string, Partial<Materials>, string[]]>([
  ['keeps passages that share enough with the question', IN_FIELD, { passages: [buildCandidate('p')] }, ['p']],
  [
    'is silent when none of the first is likely',
    IN_FIELD,
    { passages: [buildCandidate('p', {}, { probability: 0.1 })] },
    [],
  ],
  [
    'tells a gap of the corpus however unlikely',
    IN_FIELD,
    {
      passages: [
        buildCandidate('trou', { statut: 'absent' }, { probability: 0.1 }),
        buildCandidate('p', {}, { probability: 0.1 }),
      ],
    },
    ['trou'],
  ],
  [
    'speaks when one of the first is likely',
    IN_FIELD,
    { passages: [buildCandidate('p', {}, { probability: 0.1 }), buildCandidate('q')] },
    ['p', 'q'],
  ],
  ['opens to a very likely passage in the field', IN_FIELD, { passages: [buildCandidate('p', {}, vague)] }, ['p']],
  ['does not out of the field', 'quel temps fait-il ?', { passages: [buildCandidate('p', {}, vague)] }, []],
  [
    'leaves aside likelihood beside a computed answer',
    IN_FIELD,
    { calculs: [buildEnonce('calcul')], passages: [buildCandidate('p', {}, { probability: 0.1 })] },
    ['p'],
  ],
])('%s', (_, text, materials, expected) => {
  expect(selectRelevant(buildMaterials(text, materials)).map(({ found }) => found.passage.id)).toEqual(expected);
});
