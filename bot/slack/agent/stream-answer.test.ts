import { describe, expect, it } from 'vitest';
import type { Sending } from '#bot/store/ports/works.ts';
import { BotError } from '#corpus/law/bot-error.ts';
import { toMessageId } from '../outgoing/to-message-id.ts';
import type { SlackContext } from '../slack-context.ts';
import type { WorkInHand } from '../works/work-kind.ts';
import { streamAnswer } from './stream-answer.ts';

const ANSWER = {
  paragraphs: [['Une phrase.'], ['Une autre.']],
  blocks: [{ type: 'divider' }],
  whole: { text: { visible: ['Tout.'] }, blocks: [] },
} as const;
const PLACE = { channel: 'D0', threadTs: '1.1', user: 'U0', names: ['1.1', ''] } as const;
const ID = toMessageId('flux', 'T0', 'D0', '1.1', '');

/** Plays a conversation with Slack: `failures` are the refusals to come, `found` what is found of a former process. */
async function play({ failures = {}, found, sending }: Script = {}) {
  const calls: string[] = [];
  const noted: Sending[] = [];
  async function call<T>(name: string, value: T): Promise<T> {
    calls.push(name);
    const code = failures[name];
    if (code !== undefined) throw new BotError(code, name, '');
    return value;
  }
  const sender = {
    startStream: () => call('start', { ts: '2.2' }),
    appendStream: () => call('append', undefined),
    stopStream: ({ blocks }: { readonly blocks: readonly unknown[] }) =>
      call(blocks.length > 0 ? 'stop' : 'cut', undefined),
    update: () => call('update', found !== 'gone'),
    findSent: () => call('find', found === 'there' ? { ts: '3.3' } : undefined),
  };
  const hand = {
    isTakenUp: sending !== undefined,
    sending,
    noteSending: async (one: Sending) => void noted.push(one),
  };
  const context = { sender, team: 'T0' } as unknown as SlackContext;
  const ts = await streamAnswer(ANSWER, PLACE, hand as unknown as WorkInHand, context);
  return { ts, calls, noted };
}

type Script = {
  readonly failures?: Readonly<Record<string, string>>;
  readonly found?: 'there' | 'gone';
  readonly sending?: Sending;
};

describe('streamAnswer', () => {
  it('writes what it is about to send, then says the claims, then ends with what stands under them', async () => {
    expect(await play()).toEqual({
      ts: '2.2',
      calls: ['start', 'append', 'stop'],
      noted: [
        { channel: 'D0', messageId: ID },
        { channel: 'D0', messageId: ID, ts: '2.2' },
      ],
    });
  });

  it.each<[string, Script, string | undefined, readonly string[]]>([
    ['cannot start', { failures: { start: 'ERR_SLACK_FLUX' } }, undefined, ['start', 'find']],
    [
      'starts although the reply is lost',
      { failures: { start: 'ERR_SLACK_OCCUPE' }, found: 'there' },
      '3.3',
      ['start', 'find', 'append', 'stop'],
    ],
    [
      'expires',
      { failures: { append: 'ERR_SLACK_FLUX', cut: 'ERR_SLACK_FLUX' } },
      '2.2',
      ['start', 'append', 'cut', 'update'],
    ],
    ['overflows', { failures: { stop: 'ERR_SLACK_TROP_LONG' } }, '2.2', ['start', 'append', 'stop', 'cut', 'update']],
    [
      'is deleted',
      { failures: { stop: 'ERR_SLACK_DISPARU' }, found: 'gone' },
      undefined,
      ['start', 'append', 'stop', 'cut', 'update'],
    ],
  ])('ends as one message when the stream %s', async (_, script, ts, calls) => {
    expect(await play(script)).toMatchObject({ ts, calls });
  });

  it.each<[string, Script, string | undefined, readonly string[]]>([
    [
      'whole when its message is known',
      { sending: { channel: 'D0', messageId: ID, ts: '2.2' } },
      '2.2',
      ['cut', 'update'],
    ],
    [
      'whole when its message is found',
      { sending: { channel: 'D0', messageId: ID }, found: 'there' },
      '3.3',
      ['find', 'cut', 'update'],
    ],
    ['to be posted when it was never sent', { sending: { channel: 'D0', messageId: ID } }, undefined, ['find']],
    ['alone when it was another message', { sending: { channel: 'D0', messageId: 'x', ts: '2.2' } }, undefined, []],
  ])('leaves what a former process has begun %s', async (_, script, ts, calls) => {
    expect(await play(script)).toMatchObject({ ts, calls });
  });

  it.each(['ERR_CHIFFRE_SANS_ORIGINE', 'ERR_SLACK_JETON', 'ERR_SLACK_ARRET', 'ERR_SLACK_CANAL'])(
    'lets through what no message would mend: %s',
    async (code) => {
      await expect(play({ failures: { start: code } })).rejects.toMatchObject({ code });
      await expect(play({ failures: { stop: code } })).rejects.toMatchObject({ code });
    },
  );
});
