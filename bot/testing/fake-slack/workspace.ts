import type { StoredFile } from './files/stored-file.ts';
import type { Person } from './people.ts';
import type { Block } from './schemas/block-schemas.ts';
import type { Channel, Settings } from './settings.ts';
import { createViews, type Views } from './views/views.ts';

/** What an application notes on a message, for applications to read. */
export type Metadata = { readonly event_type: string; readonly event_payload: Readonly<Record<string, unknown>> };

/** How a streamed message was written, by the clock of the fake. */
export type Stream = {
  /** `stopped` by the bot, `halted` by a person, `expired` when its time was over. */
  readonly state: 'open' | 'stopped' | 'halted' | 'expired';
  readonly startedAt: number;
  /** When people read its first words. */
  readonly firstWordsAt?: number;
  readonly endedAt?: number;
};

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
  readonly metadata?: Metadata;
  /** Files shared with it, by their identifiers. */
  readonly files?: readonly string[];
  /** For a streamed message: what people read at this instant is in `text` and `blocks`. */
  readonly stream?: Stream;
};

/** A message that one person alone sees. */
export type Ephemeral = Omit<BotMessage, 'kind' | 'client_msg_id' | 'metadata' | 'files' | 'stream'> & {
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

/** Prompts offered to a person who is about to write. */
export type Prompts = {
  readonly channel: string;
  readonly thread_ts?: string;
  readonly title?: string;
  readonly prompts: readonly { readonly title: string; readonly message: string }[];
};

/** Title given to a thread. */
export type ThreadTitle = { readonly channel: string; readonly thread_ts: string; readonly title: string };

/** Everything that can be seen in the workspace; keys of the maps come from `keyOf`. */
export type Workspace = {
  readonly channels: Map<string, Channel>;
  readonly people: Map<string, Person>;
  readonly messages: Map<string, BotMessage>;
  /** Keys of the messages posted with a `client_msg_id`, by channel and identifier. */
  readonly posted: Map<string, string>;
  readonly ephemerals: Map<string, Ephemeral>;
  readonly said: Map<string, Said>;
  readonly statuses: Status[];
  readonly prompts: Prompts[];
  readonly titles: ThreadTitle[];
  /** Files of the bot, by their identifiers. */
  readonly files: Map<string, StoredFile>;
  readonly views: Views;
  /** A new timestamp: later than every other, close to the clock. */
  nextTs(): string;
};

/** Opens the workspace with its channels and nothing in them. */
export function createWorkspace(settings: Settings): Workspace {
  let last = 0;
  return {
    channels: new Map(settings.channels.map((channel) => [channel.id, channel])),
    people: new Map(settings.people.map((person) => [person.id, person])),
    messages: new Map(),
    posted: new Map(),
    ephemerals: new Map(),
    said: new Map(),
    statuses: [],
    prompts: [],
    titles: [],
    files: new Map(),
    views: createViews(settings.now),
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
