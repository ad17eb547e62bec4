import { describe, expect, it } from 'vitest';
import type { Figure } from '#corpus/law/figure.ts';
import { type Outgoing, type OutgoingObject, toPlainText, toVisible } from './outgoing.ts';
import { sealPayload } from './seal-payload.ts';

const HOSTILE = '<!channel> *gras* :tada: R&D';

describe('sealPayload', () => {
  it('lets a message through as it is written, figures at their places', () => {
    const amount = toFigure('75 000 €');
    const section = {
      type: 'rich_text_section',
      elements: [{ type: 'text', text: toVisible(['Soit ', amount, '.']) }],
    };
    const payload = {
      channel: 'C0123',
      thread_ts: '1764.0001',
      text: toVisible(['Soit ', amount, '.']),
      blocks: [{ type: 'rich_text', elements: [section] }],
    };
    expect(sealPayload(payload)).toEqual({
      channel: 'C0123',
      thread_ts: '1764.0001',
      text: 'Soit 75 000 €.',
      blocks: [
        {
          type: 'rich_text',
          elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'Soit 75 000 €.' }] }],
        },
      ],
    });
  });

  it.each<[string, OutgoingObject]>([
    ['the fallback text', { text: toVisible([HOSTILE]) }],
    ['a text with marks', { blocks: [{ type: 'section', text: { type: 'mrkdwn', text: toVisible([HOSTILE]) } }] }],
    ['an attachment', { attachments: [{ pretext: toVisible([HOSTILE]) }] }],
    ['a status line in a list', { loading_messages: [toVisible([HOSTILE])] }],
    // The type is not one that Slack knows as plain: the safe way is taken.
    ['a text of another type', { blocks: [{ type: 'section', text: { type: 'other', text: toVisible([HOSTILE]) } }] }],
  ])('takes away the meaning of signs in %s, and writes as entities those that Slack would parse', (_, payload) => {
    expect(JSON.stringify(sealPayload(payload))).toContain('&lt;!channel&gt; ∗gras∗ ∶tada: R&amp;D');
  });

  it.each<[string, OutgoingObject]>([
    ['plain text', toPlainText([HOSTILE])],
    ['rich text', { type: 'text', text: toVisible([HOSTILE]) }],
    ['the description of an image', { type: 'image', alt_text: toVisible([HOSTILE]) }],
    ['the title of a file', { files: [{ id: 'F1', title: toVisible([HOSTILE]) }] }],
  ])('writes %s literally: an entity would be read as it is', (_, payload) => {
    expect(JSON.stringify(sealPayload({ view: payload }))).toContain('<!channel> ∗gras∗ ∶tada: R&D');
  });

  it('lets Slack make no link, no name and no emoji of a text, whatever the payload says', () => {
    const elements = [
      { type: 'mrkdwn', verbatim: false, text: toVisible(['un texte']) },
      { type: 'plain_text', emoji: true, text: toVisible(['un texte']) },
    ];
    expect(sealPayload({ blocks: [{ type: 'context', elements }] })).toMatchObject({
      blocks: [{ elements: [{ verbatim: true }, { emoji: false }] }],
    });
  });

  it.each<[string, string]>([
    ['in its own signs', 'Soit 75 000 € de trop'],
    ['in letters', 'Soit douze mille de trop'],
    ['in emphasis, which the look-alike would hide', 'Dans un *mois* au plus'],
    ['cut by signs that are then replaced', 'Soit dou*_ze de trop'],
    ['cut by a character that nothing shows', 'Soit dou\u0001ze de trop'],
    ['cut by a character that turns the reading round', 'Soit dou\u202eze\u202c de trop'],
    ['made of entities', 'Soit &#53; de trop'],
    ['as an emoji', 'Soit :one: de trop'],
  ])('stops a figure without a licence, %s', (_, words) => {
    const payload = { text: toVisible([words]) };
    expect(() => sealPayload(payload)).toThrow(expect.objectContaining({ code: 'ERR_CHIFFRE_SANS_ORIGINE' }));
  });

  it.each<[string, readonly Outgoing[]]>([
    ['a word cut in two', [toText('Soit dou'), toText('ze de trop')]],
    ['a unit after « un »', [toText('Dans un'), toText(' mois au plus')]],
    ['a sign of money after a figure of ours', [toText('Soit ', toFigure('85 000')), toText(' k€')]],
    ['emphasis between two parts', [toText('Dans un '), { ...toText('mois'), style: { bold: true } }]],
  ])('reads a line of rich text as one, as people do: %s', (_, elements) => {
    for (const type of ['rich_text_section', 'rich_text_quote', 'rich_text_preformatted']) {
      const payload = { blocks: [{ type, elements }] };
      expect(() => sealPayload(payload), type).toThrow(expect.objectContaining({ code: 'ERR_CHIFFRE_SANS_ORIGINE' }));
    }
  });

  it('reads the elements of a context side by side', () => {
    const elements = [toPlainText(['Dans un']), toPlainText(['mois au plus'])];
    const payload = { blocks: [{ type: 'context', elements }] };
    expect(() => sealPayload(payload)).toThrow(expect.objectContaining({ code: 'ERR_CHIFFRE_SANS_ORIGINE' }));
  });

  it('fills a field with words as they were written, a calendar with the day that a figure is worth', () => {
    const day = { ...toFigure('12 mars 2024'), unit: 'date', value: '2024-03-12' } as const;
    const payload = {
      blocks: [
        { type: 'plain_text_input', initial_value: toVisible(['CPTS du *Val* <x> & :tada:']) },
        { type: 'datepicker', initial_date: toVisible([day]) },
      ],
    };
    expect(sealPayload(payload)).toEqual({
      blocks: [
        { type: 'plain_text_input', initial_value: 'CPTS du *Val* <x> & :tada:' },
        { type: 'datepicker', initial_date: '2024-03-12' },
      ],
    });
  });

  it('writes errors under fields and prompts sign by sign, and a stream so that Markdown finds nothing in it', () => {
    const words = toVisible(['R&D <x> [y](z)']);
    expect(sealPayload({ response_action: 'errors', errors: { population: words } })).toMatchObject({
      errors: { population: 'R&D <x> [y](z)' },
    });
    expect(sealPayload({ prompts: [{ title: words, message: words }] })).toEqual({
      prompts: [{ title: 'R&D <x> [y](z)', message: 'R&D <x> [y](z)' }],
    });
    expect(sealPayload({ markdown_text: words })).toEqual({ markdown_text: 'R&D ˂x˃ [y］(z)' });
  });

  it.each<[string, OutgoingObject]>([
    ['a day that is no figure', { initial_date: toVisible(['lundi']) }],
    ['a day beside words', { initial_date: toVisible(['le ', toFigure('12 mars 2024')]) }],
    ['a figure that is no day', { initial_date: toVisible([toFigure('12')]) }],
    ['an address that is none', { url: toVisible(['javascript:alert']) }],
    ['an address with a name in it', { url: toVisible(['https://slack@exemple.fr']) }],
    ['a name of file with a folder', { filename: toVisible(['../secret.pdf']) }],
    ['a name of file without an extension', { filename: toVisible(['secret']) }],
    ['a size that is no size', { files: [{ length: 12 }] }],
    ['an event of another name', { metadata: { event_type: 'autre' } }],
    ['a view that is no identifier', { view_id: 'soixante' }],
    ['an answer to a form that does not exist', { response_action: 'delete' }],
  ])('stops %s', (_, payload) => {
    expect(() => sealPayload(payload)).toThrow(expect.objectContaining({ code: 'ERR_CHAMP_SLACK' }));
  });

  it.each<[string, OutgoingObject]>([
    ['an address that holds a number', { url: toVisible(['https://exemple.fr/75000']) }],
    ['a name of file that holds one', { filename: toVisible(['plafond 75 000.pdf']) }],
    ['the words of a field', { initial_value: toVisible(['douze mille']) }],
    ['the words of a field, cut by a sign that nothing shows', { initial_value: toVisible(['dou\u0001ze mille']) }],
    ['an error under a field', { errors: { population: toVisible(['au plus douze']) } }],
    ['a prompt', { prompts: [{ title: toVisible(['Taille 3']), message: toVisible(['x']) }] }],
    ['a stream', { markdown_text: toVisible(['Dans un *mois*']) }],
    ['a picture described', { alt_txt: toVisible(['une courbe de 3 barres']) }],
  ])('stops a figure without a licence in %s', (_, payload) => {
    expect(() => sealPayload(payload)).toThrow(expect.objectContaining({ code: 'ERR_CHIFFRE_SANS_ORIGINE' }));
  });

  it('keeps apart what does not stand on one line', () => {
    const items = ['Dans un', 'mois'].map((word) => ({ type: 'rich_text_section', elements: [toText(word)] }));
    const elements = [{ type: 'rich_text_list', style: 'bullet', elements: items }];
    expect(() => sealPayload({ blocks: [{ type: 'rich_text', elements }] })).not.toThrow();
  });

  it.each<[string, string, OutgoingObject]>([
    ['text', 'a plain string', { text: 'Bonjour' }],
    ['text', 'a plain number', { text: 75_000 }],
    [
      'blocks[0].text.text',
      'a string in a text',
      { blocks: [{ type: 'header', text: { type: 'plain_text', text: 'x' } }] },
    ],
    ['remarque', 'a string under an unknown key', { remarque: 'x' }],
    ['blocks[0].url', 'an address', { blocks: [{ type: 'button', url: 'https://exemple.fr' }] }],
    ['channel', 'a channel that is no identifier', { channel: '#general' }],
    ['thread_ts', 'a moment that is no timestamp', { thread_ts: 'hier' }],
    ['client_msg_id', 'an identifier that is no UUID', { client_msg_id: 'x' }],
    ['blocks[0].action_id', 'a name with digits', { blocks: [{ type: 'button', action_id: 'payer-75' }] }],
    ['blocks[0].value', 'a value that can be read', { blocks: [{ type: 'button', value: '75 000 €' }] }],
    ['blocks[0].style', 'a list that Slack numbers', { blocks: [{ type: 'rich_text_list', style: 'ordered' }] }],
    ['blocks[0].indent', 'a number of the layout', { blocks: [{ type: 'rich_text_list', indent: 75_000 }] }],
    ['blocks[0].type', 'a text in Markdown', { blocks: [{ type: 'markdown', text: toVisible(['[x](y)']) }] }],
    ['blocks[0].name', 'an emoji of rich text', { blocks: [{ type: 'emoji', name: 'one' }] }],
    ['blocks[0].range', 'a call to everybody', { blocks: [{ type: 'broadcast', range: 'here' }] }],
    ['blocks[0].timestamp', 'a date that Slack writes', { blocks: [{ type: 'date', timestamp: 1_764_000_000 }] }],
    ['parse', 'a mode of parsing given as text', { parse: toVisible(['full']) }],
    ['blocks[0].type', 'a type given as text', { blocks: [{ type: toVisible(['plain_text']) }] }],
  ])('stops at %s: %s', (path, _, payload) => {
    expect(() => sealPayload(payload)).toThrow(
      expect.objectContaining({ code: 'ERR_CHAMP_SLACK', message: expect.stringContaining(`le champ ${path} `) }),
    );
  });

  it('does not repeat what it stops', () => {
    const stop = catchError(() => sealPayload({ remarque: 'sécurité sociale 2 85 07' }));
    expect(`${stop.message} ${stop.remedy}`).not.toMatch(/sociale|85/);
  });
});

function catchError(run: () => void): { readonly message: string; readonly remedy: string } {
  try {
    run();
  } catch (error) {
    return error as { message: string; remedy: string };
  }
  throw new Error('nothing was thrown');
}

function toText(...pieces: readonly (string | Figure)[]): OutgoingObject {
  return { type: 'text', text: toVisible(pieces) };
}

function toFigure(text: string): Figure {
  const origin = { type: 'tool', tool: 'taille', step: 'enonce-taille' } as const;
  return { text, value: text, unit: 'nombre', label: 'x', origin, statut: null, confiance: null, references: [] };
}
