import { z } from 'zod';
import { listQuotable } from './citations/place-citations.ts';
import type { Materials, Segment } from './compose.ts';
import type { Enonce } from './enonce.ts';
import type { Guide, Proposal } from './guide.ts';
import { ToolCall } from './tool-call.ts';

/** A segment as it is kept: linking words, or an énoncé by its id and its rank among those of the same id. */
const KeptSegment = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('liaison'), words: z.string() }),
  z.strictObject({ type: z.literal('enonce'), id: z.string(), rank: z.int() }),
]);

/** What a guide did for one part of a question: enough to do it again without asking anybody. */
export const GuideRecord = z.strictObject({
  calls: z.array(ToolCall),
  /** The draft that was taken; null when none was. */
  draft: z.array(KeptSegment).nullable(),
  rejections: z.array(z.string()),
  /** Code of what was told of the guide, when it could not help. */
  avis: z.string().nullable(),
});
export type GuideRecord = z.infer<typeof GuideRecord>;

/** Énoncés that a draft may name, in an order that the same question always gives. */
export function listOffered(materials: Materials): readonly Enonce[] {
  const { calculs, passages } = materials;
  return [...calculs, ...passages.map(({ enonce }) => enonce), ...listQuotable(materials)];
}

/** A draft as it is kept. */
export function keepSegments(segments: readonly Segment[], materials: Materials): GuideRecord['draft'] {
  const all = listOffered(materials);
  return segments.map((segment) => {
    if (segment.type === 'liaison') return { type: 'liaison', words: segment.words };
    const { id } = segment.enonce;
    return { type: 'enonce', id, rank: all.filter((enonce) => enonce.id === id).indexOf(segment.enonce) };
  });
}

/**
 * A guide that does again what was kept, part after part, and asks nobody.
 * What cannot be found any more (the corpus changed) is a draft rejected.
 */
export function createReplayGuide(records: readonly GuideRecord[]): Guide {
  let part = -1;
  let told = false;
  return {
    chooseTools({ run }) {
      part += 1;
      told = false;
      for (const call of records[part]?.calls ?? []) run(call);
      return Promise.resolve();
    },
    compose({ materials }) {
      const { draft = null, rejections = [], avis = null } = records[part] ?? {};
      const first = !told;
      told = true;
      if (first && rejections.length > 0) return Promise.resolve({ kind: 'rejected', reasons: rejections });
      if (draft) return Promise.resolve(findDraft(draft, materials));
      return Promise.resolve(avis === null ? { kind: 'rejected', reasons: [] } : { kind: 'stopped', avis });
    },
  };
}

function findDraft(draft: NonNullable<GuideRecord['draft']>, materials: Materials): Proposal {
  const all = listOffered(materials);
  const segments: Segment[] = [];
  for (const kept of draft) {
    if (kept.type === 'liaison') {
      segments.push(kept);
      continue;
    }
    const enonce = all.filter(({ id }) => id === kept.id)[kept.rank];
    if (!enonce) return { kind: 'rejected', reasons: ['un énoncé du reçu n’existe plus'] };
    segments.push({ type: 'enonce', enonce });
  }
  return { kind: 'draft', segments };
}
