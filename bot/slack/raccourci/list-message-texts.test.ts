import { describe, expect, it } from 'vitest';
import { listMessageTexts } from './list-message-texts.ts';

const text = (said: string) => ({ type: 'text', text: said });

describe('the words of a message', () => {
  it.each([
    [
      'a person’s, without blocks',
      { text: 'Le plafond est de 287 500 &amp; plus' },
      ['Le plafond est de 287 500 & plus'],
    ],
    [
      'rich text: the elements of a line follow one another',
      {
        text: 'résumé',
        blocks: [
          {
            type: 'rich_text',
            elements: [
              {
                type: 'rich_text_section',
                elements: [text('On touche '), { ...text('75 000 €'), style: { bold: true } }],
              },
              { type: 'rich_text_list', elements: [{ type: 'rich_text_section', elements: [text('taille 3')] }] },
            ],
          },
        ],
      },
      ['On touche 75 000 €', 'taille 3'],
    ],
    [
      'blocks of another bot, its buttons left aside',
      {
        bot_id: 'B0OTHER',
        text: 'résumé',
        blocks: [
          { type: 'header', text: { type: 'plain_text', text: 'Budget' } },
          {
            type: 'section',
            text: { type: 'mrkdwn', text: '*75 000 €*' },
            fields: [{ type: 'mrkdwn', text: 'taille 3' }],
          },
          { type: 'markdown', text: 'un an' },
          { type: 'actions', elements: [{ type: 'button', text: { type: 'plain_text', text: 'Voir 3' } }] },
        ],
      },
      ['Budget', '75 000 €', 'taille 3', 'un an'],
    ],
    [
      'attachments, with what they fall back on',
      {
        text: 'Voyez :',
        attachments: [
          {
            pretext: 'Avant',
            title: 'Titre',
            text: '<https://a.example|75 000 €>',
            fields: [{ title: 'Taille', value: '3' }],
          },
          { fallback: 'image : 45 000 €' },
          { blocks: [{ type: 'section', text: { type: 'mrkdwn', text: 'dans un bloc' } }], fallback: '[no preview]' },
        ],
      },
      ['Voyez :', 'Avant', 'Titre', '75 000 €', 'Taille : 3', 'image : 45 000 €', 'dans un bloc'],
    ],
    ['none', { text: '', files: [{ id: 'F1' }] }, []],
    ['nothing of a message', undefined, []],
    ['what is no message', { blocks: 'x', attachments: 3, text: 4 }, []],
  ])('%s', (_, message, expected) => {
    expect(listMessageTexts(message, 'U0BOT')).toEqual(expected);
  });
});
