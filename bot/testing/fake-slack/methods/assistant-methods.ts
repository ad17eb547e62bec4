import type { z } from 'zod';
import { checkChannel, checkThread } from '../content/check-place.ts';
import { clearStatus } from '../content/post-content.ts';
import { SetPrompts, SetStatus, SetTitle } from '../schemas/argument-schemas.ts';
import type { World } from '../world.ts';
import { defineMethod, type Method } from './method.ts';
import { type Reply, refuse, succeed } from './reply.ts';

const scopes = ['assistant:write'];

/** The methods that dress a conversation with an agent. */
export const ASSISTANT_METHODS: readonly Method[] = [
  defineMethod({ name: 'assistant.threads.setStatus', scopes: ['chat:write'], schema: SetStatus, run: setStatus }),
  defineMethod({ name: 'assistant.threads.setSuggestedPrompts', scopes, schema: SetPrompts, run: setPrompts }),
  defineMethod({ name: 'assistant.threads.setTitle', scopes, schema: SetTitle, run: setTitle }),
];

function setStatus(args: z.output<typeof SetStatus>, world: World): Reply {
  const { workspace, settings, changes } = world;
  const place = checkChannel(args.channel_id, world);
  if (place.kind === 'refused') return place.reply;
  const thread = { channel: place.channel.id, thread_ts: args.thread_ts };
  const lost = checkThread('assistant.threads.setStatus', thread, 'invalid_thread_ts', world);
  if (lost !== undefined) return lost;
  const { status, loading_messages: loadingMessages = [] } = args;
  clearStatus(workspace.statuses, thread, status === '' ? 'empty' : 'replaced');
  if (status !== '') workspace.statuses.push({ ...thread, status, loadingMessages, at: settings.now() });
  changes.changed();
  return succeed();
}

/** In the agent experience prompts belong to the conversation: given for a thread, Slack drops them in silence. */
function setPrompts(args: z.output<typeof SetPrompts>, world: World): Reply {
  const { workspace, settings, journal, changes } = world;
  const place = checkChannel(args.channel_id, world);
  if (place.kind === 'refused') return place.reply;
  const { thread_ts, title, prompts } = args;
  if (place.channel.kind !== 'im') {
    journal.violate('assistant.threads.setSuggestedPrompts: prompts are for the conversation with one person');
    return refuse('channel_not_found');
  }
  if (settings.experience === 'agent' && thread_ts !== undefined) {
    journal.violate('assistant.threads.setSuggestedPrompts: an agent gives no thread_ts, the prompts are lost');
    return succeed();
  }
  const channel = place.channel.id;
  const thread = thread_ts === undefined ? {} : { thread_ts };
  workspace.prompts.push({ channel, ...thread, ...(title === undefined ? {} : { title }), prompts });
  changes.changed();
  return succeed();
}

function setTitle({ channel_id, thread_ts, title }: z.output<typeof SetTitle>, world: World): Reply {
  const { workspace, changes } = world;
  const place = checkChannel(channel_id, world);
  if (place.kind === 'refused') return place.reply;
  const thread = { channel: place.channel.id, thread_ts };
  const lost = checkThread('assistant.threads.setTitle', thread, 'invalid_thread_ts', world);
  if (lost !== undefined) return lost;
  workspace.titles.push({ ...thread, title });
  changes.changed();
  return succeed();
}
