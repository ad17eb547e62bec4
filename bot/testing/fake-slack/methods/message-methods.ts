import type { z } from 'zod';
import { checkContent } from '../content/check-content.ts';
import { checkChannel, checkThread, isThere } from '../content/check-place.ts';
import { editContent, postEphemeral, postMessage } from '../content/post-content.ts';
import { toSlackMessage } from '../content/to-slack-message.ts';
import { PermalinkOf, PlaceOfMessage, PostEphemeral, PostMessage, UpdateMessage } from '../schemas/argument-schemas.ts';
import { isStreamed } from '../streams/settle-stream.ts';
import { type BotMessage, findChannel, keyOf } from '../workspace.ts';
import type { World } from '../world.ts';
import { defineMethod, type Method } from './method.ts';
import { type Reply, refuse, succeed } from './reply.ts';

const scopes = ['chat:write'];

/** The methods that write messages. */
export const MESSAGE_METHODS: readonly Method[] = [
  defineMethod({ name: 'chat.postMessage', scopes, schema: PostMessage, run: post }),
  defineMethod({ name: 'chat.update', scopes, schema: UpdateMessage, run: update }),
  defineMethod({ name: 'chat.postEphemeral', scopes, schema: PostEphemeral, run: whisper }),
  defineMethod({ name: 'chat.getPermalink', schema: PermalinkOf, run: link }),
  defineMethod({ name: 'chat.delete', scopes, schema: PlaceOfMessage, run: remove }),
];

function post(args: z.output<typeof PostMessage>, world: World): Reply {
  const place = checkChannel(args.channel, world);
  if (place.kind === 'refused') return place.reply;
  const channel = place.channel.id;
  const { client_msg_id, metadata } = args;
  const first = world.settings.deduplicate ? findPosted(channel, client_msg_id, world) : undefined;
  if (first !== undefined) {
    world.journal.deduplicated += 1;
    return reportPosted(first, world);
  }
  const { thread_ts } = args;
  const lost = checkThread('chat.postMessage', { channel, thread_ts }, 'thread_not_found', world);
  if (lost !== undefined) return lost;
  const checked = checkContent('chat.postMessage', args, world);
  if (checked.kind === 'refused') return refuse(checked.error, checked.details);
  const extras = { ...(client_msg_id === undefined ? {} : { client_msg_id }), ...(metadata ? { metadata } : {}) };
  return reportPosted(postMessage(world, { channel, thread_ts }, checked.content, extras), world);
}

function update(args: z.output<typeof UpdateMessage>, world: World): Reply {
  const { workspace, journal, settings } = world;
  const place = checkChannel(args.channel, world);
  if (place.kind === 'refused') return place.reply;
  const key = keyOf({ channel: place.channel.id, ts: args.ts });
  const former = workspace.messages.get(key);
  if (former === undefined) {
    const error = workspace.said.has(key) ? 'cant_update_message' : 'message_not_found';
    journal.violate(`chat.update: ${key} is no message of the bot (${error})`);
    return refuse(error);
  }
  if (isStreamed(former, world)) {
    journal.violate(`chat.update: ${key} is still streamed`);
    return refuse('streaming_state_conflict');
  }
  const blocks = args.blocks ?? former.blocks;
  const checked = checkContent('chat.update', { text: args.text ?? former.text, blocks }, world);
  if (checked.kind === 'refused') return refuse(checked.error, checked.details);
  const { metadata = former.metadata } = args;
  const edited = editContent(world, metadata === undefined ? former : { ...former, metadata }, checked.content);
  const { channel, ts, text } = edited;
  return succeed({ channel, ts, text, message: toSlackMessage(edited, settings) });
}

function remove(args: z.output<typeof PlaceOfMessage>, world: World): Reply {
  const { workspace, journal, changes } = world;
  const place = checkChannel(args.channel, world);
  if (place.kind === 'refused') return place.reply;
  const { ts } = args;
  const key = keyOf({ channel: place.channel.id, ts });
  const message = workspace.messages.get(key);
  const isOpen = message !== undefined && isStreamed(message, world);
  if (isOpen || workspace.said.has(key)) {
    journal.violate(`chat.delete: ${key} is ${isOpen ? 'still streamed' : 'the message of a person'}`);
    return refuse('cant_delete_message');
  }
  // A reply may have been lost: that the message is already gone is no violation.
  if (!workspace.messages.delete(key)) return refuse('message_not_found');
  changes.changed();
  return succeed({ channel: place.channel.id, ts });
}

function whisper(args: z.output<typeof PostEphemeral>, world: World): Reply {
  const place = checkChannel(args.channel, world);
  if (place.kind === 'refused') return place.reply;
  if (!isThere(args.user, place.channel)) return refuse('user_not_in_channel');
  const where = { channel: place.channel.id, thread_ts: args.thread_ts };
  const lost = checkThread('chat.postEphemeral', where, 'thread_not_found', world);
  if (lost !== undefined) return lost;
  const checked = checkContent('chat.postEphemeral', args, world);
  if (checked.kind === 'refused') return refuse(checked.error, checked.details);
  return succeed({ message_ts: postEphemeral(world, where, args.user, checked.content).ts });
}

function link({ channel: id, message_ts: ts }: z.output<typeof PermalinkOf>, world: World): Reply {
  const { workspace } = world;
  const channel = findChannel(workspace, id)?.id;
  if (channel === undefined) return refuse('channel_not_found');
  const key = keyOf({ channel, ts });
  if (!workspace.messages.has(key) && !workspace.said.has(key)) return refuse('message_not_found');
  const permalink = `https://cpts.slack.com/archives/${channel}/p${ts.replace('.', '')}`;
  return succeed({ channel, permalink });
}

function findPosted(channel: string, id: string | undefined, { workspace }: World): BotMessage | undefined {
  return id === undefined ? undefined : workspace.messages.get(workspace.posted.get(`${channel}/${id}`) ?? '');
}

function reportPosted(message: BotMessage, { settings }: World): Reply {
  const { channel, ts } = message;
  return succeed({ channel, ts, message: toSlackMessage(message, settings) });
}
