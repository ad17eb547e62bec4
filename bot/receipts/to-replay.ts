import { createReplayGuide } from '../answer/guide-record.ts';
import type { Assembly } from '../assemble.ts';
import type { StoredReceipt } from './receipt.ts';

/** The same bot with what the receipt kept of the model, which is not asked again. */
export function toReplay(assembly: Assembly, { records, receipt: { model, prompts } }: StoredReceipt): Assembly {
  const openGuide = records && (() => createReplayGuide(records));
  const guidance = model === undefined || prompts === undefined ? undefined : { model, prompts };
  return { ...assembly, guidance, pipeline: { ...assembly.pipeline, openGuide } };
}
