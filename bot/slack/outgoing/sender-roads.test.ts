import { webApi } from '@slack/bolt';
import { describe, expect, it } from 'vitest';
import { createSender } from './create-sender.ts';
import { toPlainText, toVisible } from './outgoing.ts';
import type { SlackSender } from './slack-sender.ts';
import { toFailure } from './to-failure.ts';

const HELLO = { text: toVisible(['Bonjour']), blocks: [] };
const ID = 'ce490b6e-d4a7-582c-ad21-fa98ef850ddf';
const METADATA = { event_type: 'cpts_message', event_payload: { id: ID } };
const VIEW = { type: 'modal', callback_id: 'profil', title: toPlainText(['Profil']), blocks: [] };
const SEALED_VIEW = { ...VIEW, title: { type: 'plain_text', text: 'Profil', emoji: false } };
const AS_WRITTEN = { parse: 'none', link_names: false };

/** The sender on a Slack that answers as told, and what it was asked. */
function createTest(replies: Readonly<Record<string, object | string>> = {}) {
  const calls: unknown[] = [];
  const apiCall = async (method: string, args?: object) => {
    calls.push([method, args]);
    const reply = replies[method] ?? {};
    if (typeof reply === 'string') throw new webApi.WebAPIPlatformError({ ok: false, error: reply });
    return { ok: true, ...reply };
  };
  const sent: unknown[] = [];
  const sender = createSender({
    client: { apiCall },
    briefClient: { apiCall },
    async call(_, attempt) {
      try {
        return await attempt();
      } catch (error) {
        const failure = toFailure(error);
        throw failure.kind === 'final' ? failure.error : error;
      }
    },
    async fetch(url, init) {
      sent.push([String(url), init?.body]);
      return new Response('OK');
    },
    origins: new Set(['https://files.slack.com']),
    botUserId: 'U0BOT',
  });
  return { sender, calls, sent };
}

