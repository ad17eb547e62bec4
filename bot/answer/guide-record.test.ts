import { describe, expect, it } from 'vitest';
import { buildCandidate, buildEnonce, buildMaterials } from '../testing/build-materials.ts';
import type { Segment } from './compose.ts';
import { createReplayGuide, GuideRecord, keepSegments } from './guide-record.ts';
import type { ToolCall } from './tool-call.ts';

/** Two énoncés of one name, as two populations give. */
const [one, other] = [buildEnonce('enonce-taille'), buildEnonce('enonce-taille')];
const passage = buildCandidate('p');
const materials = buildMaterials('?', { calculs: [one, other], passages: [passage] });
const draft: readonly Segment[] = [
  { type: 'liaison', words: 'bonjour' },
  { type: 'enonce', enonce: other },
  { type: 'enonce', enonce: passage.enonce },
];
const work = { materials, required: new Set([one]), reasons: [] };
const call: ToolCall = { intention: 'taille', inputs: { population: 96_400 } };

function record(more: Partial<GuideRecord>): GuideRecord {
  // As it is read back from a file.
  return GuideRecord.parse(JSON.parse(JSON.stringify({ calls: [], draft: null, rejections: [], avis: null, ...more })));
}

describe('what a guide did', () => {
  it('is kept and found again, énoncés of one name told apart by their rank', async () => {
    const guide = createReplayGuide([record({ calls: [call], draft: keepSegments(draft, materials) })]);
    const calls: ToolCall[] = [];
    const { situation } = materials;
    await guide.chooseTools({
      text: '?',
      situation,
      enonces: [],
      run: (asked) => ({ kind: 'known', asked: calls.push(asked) }),
    });
    expect(calls).toEqual([call]);
    const proposal = await guide.compose(work);
    expect(proposal).toEqual({ kind: 'draft', segments: draft });
    const segments = proposal.kind === 'draft' ? proposal.segments : [];
    expect(segments[1]?.type === 'enonce' && segments[1].enonce).toBe(other);
  });

  it('says the rejections first, then the draft that was taken, or why there was none', async () => {
    const tools = { text: '?', situation: materials.situation, enonces: [], run: () => ({ kind: 'known' }) as const };
    const guide = createReplayGuide([
      record({ rejections: ['a'], draft: keepSegments(draft, materials) }),
      record({ rejections: ['b', 'c'] }),
      record({ avis: 'modele-muet' }),
    ]);
    const told = [];
    for (let part = 0; part < 3; part += 1) {
      await guide.chooseTools(tools);
      told.push([(await guide.compose(work)).kind, (await guide.compose(work)).kind]);
    }
    expect(told).toEqual([
      ['rejected', 'draft'],
      ['rejected', 'rejected'],
      ['stopped', 'stopped'],
    ]);
  });

  it('is a draft rejected when an énoncé of it is no longer there', async () => {
    const guide = createReplayGuide([record({ draft: [{ type: 'enonce', id: 'parti', rank: 0 }] })]);
    await guide.chooseTools({ text: '?', situation: materials.situation, enonces: [], run: () => ({ kind: 'known' }) });
    expect(await guide.compose(work)).toMatchObject({ kind: 'rejected' });
  });

  it.each([
    { calls: [{ intention: 'taille', inputs: { url: 'x' } }], draft: null, rejections: [], avis: null },
    { calls: [], draft: [{ type: 'image' }], rejections: [], avis: null },
    { calls: [], draft: null, rejections: [], avis: null, more: 1 },
  ])('is read strictly: %j', (stored) => {
    expect(GuideRecord.safeParse(stored).success).toBe(false);
  });
});
