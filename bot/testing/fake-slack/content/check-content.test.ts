import { describe, expect, it } from 'vitest';
import { createJournal } from '../journal.ts';
import { settle } from '../settings.ts';
import { createWorkspace } from '../workspace.ts';
import { checkContent, type GivenContent } from './check-content.ts';

const text = 'repli';

/** A text of that many characters. */
const long = (length: number) => 'a'.repeat(length);
const plain = (value: string) => ({ type: 'plain_text', text: value });
const marked = (value: string) => ({ type: 'mrkdwn', text: value });
const section = (value: string) => ({ type: 'section', text: marked(value) });
const button = (more: object = {}) => ({ type: 'button', action_id: 'a', text: plain('Oui'), ...more });
const actions = (...elements: object[]) => ({ type: 'actions', elements });

function check(given: GivenContent) {
  const journal = createJournal({ changed() {}, waitFor: () => Promise.reject(new Error('nobody waits')) });
  return {
    checked: checkContent('it', given, { journal, workspace: createWorkspace(settle({})) }),
    violations: journal.violations,
  };
}

describe('the content of a message', () => {
  it.each([
    ['a section at its limit', [section(long(3000))]],
    ['fields', [{ type: 'section', fields: Array.from({ length: 10 }, () => marked(long(1300))) }]],
    ['a section with a button', [{ ...section('a'), accessory: button() }]],
    ['a context', [{ type: 'context', elements: [marked(long(2000)), plain('b'), image()] }]],
    [
      'a header and a divider',
      [
        { type: 'header', text: plain(long(150)) },
        { type: 'divider', block_id: 'd' },
      ],
    ],
    ['an image', [{ ...image(), title: plain('Titre') }]],
    ['a menu', [actions({ type: 'overflow', options: [{ text: plain('Oui'), value: 'oui' }] })]],
    ['a list', [richText({ type: 'rich_text_list', style: 'bullet', elements: [paragraph(word('a'))] })]],
    ['a quote', [richText({ type: 'rich_text_quote', elements: [word('a'), { type: 'emoji', name: 'tada' }] })]],
    ['code', [richText({ type: 'rich_text_preformatted', elements: [word('a')] })]],
    ['markdown', [{ type: 'markdown', text: long(12_000) }]],
    ['fifty blocks', Array.from({ length: 50 }, () => ({ type: 'divider' }))],
  ])('takes %s', (_, blocks) => {
    const { checked, violations } = check({ text, blocks });
    expect({ kind: checked.kind, violations }).toEqual({ kind: 'accepted', violations: [] });
  });

  it.each([
    ['a long section', [section(long(3412))], 'blocks[0].text.text is 3 412 characters long, the limit is 3 000'],
    ['an empty text', [section('')], 'blocks[0].text.text is empty'],
    ['an empty section', [{ type: 'section' }], 'blocks[0] has neither text nor fields'],
    [
      'eleven fields',
      [{ type: 'section', fields: Array(11).fill(marked('a')) }],
      'blocks[0].fields has 11 items, the limit is 10',
    ],
    [
      'a long field',
      [{ type: 'section', fields: [marked(long(2001))] }],
      'blocks[0].fields[0].text is 2 001 characters',
    ],
    ['a long header', [{ type: 'header', text: plain(long(151)) }], 'blocks[0].text.text is 151 characters long'],
    [
      'marks in a header',
      [{ type: 'header', text: marked('a') }],
      'blocks[0].text.type must be plain_text, not "mrkdwn"',
    ],
    ['a full context', [{ type: 'context', elements: Array(11).fill(plain('a')) }], 'the limit is 10'],
    ['a long context', [{ type: 'context', elements: [marked(long(2001))] }], 'blocks[0].elements[0].text is 2 001'],
    ['26 buttons', [actions(...Array(26).fill(button({ action_id: undefined })))], 'the limit is 25'],
    ['a long button', [actions(button({ text: plain(long(76)) }))], 'elements[0].text.text is 76 characters long'],
    ['marks in a button', [actions(button({ text: marked('a') }))], 'must be plain_text'],
    ['a heavy value', [actions(button({ value: long(2001) }))], 'blocks[0].elements[0].value is 2 001 characters long'],
    ['a new style', [actions(button({ style: 'gold' }))], 'style must be primary or danger, not "gold"'],
    ['one action twice', [actions(button(), button())], 'blocks[0] has the action_id « a » twice'],
    ['one block twice', Array(2).fill({ type: 'divider', block_id: 'd' }), 'the block_id « d » stands twice'],
    ['a long block_id', [{ type: 'divider', block_id: long(256) }], 'blocks[0].block_id is 256 characters long'],
    ['an unknown key', [{ type: 'divider', colour: 'red' }], 'blocks[0] has what is not expected: colour'],
    ['an unknown block', [{ type: 'video' }], 'blocks[0].type may not be "video" here'],
    ['a block without type', [{}], 'blocks[0].type is missing'],
    ['a mute image', [{ type: 'image', image_url: 'https://example.org/a.png' }], 'blocks[0].alt_text is missing'],
    ['51 blocks', Array(51).fill({ type: 'divider' }), 'blocks has 51 items, the limit is 50'],
    ['one block alone', { type: 'divider' }, 'blocks must be array'],
  ])('refuses %s', (_, blocks, problem) => {
    const { checked, violations } = check({ text, blocks });
    expect(checked).toMatchObject({ kind: 'refused', error: 'invalid_blocks' });
    expect(violations).toEqual([expect.stringContaining(`it: ${problem.startsWith('blocks') ? problem : ''}`)]);
    expect(violations.join()).toContain(problem);
  });

  it.each([
    ['nothing at all', {}, 'no_text', 'there is neither text nor blocks'],
    ['blocks that are not JSON', { text, blocks: '[{' }, 'invalid_blocks_format', 'blocks is not JSON'],
    ['a text that Slack cuts', { text: long(40_001) }, 'msg_too_long', 'text is 40 001 characters long'],
    [
      'a text beyond all',
      { text: long(13_201) },
      'msg_too_long',
      'shows 13 201 characters in all, the limit is 13 200',
    ],
    [
      'blocks beyond all',
      { text, blocks: [...Array(4).fill(section(long(3000))), section(long(1201))] },
      'msg_blocks_too_long',
      'shows 13 201 characters in all, the limit is 13 200', // 4 × 3 000 + 1 201
    ],
  ])('refuses %s', (_, given, error, problem) => {
    const { checked, violations } = check(given);
    expect(checked).toMatchObject({ kind: 'refused', error });
    expect(violations).toEqual([expect.stringContaining(problem)]);
  });

  it('takes blocks without text, and minds', () => {
    const { checked, violations } = check({ blocks: [section('a')] });
    expect(checked.kind).toBe('accepted');
    expect(violations).toEqual([expect.stringContaining('there are blocks but no text')]);
  });

  it('finds mentions and links where Slack reads them, and there only', () => {
    const header = { type: 'header', text: plain('<!here>') };
    const rich = richText(paragraph(word('<!here>'), { type: 'broadcast', range: 'channel' }));
    const { checked } = check({
      text: '<!here> a < b',
      blocks: [section('Vu par <@U1> : <https://a.org|a>'), header, rich],
    });
    expect(checked.kind === 'accepted' && checked.content.markups.map(({ where, markup }) => [where, markup])).toEqual([
      ['text', '<!here>'],
      ['blocks[0].text.text', '<@U1>'],
      ['blocks[0].text.text', '<https://a.org|a>'],
      ['blocks[2].elements[0].elements[1]', '<!channel>'],
    ]);
  });
});

function image() {
  return { type: 'image', image_url: 'https://example.org/a.png', alt_text: 'Une image' };
}

function richText(...elements: object[]) {
  return { type: 'rich_text', elements };
}

function paragraph(...elements: object[]) {
  return { type: 'rich_text_section', elements };
}

function word(value: string) {
  return { type: 'text', text: value };
}
