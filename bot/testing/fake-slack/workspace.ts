import type { Block } from './block-schemas.ts';
import type { Channel, Settings } from './settings.ts';

/** A message of the bot, as it stands. */
export type BotMessage = {
  readonly kind: 'message';
  readonly ts: string;
  readonly channel: string;
  readonly thread_ts?: string;
  readonly text: string;
  readonly blocks: readonly Block[];
  /** How often it was edited. */
  readonly edits: number;
  readonly client_msg_id?: string;
};

/** A message that one person alone sees. */
export type Ephemeral = Omit<BotMessage, 'kind' | 'client_msg_id'> & {
  readonly kind: 'ephemeral';
  readonly user: string;
};

/** A message of a person. */
export type Said = {
  readonly ts: string;
  readonly channel: string;
  readonly user: string;
  readonly text: string;
  readonly thread_ts?: string;
};

/** A status set on a thread; without `clearedBy` it is still shown. */
export type Status = {
  readonly channel: string;
  readonly thread_ts: string;
  readonly status: string;
  readonly loadingMessages: readonly string[];
  /** By the clock of the fake. */
  readonly at: number;
  readonly clearedBy?: 'message' | 'empty' | 'replaced' | 'timeout';
};

/** Everything that can be seen in the workspace; keys of the maps come from `keyOf`. */
export type Workspace = {
  readonly channels: Map<string, Channel>;
  readonly messages: Map<string, BotMessage>;
  readonly ephemerals: Map<string, Ephemeral>;
  readonly said: Map<string, Said>;
  readonly statuses: Status[];
  /** A new timestamp: later than every other, close to the clock. */
  nextTs(): string;
};

/** Opens the workspace with its channels and nothing in them. */
export function createWorkspace(settings: Settings): Workspace {
  let last = 0;
  return {
    channels: new Map(settings.channels.map((channel) => [channel.id, channel])),
    messages: new Map(),
    ephemerals: new Map(),
    said: new Map(),
    statuses: [],
    nextTs() {
      last = Math.max(last + 1, settings.now() * 1000);
      return `${Math.floor(last / 1_000_000)}.${String(last % 1_000_000).padStart(6, '0')}`;
    },
  };
}

/** Key of a message: timestamps are unique in a channel only. */
export function keyOf({ channel, ts }: { readonly channel: string; readonly ts: string }): string {
  return `${channel}/${ts}`;
}

/** The channel of that id; the id of a person opens the im with that person, as Slack does. */
export function findChannel(workspace: Workspace, id: string): Channel | undefined {
  const known = workspace.channels.get(id);
  if (known !== undefined || !id.startsWith('U')) return known;
  for (const channel of workspace.channels.values()) if (channel.kind === 'im' && channel.user === id) return channel;
  const opened: Channel = { id: `D0IM${id.slice(1)}`, kind: 'im', member: true, user: id };
  workspace.channels.set(opened.id, opened);
  return opened;
}
