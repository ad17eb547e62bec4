import type { FakeSlack } from '#bot/testing/fake-slack/fake-slack.ts';

/** Counts the posts that Slack has taken; only what came since the last count is looked at. */
export function createAnswerCounter(fake: FakeSlack): () => number {
  let [seen, answered] = [0, 0];
  return () => {
    for (const { method, result } of fake.calls.slice(seen))
      if (method === 'chat.postMessage' && isOk(result)) answered += 1;
    seen = fake.calls.length;
    return answered;
  };
}

function isOk(result: unknown): boolean {
  return typeof result === 'object' && result !== null && 'ok' in result && result.ok === true;
}
