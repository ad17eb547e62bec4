import { z } from 'zod';
import { keyOf } from '../workspace.ts';
import type { World } from '../world.ts';

/** An event as the Events API tells it. */
export type SlackEvent = { readonly type: string; readonly [key: string]: unknown };

/** Scope that lets a bot get an event. */
const SCOPES: Readonly<Record<string, string>> = {
  app_mention: 'app_mentions:read',
  'message.im': 'im:history',
  'message.channels': 'channels:history',
};

/** What is read here of an event; events about something else than messages have other fields. */
const Heard = z.looseObject({
  type: z.string(),
  subtype: z.string().optional(),
  channel_type: z.string().optional(),
  channel: z.string().optional().catch(undefined),
  ts: z.string().optional(),
  thread_ts: z.string().optional(),
  user: z.string().optional().catch(undefined),
  text: z.string().default(''),
});

/**
 * Takes note of what a person wrote.
 * @param foreign whether the event comes from another team, whose channels are not known here
 * @throws {Error} when the app would not get such an event: a test that passes on it would prove nothing
 */
export function hearEvent(event: SlackEvent, foreign: boolean, { settings, workspace }: World): void {
  const { type, subtype, channel_type: kind = 'channel', channel, ts, thread_ts, user, text } = Heard.parse(event);
  const name = type === 'message' ? `message.${kind === 'channel' ? 'channels' : kind}` : type;
  if (!settings.events.includes(name)) throw new Error(`the app is not subscribed to ${name}`);
  if (name === 'app_home_opened' && !settings.homeTab && event.tab === 'home') throw new Error('the app has no home');
  const former = name.startsWith('assistant_thread_') ? 'assistant' : 'agent';
  if (/^(?:assistant_thread|app_context)_/.test(name) && former !== settings.experience) {
    throw new Error(`${name} is for the ${former} experience, this app has the other`);
  }
  const scope = SCOPES[name];
  if (scope !== undefined && !settings.scopes.includes(scope)) throw new Error(`${name} needs the scope ${scope}`);
  if (channel === undefined || foreign) return;
  if (!workspace.channels.get(channel)?.member) throw new Error(`the bot is not in ${channel}: it hears nothing there`);
  if (ts === undefined || user === undefined || subtype !== undefined) return;
  const reply = thread_ts !== undefined && thread_ts !== ts;
  workspace.said.set(keyOf({ channel, ts }), { channel, ts, user, text, ...(reply ? { thread_ts } : {}) });
  if (!reply) return;
  const first = keyOf({ channel, ts: thread_ts });
  if (workspace.messages.has(first) || workspace.said.has(first)) return;
  // A thread that began before the test.
  workspace.said.set(first, { channel, ts: thread_ts, user, text: '' });
}
