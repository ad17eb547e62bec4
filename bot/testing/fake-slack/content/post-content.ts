import { type BotMessage, type Ephemeral, keyOf, type Status } from '../workspace.ts';
import type { World } from '../world.ts';
import type { Content } from './check-content.ts';

/** Where a message goes. */
export type Place = { readonly channel: string; readonly thread_ts?: string | undefined };

/** What a message has besides its content. */
export type Extras = Pick<BotMessage, 'client_msg_id' | 'metadata' | 'files' | 'stream'>;

/** Posts as the bot; the status of the thread goes away. */
export function postMessage(world: World, place: Place, content: Content, extras: Extras = {}): BotMessage {
  const { workspace } = world;
  const message: BotMessage = { kind: 'message', ...toParts(world, place, content), ...extras };
  workspace.messages.set(keyOf(message), message);
  const { client_msg_id: id } = message;
  if (id !== undefined) workspace.posted.set(`${message.channel}/${id}`, keyOf(message));
  clearStatus(workspace.statuses, place, 'message');
  noteMarkups(world, message, content);
  world.changes.changed();
  for (const tell of world.onPosted) tell(message);
  return message;
}

/** Shows a message to one person. */
export function postEphemeral(world: World, place: Place, user: string, content: Content): Ephemeral {
  const message: Ephemeral = { kind: 'ephemeral', user, ...toParts(world, place, content) };
  world.workspace.ephemerals.set(keyOf(message), message);
  noteMarkups(world, message, content);
  world.changes.changed();
  return message;
}

/** Replaces what a message says. */
export function editContent<T extends BotMessage | Ephemeral>(world: World, former: T, content: Content): T {
  const { text, blocks } = content;
  const edited: T = { ...former, text, blocks, edits: former.edits + 1 };
  const { messages, ephemerals } = world.workspace;
  if (edited.kind === 'message') messages.set(keyOf(edited), edited);
  else ephemerals.set(keyOf(edited), edited);
  noteMarkups(world, edited, content);
  world.changes.changed();
  if (edited.kind === 'message' && former.kind === 'message') {
    for (const tell of world.onPosted) tell(edited, former);
  }
  return edited;
}

/** Takes the status of a thread away, if there is one. */
export function clearStatus(statuses: Status[], { channel, thread_ts }: Place, by: Status['clearedBy'] & string): void {
  for (const [index, status] of statuses.entries()) {
    if (status.clearedBy !== undefined || status.channel !== channel || status.thread_ts !== thread_ts) continue;
    statuses[index] = { ...status, clearedBy: by };
  }
}

function toParts({ workspace }: World, { channel, thread_ts }: Place, { text, blocks }: Content) {
  const thread = thread_ts === undefined ? {} : { thread_ts };
  return { ts: workspace.nextTs(), channel, ...thread, text, blocks, edits: 0 };
}

function noteMarkups({ journal }: World, { channel, ts }: BotMessage | Ephemeral, { markups }: Content): void {
  journal.markups.push(...markups.map((markup) => ({ ...markup, channel, ts })));
}
