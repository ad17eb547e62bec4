import { afterAll, afterEach, beforeAll } from 'vitest';
import { listTexts } from '#bot/slack/testing/list-texts.ts';
import { startTestBot, type TestBot } from '#bot/slack/testing/start-test-bot.ts';
import type { BotMessage, Ephemeral } from '#bot/testing/fake-slack/workspace.ts';

/** Starts a bot for the tests of a file, and gives what they do with it, as a person would. */
export function openDesk() {
  let slack: TestBot;
  beforeAll(async () => {
    slack = await startTestBot({
      channels: [
        { id: 'C0GENERAL', kind: 'channel', member: true },
        { id: 'C0ELSEWHERE', kind: 'channel', member: false },
        { id: 'D0ALICE', kind: 'im', member: true, user: 'U0ALICE' },
        { id: 'D0BOB', kind: 'im', member: true, user: 'U0BOB' },
      ],
    });
  });
  afterEach(() => slack.fake.assertClean());
  afterAll(() => slack.close());

  /** What a person reads of the window on her screen. */
  const readView = (user = 'U0ALICE') => toText([slack.fake.view(user) ?? {}]);
  return {
    get slack() {
      return slack;
    },
    readView,
    /** Runs a command and gives what the asker reads, once there is a reply. */
    async run(text: string, place: { channel?: string; user?: string } = {}) {
      const asked = await slack.fake.command({ text, ...place });
      await slack.fake.waitFor(() => asked.responses().length > 0, { what: `the reply to « ${text} »` });
      const replies = asked.responses();
      return { asked, replies, reply: replies.at(-1) as Ephemeral, shown: toText(replies) };
    },
    findView(user = 'U0ALICE') {
      const view = slack.fake.view(user);
      if (!view) throw new Error('no window');
      return view;
    },
    /** Waits for a window that says something. */
    async waitView(said: string): Promise<string> {
      await slack.fake.waitFor(() => readView().includes(said), { what: `a window with « ${said} »` });
      return readView();
    },
    /** What the asker is told next, after so many replies. */
    async waitEphemeral(count: number): Promise<string> {
      await slack.fake.waitFor(() => slack.fake.ephemerals().length > count, { what: 'a reply to the asker' });
      return toText(slack.fake.ephemerals().slice(count));
    },
  };
}

/** Words of messages or of a window, with plain spaces. */
export function toText(shown: readonly Partial<Pick<BotMessage, 'blocks'>>[]): string {
  return shown
    .map(({ blocks }) => listTexts(blocks).join('\n'))
    .join('\n')
    .replaceAll(/[\u00a0\u202f]/g, ' ');
}
