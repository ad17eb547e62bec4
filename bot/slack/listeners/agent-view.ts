import type { App } from '@slack/bolt';
import { z } from 'zod';
import { suggestPrompts } from '../agent/suggest-prompts.ts';
import type { SlackContext } from '../slack-context.ts';

/** What we read of the opening of the conversation with the bot; its home is another matter. */
const Opened = z.object({ user: z.string(), channel: z.string(), tab: z.literal('messages') });

/** The agent view: questions are offered when the conversation is opened. */
export function listenToAgentView(app: App, context: SlackContext): void {
  app.event('app_home_opened', async ({ event }) => {
    const opened = Opened.safeParse(event);
    if (opened.success) await suggestPrompts(opened.data, context);
  });
}
