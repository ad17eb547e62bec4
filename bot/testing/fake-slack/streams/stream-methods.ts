import type { z } from 'zod';
import { checkContent, MOST_SHOWN } from '../content/check-content.ts';
import { checkChannel, checkThread } from '../content/check-place.ts';
import { findMarkups } from '../content/find-markups.ts';
import { listShown } from '../content/list-shown.ts';
import { postMessage } from '../content/post-content.ts';
import { toSlackMessage } from '../content/to-slack-message.ts';
import { defineMethod, type Method } from '../methods/method.ts';
import { type Reply, refuse, succeed } from '../methods/reply.ts';
import type { Block } from '../schemas/block-schemas.ts';
import { type BotMessage, keyOf, type Stream } from '../workspace.ts';
import type { World } from '../world.ts';
import { settleStream } from './settle-stream.ts';
import { AppendStream, type Chunk, StartStream, StopStream } from './stream-schemas.ts';

const scopes = ['chat:write'];

/** The methods that write a message piece by piece. */
export const STREAM_METHODS: readonly Method[] = [
  defineMethod({ name: 'chat.startStream', scopes, schema: StartStream, run: start }),
  defineMethod({ name: 'chat.appendStream', scopes, schema: AppendStream, run: append }),
  defineMethod({ name: 'chat.stopStream', scopes, schema: StopStream, run: stop }),
];

type Pieces = { readonly markdown_text?: string | undefined; readonly chunks?: readonly Chunk[] | undefined };

function start(args: z.output<typeof StartStream>, world: World): Reply {
  const { settings, journal } = world;
  const place = checkChannel(args.channel, world);
  if (place.kind === 'refused') return place.reply;
  const thread = { channel: place.channel.id, thread_ts: args.thread_ts };
  const lost = checkThread('chat.startStream', thread, 'thread_not_found', world);
  if (lost !== undefined) return lost;
  const missing = (['recipient_team_id', 'recipient_user_id'] as const).find((name) => args[name] === undefined);
  if (place.channel.kind === 'channel' && missing !== undefined) {
    journal.violate(`chat.startStream: in a channel, ${missing} is needed`);
    return refuse(`missing_${missing}`);
  }
  const grown = grow({ text: '', blocks: [] }, args);
  if (measure(grown) > MOST_SHOWN) return refuse('msg_too_long');
  const startedAt = settings.now();
  const stream: Stream = { state: 'open', startedAt, ...(hasWords(grown) ? { firstWordsAt: startedAt } : {}) };
  const { channel, ts } = postMessage(world, thread, { ...grown, markups: [] }, { stream });
  return succeed({ channel, ts });
}

function append(args: z.output<typeof AppendStream>, world: World): Reply {
  const found = findOpen('chat.appendStream', args, world);
  if (found.kind === 'refused') return found.reply;
  if (args.markdown_text === undefined && (args.chunks ?? []).length === 0) {
    world.journal.violate('chat.appendStream: there is nothing to append');
    return refuse('no_text');
  }
  const grown = grow(found.message, args);
  if (measure(grown) > MOST_SHOWN) return refuse('msg_too_long');
  const { channel, ts } = write({ ...found.message, ...grown }, found.stream, world);
  return succeed({ channel, ts });
}

function stop(args: z.output<typeof StopStream>, world: World): Reply {
  const found = findOpen('chat.stopStream', args, world);
  if (found.kind === 'refused') return found.reply;
  const { message, stream } = found;
  const grown = grow(message, args);
  // What was streamed is the text for notifications: the blocks need no other.
  const checked = checkContent('chat.stopStream', { text: grown.text || ' ', blocks: args.blocks }, world);
  if (checked.kind === 'refused') return refuse(checked.error, checked.details);
  const blocks = [...grown.blocks, ...checked.content.blocks];
  const whole = { text: grown.text, blocks };
  if (measure(whole) > MOST_SHOWN) return refuse('msg_too_long');
  if (!hasWords(whole)) {
    world.journal.violate('chat.stopStream: the message would say nothing');
    return refuse('no_text');
  }
  const metadata = args.metadata ?? message.metadata;
  const ended: Stream = { ...stream, state: 'stopped', endedAt: world.settings.now() };
  const written = write({ ...message, ...whole, ...(metadata ? { metadata } : {}) }, ended, world);
  const markups = findMarkups([{ where: 'text', text: whole.text, marked: true }, ...listShown(blocks)]);
  const { channel, ts } = written;
  world.journal.markups.push(...markups.map((markup) => ({ ...markup, channel, ts })));
  for (const tell of world.onPosted) tell(written, message);
  return succeed({ channel, ts, message: toSlackMessage(written, world.settings) });
}

type Found =
  | { readonly kind: 'open'; readonly message: BotMessage; readonly stream: Stream }
  | { readonly kind: 'refused'; readonly reply: Reply };

/** That a stream is over is part of life: people and Slack end it too, and a reply may have been lost. */
function findOpen(subject: string, args: { readonly channel: string; readonly ts: string }, world: World): Found {
  const close = (error: string, violation?: string): Found => {
    if (violation !== undefined) world.journal.violate(`${subject}: ${violation}`);
    return { kind: 'refused', reply: refuse(error) };
  };
  const place = checkChannel(args.channel, world);
  if (place.kind === 'refused') return place;
  const key = keyOf({ channel: place.channel.id, ts: args.ts });
  const message = world.workspace.messages.get(key);
  if (world.workspace.said.has(key)) return close('message_not_owned_by_app', `${key} is the message of a person`);
  if (message === undefined) return close('message_not_found');
  if (message.stream === undefined) return close('message_not_in_streaming_state', `${key} was never streamed`);
  const { stream = message.stream } = settleStream(message, world);
  if (stream.state === 'open') return { kind: 'open', message, stream };
  return close(stream.state === 'halted' ? 'stopped_by_user' : 'message_not_in_streaming_state');
}

function write(message: BotMessage, stream: Stream, { workspace, settings, changes }: World): BotMessage {
  const first = stream.firstWordsAt ?? (hasWords(message) ? settings.now() : undefined);
  const written = { ...message, stream: { ...stream, ...(first === undefined ? {} : { firstWordsAt: first }) } };
  workspace.messages.set(keyOf(written), written);
  changes.changed();
  return written;
}

type Written = { readonly text: string; readonly blocks: readonly Block[] };

/** What is read once the pieces are there: the words in a block of their own, then the blocks. */
function grow({ text, blocks }: Written, { markdown_text = '', chunks = [] }: Pieces): Written {
  const added = chunks.map((chunk) => (chunk.type === 'markdown_text' ? chunk.text : '')).join('');
  const all = `${text}${markdown_text}${added}`;
  const others = [
    ...blocks.slice(text === '' ? 0 : 1),
    ...chunks.flatMap((one) => (one.type === 'blocks' ? one.blocks : [])),
  ];
  return { text: all, blocks: [...(all === '' ? [] : [{ type: 'markdown' as const, text: all }]), ...others] };
}

function measure({ blocks }: Written): number {
  return listShown(blocks).reduce((sum, { text }) => sum + text.length, 0);
}

function hasWords({ blocks }: Written): boolean {
  return blocks.length > 0;
}
