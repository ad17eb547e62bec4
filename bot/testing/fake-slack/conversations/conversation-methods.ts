import type { z } from 'zod';
import { defineMethod, type Method } from '../methods/method.ts';
import { type Reply, refuse, succeed } from '../methods/reply.ts';
import type { Channel } from '../settings.ts';
import { findChannel, keyOf } from '../workspace.ts';
import type { World } from '../world.ts';
import { ConversationInfo, History, Members, OpenConversation, Replies } from './conversation-schemas.ts';
import { cutPage, listConversation } from './list-conversation.ts';

/** The methods that read conversations, or open one. */
export const CONVERSATION_METHODS: readonly Method[] = [
  defineMethod({ name: 'conversations.open', schema: OpenConversation, scopes: ['im:write'], run: open }),
  defineMethod({ name: 'conversations.info', schema: ConversationInfo, run: tell }),
  defineMethod({ name: 'conversations.members', schema: Members, run: listMembers }),
  defineMethod({ name: 'conversations.history', schema: History, run: listHistory }),
  defineMethod({ name: 'conversations.replies', schema: Replies, run: listReplies }),
];

function open({ users }: z.output<typeof OpenConversation>, { workspace }: World): Reply {
  if (!workspace.people.has(users)) return refuse('user_not_found');
  const channel = findChannel(workspace, users);
  return channel === undefined ? refuse('channel_not_found') : succeed({ channel: { id: channel.id } });
}

function tell({ channel: id }: z.output<typeof ConversationInfo>, world: World): Reply {
  const found = findReadable(id, 'read', world);
  if (found.kind === 'refused') return found.reply;
  const { kind, member, archived = false, user } = found.channel;
  const name = kind === 'im' ? {} : { name: id.toLowerCase(), name_normalized: id.toLowerCase() };
  const im = kind === 'im';
  const parts = {
    is_channel: !im,
    is_im: im,
    is_mpim: false,
    is_private: im,
    is_archived: archived,
    is_member: member,
  };
  return succeed({ channel: { id, ...name, ...parts, ...(user === undefined ? {} : { user }) } });
}

function listMembers(args: z.output<typeof Members>, world: World): Reply {
  const found = findReadable(args.channel, 'read', world);
  if (found.kind === 'refused') return found.reply;
  const { kind, people, user, member } = found.channel;
  const all = people ?? (kind === 'im' ? [user ?? ''] : [...world.workspace.people.keys()]);
  const { items, ...rest } = cutPage([...all, ...(member ? [world.settings.botUserId] : [])], args);
  return succeed({ members: items, ...rest });
}

/** Newest first, without what stands in threads. */
function listHistory(args: z.output<typeof History>, world: World): Reply {
  const found = findReadable(args.channel, 'history', world);
  if (found.kind === 'refused') return found.reply;
  const all = listConversation(args, world).filter(({ ts, thread_ts = ts }) => thread_ts === ts);
  const { items, ...rest } = cutPage(all.toReversed(), args);
  return succeed({ messages: items, ...rest });
}

/** Oldest first, after the message that began the thread. */
function listReplies(args: z.output<typeof Replies>, world: World): Reply {
  const found = findReadable(args.channel, 'history', world);
  if (found.kind === 'refused') return found.reply;
  const { messages, said } = world.workspace;
  const key = keyOf(args);
  if (!messages.has(key) && !said.has(key)) return refuse('thread_not_found');
  const all = listConversation(args, world).filter(({ ts, thread_ts }) => (thread_ts ?? ts) === args.ts);
  const { items, ...rest } = cutPage(all, args);
  return succeed({ messages: items, ...rest });
}

type Readable =
  | { readonly kind: 'found'; readonly channel: Channel }
  | { readonly kind: 'refused'; readonly reply: Reply };

/** Scopes of reading may be left out by who installs the bot: it asks, and does without. */
function findReadable(id: string, what: 'read' | 'history', { workspace, settings }: World): Readable {
  const channel = workspace.channels.get(id);
  if (channel === undefined) return { kind: 'refused', reply: refuse('channel_not_found') };
  const needed = `${channel.kind === 'im' ? 'im' : 'channels'}:${what}`;
  if (!settings.scopes.includes(needed)) {
    return { kind: 'refused', reply: refuse('missing_scope', [], { needed, provided: settings.scopes.join(',') }) };
  }
  if (channel.member || what === 'read') return { kind: 'found', channel };
  return { kind: 'refused', reply: refuse(channel.kind === 'im' ? 'channel_not_found' : 'not_in_channel') };
}
