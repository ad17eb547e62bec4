import { describe, expect, it } from 'vitest';
import type { BotMessage } from '#bot/testing/fake-slack/workspace.ts';
import { judgeAnswers } from './judge-answers.ts';

/** A question at second 100 that opens a thread, and one at second 101 that goes on in it. */
const ASKED = [
  { channel: 'C1', ts: '100.000500', threadTs: '100.000500', expected: 'taille 3' },
  { channel: 'C1', ts: '101.000500', threadTs: '100.000500', expected: 'taille 2' },
];

describe('the judge of answers', () => {
  it.each([
    ['one answer each', [say('taille 3', 102), say('taille 2', 103)], { once: 2, none: 0, several: 0, strays: 0 }],
    ['an answer too many', [say('taille 3', 102), say('taille 3', 103)], { once: 0, none: 1, several: 1, strays: 0 }],
    ['an answer that is not whole', [say('taille', 102)], { once: 0, none: 2, several: 0, strays: 1 }],
    ['an answer outside the thread', [say('taille 3', 102, '')], { once: 0, none: 2, several: 0, strays: 1 }],
    ['an answer before its question', [say('taille 2', 101)], { once: 0, none: 2, several: 0, strays: 1 }],
  ])('sees %s', (_, messages, expected) => {
    const { once, none, several, strays } = judgeAnswers(ASKED, messages);
    expect({ once, none, several, strays: strays.length }).toEqual(expected);
  });

  it('tells how long each answer took, in milliseconds', () => {
    const { times } = judgeAnswers(ASKED, [say('taille 3', 102), say('taille 2', 103)]);
    // 102 s − 100,0005 s; 103 s − 101,0005 s
    expect(times.map((time) => Math.round(time * 10) / 10)).toEqual([1999.5, 1999.5]);
  });
});

function say(text: string, second: number, thread = '100.000500'): BotMessage {
  const blocks = [{ type: 'context' as const, elements: [{ type: 'plain_text' as const, text }] }];
  return { kind: 'message', channel: 'C1', ts: `${second}.000000`, thread_ts: thread, text: '', blocks, edits: 0 };
}
