import { describe, expect, it } from 'vitest';
import { listInaccessible } from './list-inaccessible.ts';

const PLACE = { channel: 'C0', ts: '1.1' };

function look(message: object, view: object = {}) {
  const fake = {
    messages: () => [{ ...PLACE, text: 'Bonjour', blocks: [], ...message }],
    ephemerals: () => [],
    views: () => [],
    home: (user: string) => (user === 'U0BOB' ? { id: 'V1', blocks: [], ...view } : undefined),
  };
  return listInaccessible(fake as never);
}

describe('what a screen reader is told', () => {
  it('is enough in an ordinary message', () => {
    const button = { type: 'button', text: { type: 'plain_text', text: 'Pourquoi ce chiffre ?' } };
    expect(look({ blocks: [{ type: 'actions', elements: [button] }] })).toEqual([]);
  });

  it.each([
    ['a message without words', { text: ' ' }, 'no words'],
    ['a message that is a picture by its name', { text: ':tada:' }, 'no words'],
    ['a picture', { blocks: [{ type: 'image', alt_text: '' }] }, 'description'],
    ['a button that is a sign', { blocks: [{ type: 'button', text: { type: 'plain_text', text: '👍' } }] }, 'signs'],
  ])('is not, of %s', (_, message, problem) => {
    expect(look(message)).toEqual([expect.stringContaining(problem)]);
  });

  it('is looked at in windows and homes too', () => {
    const blocks = [{ type: 'header', text: { type: 'plain_text', text: '★' } }];
    expect(look({}, { blocks })).toEqual([expect.stringContaining('V1')]);
  });
});
