import { z } from 'zod';
import type { FakeSlack } from '#bot/testing/fake-slack/fake-slack.ts';

/** How an answer becomes whole: posted at once, at the end of its stream, or put in the place of what was said of it. */
const WHOLE: ReadonlySet<string> = new Set(['chat.postMessage', 'chat.stopStream', 'chat.update']);

/** Counts the answers that Slack has taken, each once; only what came since the last count is looked at. */
export function createAnswerCounter(fake: FakeSlack): () => number {
  const answered = new Set<string>();
  let seen = 0;
  return () => {
    for (const { method, result } of fake.calls.slice(seen)) {
      const taken = Taken.safeParse(result);
      if (WHOLE.has(method) && taken.success) answered.add(`${taken.data.channel} ${taken.data.ts}`);
    }
    seen = fake.calls.length;
    return answered.size;
  };
}

const Taken = z.object({ ok: z.literal(true), channel: z.string(), ts: z.string() });
