import { describe, expect, it } from 'vitest';
import { listDistinct, type Message, type MessageArg, toMessage } from './message.ts';

const DAY: MessageArg = { kind: 'nombre', valeur: 1 };

describe('listDistinct', () => {
  it('keeps the first of each, in their order', () => {
    const messages = [toMessage('b'), toMessage('a'), toMessage('b'), toMessage('a')];
    expect(listDistinct(messages)).toEqual([toMessage('b'), toMessage('a')]);
  });

  it.each<readonly [string, Message, Message, number]>([
    ['the same words', toMessage('a', { n: DAY }), toMessage('a', { n: { ...DAY } }), 1],
    ['another code', toMessage('a', { n: DAY }), toMessage('b', { n: DAY }), 2],
    ['another value', toMessage('a', { n: DAY }), toMessage('a', { n: { kind: 'nombre', valeur: 2 } }), 2],
    ['another kind', toMessage('a', { n: DAY }), toMessage('a', { n: { kind: 'rang', valeur: 1 } }), 2],
    ['a place more', toMessage('a', { n: DAY }), toMessage('a', { n: DAY, m: DAY }), 2],
    ['another name of place', toMessage('a', { n: DAY }), toMessage('a', { m: DAY }), 2],
    [
      'another fraction',
      toMessage('a', { n: { kind: 'fraction', fraction: { num: 1, den: 2 } } }),
      toMessage('a', { n: { kind: 'fraction', fraction: { num: 1, den: 3 } } }),
      2,
    ],
    [
      'the same fraction',
      toMessage('a', { n: { kind: 'fraction', fraction: { num: 1, den: 2 } } }),
      toMessage('a', { n: { kind: 'fraction', fraction: { num: 1, den: 2 } } }),
      1,
    ],
  ])('compares by content: %s', (_, a, b, count) => {
    expect(listDistinct([a, b])).toHaveLength(count);
    expect(listDistinct([b, a])).toHaveLength(count);
  });
});
