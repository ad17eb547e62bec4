import type { Pipeline } from '../answer/answer-question.ts';
import { createReplayGuide, type GuideRecord } from '../answer/guide-record.ts';

/** What a model did for the answers that may still be shared, by the value of their button. */
export type KeptRecords = {
  keep(value: string, records: readonly GuideRecord[] | undefined): void;
  /** The pipeline that makes the answer again, without asking any model. */
  toReplay(value: string, pipeline: Pipeline): Pipeline;
};

/** Answers remembered at most; what is older is made again without the model. */
const MOST = 500;

/** Keeps records in memory: a shared answer is the one that was read, and no model is asked twice for it. */
export function createKeptRecords(): KeptRecords {
  const kept = new Map<string, readonly GuideRecord[]>();
  return {
    keep(value, records) {
      kept.delete(value);
      if (records) kept.set(value, records);
      const [oldest] = kept.keys();
      if (kept.size > MOST && oldest !== undefined) kept.delete(oldest);
    },
    toReplay(value, pipeline) {
      const records = kept.get(value);
      return { ...pipeline, openGuide: records && (() => createReplayGuide(records)) };
    },
  };
}