describe('the roads of the sender', () => {
  it.each<[string, (sender: SlackSender) => Promise<unknown>, unknown, object]>([
    [
      'shows a message to one person',
      (sender) => sender.postEphemeral(HELLO, { channel: 'C0', user: 'U0', threadTs: '1.1' }),
      undefined,
      [
        'chat.postEphemeral',
        { channel: 'C0', thread_ts: '1.1', user: 'U0', text: 'Bonjour', blocks: [], ...AS_WRITTEN },
      ],
    ],
    [
      'takes a message away',
      (sender) => sender.remove('C0', '1.1'),
      undefined,
      ['chat.delete', { channel: 'C0', ts: '1.1' }],
    ],
    [
      'opens a window',
      (sender) => sender.openView(VIEW, '12.34.ab56'),
      'V0NEW',
      ['views.open', { trigger_id: '12.34.ab56', view: SEALED_VIEW }],
    ],
    [
      'changes a window',
      (sender) => sender.updateView(VIEW, 'V0NEW'),
      undefined,
      ['views.update', { view_id: 'V0NEW', view: SEALED_VIEW }],
    ],
    [
      'shows the home',
      (sender) => sender.publishHome({ type: 'home', blocks: [] }, 'U0'),
      undefined,
      ['views.publish', { user_id: 'U0', view: { type: 'home', blocks: [] } }],
    ],
    [
      'begins a stream with whole paragraphs',
      (sender) => sender.startStream({ channel: 'D0', threadTs: '1.1', user: 'U0', team: 'T0' }, [['Oui.'], ['Non.']]),
      { ts: '2.2' },
      [
        'chat.startStream',
        {
          channel: 'D0',
          thread_ts: '1.1',
          recipient_user_id: 'U0',
          recipient_team_id: 'T0',
          markdown_text: 'Oui.\n\nNon.\n\n',
        },
      ],
    ],
    [
      'goes on with a stream',
      (sender) => sender.appendStream([['Peut-être.']], { channel: 'D0', ts: '2.2' }),
      undefined,
      ['chat.appendStream', { channel: 'D0', ts: '2.2', markdown_text: 'Peut-être.\n\n' }],
    ],
    [
      'ends a stream, which is then known by its identifier',
      (sender) => sender.stopStream({ blocks: [{ type: 'divider' }] }, { channel: 'D0', ts: '2.2', id: ID }),
      undefined,
      ['chat.stopStream', { channel: 'D0', ts: '2.2', blocks: [{ type: 'divider' }], metadata: METADATA }],
    ],
    [
      'offers questions',
      (sender) => sender.suggestPrompts([{ title: ['Taille'], message: ['Quelle taille ?'] }], { channel: 'D0' }),
      undefined,
      [
        'assistant.threads.setSuggestedPrompts',
        { channel_id: 'D0', prompts: [{ title: 'Taille', message: 'Quelle taille ?' }] },
      ],
    ],
    [
      'names a thread',
      (sender) => sender.setTitle(['Taille'], { channel: 'D0', threadTs: '1.1' }),
      undefined,
      ['assistant.threads.setTitle', { channel_id: 'D0', thread_ts: '1.1', title: 'Taille' }],
    ],
    ['opens a conversation', (sender) => sender.openIm('U0'), 'D0', ['conversations.open', { users: 'U0' }]],
    [
      'asks who a person is',
      (sender) => sender.findPerson('U0'),
      { locale: 'en-US', zone: 'Europe/London' },
      ['users.info', { user: 'U0', include_locale: true }],
    ],
  ])('%s', async (_, act, result, call) => {
    const { sender, calls } = createTest({
      'views.open': { view: { id: 'V0NEW' } },
      'chat.startStream': { ts: '2.2' },
      'conversations.open': { channel: { id: 'D0' } },
      'users.info': { user: { locale: 'en-US', tz: 'Europe/London' } },
    });
    expect(await act(sender)).toEqual(result);
    expect(calls).toEqual([call]);
  });

  it('sends a file in three steps, its bytes to Slack alone', async () => {
    const asked = { upload_url: 'https://files.slack.com/upload/x', file_id: 'F0NEW' };
    const { sender, calls, sent } = createTest({ 'files.getUploadURLExternal': asked });
    const bytes = new TextEncoder().encode('a;b');
    const file = { name: ['calcul.csv'], title: ['Détail du calcul'], bytes, altText: ['un tableau'] };
    await sender.sendFile(file, { channel: 'D0', threadTs: '1.1', comment: ['Voici le détail.'] });
    expect(calls).toEqual([
      ['files.getUploadURLExternal', { filename: 'calcul.csv', length: 3, alt_txt: 'un tableau' }],
      [
        'files.completeUploadExternal',
        {
          channel_id: 'D0',
          thread_ts: '1.1',
          initial_comment: 'Voici le détail.',
          files: [{ id: 'F0NEW', title: 'Détail du calcul' }],
        },
      ],
    ]);
    expect(sent).toEqual([['https://files.slack.com/upload/x', bytes]]);
    const elsewhere = createTest({ 'files.getUploadURLExternal': { ...asked, upload_url: 'https://exemple.fr/x' } });
    await expect(elsewhere.sender.sendFile(file, { channel: 'D0' })).rejects.toMatchObject({
      code: 'ERR_SLACK_ADRESSE',
    });
    expect(elsewhere.sent).toEqual([]);
  });

  it('says when a click is too old, and when a person is unknown', async () => {
    const late = createTest({ 'views.open': 'expired_trigger_id' });
    await expect(late.sender.openView(VIEW, '12.34.ab56')).rejects.toMatchObject({ code: 'ERR_SLACK_TROP_TARD' });
    const unknown = createTest({ 'users.info': 'user_not_found' });
    expect(await unknown.sender.findPerson('U0')).toEqual({});
    const gone = createTest({ 'chat.delete': 'message_not_found' });
    await expect(gone.sender.remove('C0', '1.1')).resolves.toBeUndefined();
  });
});

describe('a message that may have been sent', () => {
  const Ours = { ts: '2.2', user: 'U0BOT', metadata: METADATA };

  it.each<[string, readonly object[], unknown]>([
    ['is found by its identifier', [{ ts: '1.1', user: 'U0' }, Ours], { ts: '2.2' }],
    ['is not another of ours', [{ ...Ours, metadata: { ...METADATA, event_payload: { id: 'x' } } }], undefined],
    [
      'may be a stream that was never ended',
      [{ ts: '3.3', user: 'U0BOT', streaming_state: 'in_progress' }],
      { ts: '3.3' },
    ],
    ['is no stream that was ended', [{ ts: '3.3', user: 'U0BOT', streaming_state: 'completed' }], undefined],
    ['is no stream of somebody else', [{ ts: '3.3', user: 'U0', streaming_state: 'in_progress' }], undefined],
  ])('%s', async (_, messages, found) => {
    const { sender, calls } = createTest({ 'conversations.replies': { messages } });
    expect(await sender.findSent('D0', '1.1', ID)).toEqual(found);
    expect(calls).toEqual([
      ['conversations.replies', { channel: 'D0', ts: '1.1', limit: 200, include_all_metadata: true }],
    ]);
  });

  it('is looked for on several pages, and is not known where the bot may not read', async () => {
    const { sender, calls } = createTest({
      'conversations.history': { messages: [], response_metadata: { next_cursor: 'abc' } },
    });
    expect(await sender.findSent('D0', undefined, ID)).toBeUndefined();
    expect(calls).toHaveLength(5);
    expect(calls[1]).toMatchObject(['conversations.history', { cursor: 'abc' }]);
    const closed = createTest({ 'conversations.replies': 'missing_scope' });
    expect(await closed.sender.findSent('C0', '1.1', ID)).toBe('inconnu');
  });
});
