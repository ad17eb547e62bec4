import { describe, expect, it } from 'vitest';
import type { Interaction } from '#bot/testing/fake-slack/interact.ts';
import type { BotMessage } from '#bot/testing/fake-slack/workspace.ts';
import { judgeChaos } from './judge-chaos.ts';

const AGAIN = 'cette réponse a peut-être déjà été donnée';
const [CHANNEL, TS] = ['C0A', '1795300000.000100'];

function toMessage(text: string, ts = '1795300001.000100'): BotMessage {
  const elements = [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }];
  const blocks = [{ type: 'rich_text', elements }] as unknown as BotMessage['blocks'];
  return { kind: 'message', ts, channel: CHANNEL, thread_ts: TS, text, blocks, edits: 0 };
}

function judge(shown: readonly string[], unsure: ReadonlyMap<string, number> = new Map()) {
  const there = [{ channel: CHANNEL, ts: TS, threadTs: TS, expected: 'La réponse.', isTaken: true }];
  const messages = shown.map((text) => toMessage(text));
  return judgeChaos({ there, byCommand: [], edits: 0 }, { messages, again: [AGAIN], unsure });
}

describe('judgeChaos', () => {
  const Unsure = new Map([[`message ${CHANNEL} ${TS}`, 1]]);
  it.each<[string, readonly string[], ReadonlyMap<string, number>, number]>([
    ['one complete answer', ['La réponse.'], new Map(), 0],
    ['no answer', [], new Map(), 1],
    ['half an answer', ['La rép'], new Map(), 2],
    ['the answer twice', ['La réponse.', 'La réponse.'], new Map(), 1],
    ['the answer, and again with its mark', ['La réponse.', `La réponse.\n${AGAIN}`], Unsure, 0],
    ['a mark without need', ['La réponse.', `La réponse.\n${AGAIN}`], new Map(), 1],
  ])('%s', (_, shown, unsure, faults) => {
    expect(judge(shown, unsure).faults).toHaveLength(faults);
  });

  it('lets a command without an answer be only when Slack told the person that it failed', () => {
    const count = (acked: boolean) => {
      const interaction = { acked, triggerId: '1.2.a', responses: () => [] } as unknown as Interaction;
      const asked = { there: [], byCommand: [{ interaction, expected: 'La réponse.' }], edits: 0 };
      return judgeChaos(asked, { messages: [], again: [AGAIN], unsure: new Map() }).faults.length;
    };
    expect([count(true), count(false)]).toEqual([1, 0]);
  });
});
