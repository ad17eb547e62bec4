import type { Changes } from './changes.ts';
import { clearStatus } from './content/post-content.ts';
import type { StoredFile } from './files/stored-file.ts';
import type { Call, ShownMarkup } from './journal.ts';
import { settleStream } from './streams/settle-stream.ts';
import type { ShownView } from './views/views.ts';
import type { BotMessage, Ephemeral, Prompts, Status, ThreadTitle } from './workspace.ts';
import type { World } from './world.ts';

/** What can be seen of the bot. */
export type Observed = Pick<Changes, 'waitFor'> & {
  /** Messages of the bot that are still there, oldest first; of one channel or of all. */
  messages(channel?: string): readonly BotMessage[];
  /** Messages that one person alone sees. */
  ephemerals(channel?: string): readonly Ephemeral[];
  /** Every status that was set, with what cleared it. */
  statuses(channel?: string): readonly Status[];
  /** Prompts offered in conversations, oldest first; the last ones are those shown. */
  prompts(channel?: string): readonly Prompts[];
  /** Titles given to threads, oldest first. */
  titles(channel?: string): readonly ThreadTitle[];
  /** Files whose upload is complete, shared in that channel or anywhere; their bytes are there to be read. */
  files(channel?: string): readonly StoredFile[];
  /** The window on the screen of a person (`U0ALICE` unless told), or the one on top. */
  view(user?: string): ShownView | undefined;
  /** The windows on the screen of a person, the lowest first. */
  views(user?: string): readonly ShownView[];
  /** The home of the bot as a person sees it. */
  home(user?: string): ShownView | undefined;
  readonly calls: readonly Call[];
  /** Mentions, channels and links shown in messages; whether they were wanted is for the test to say. */
  readonly markups: readonly ShownMarkup[];
  /** What the bot did and Slack would not have taken, or would have regretted. */
  readonly violations: readonly string[];
  /** Takes the violations out: a test that expects some looks at them and stays strict about the rest. */
  takeViolations(): readonly string[];
  /** @throws {Error} listing the violations, if there are any */
  assertClean(): void;
};

/** Slack takes a status away after two minutes without a message. */
const STATUS_LIFE_MS = 120_000;

/** Looks at the world; what it returns as lists of messages never changes afterwards. */
export function observe(world: World): Observed {
  const { journal, workspace, changes, settings } = world;
  return {
    waitFor: changes.waitFor,
    messages: (channel) => ofChannel(workspace.messages.values(), channel).map((one) => settleStream(one, world)),
    prompts: (channel) => ofChannel(workspace.prompts, channel),
    titles: (channel) => ofChannel(workspace.titles, channel),
    files: (channel) =>
      [...workspace.files.values()].filter((file) => file.complete && (channel ?? file.channel) === file.channel),
    view: (user = 'U0ALICE') => workspace.views.windows.get(user)?.at(-1),
    views: (user = 'U0ALICE') => workspace.views.windows.get(user) ?? [],
    home: (user = 'U0ALICE') => workspace.views.homes.get(user),
    ephemerals: (channel) => ofChannel(workspace.ephemerals.values(), channel),
    statuses(channel) {
      for (const status of workspace.statuses) {
        const over = settings.now() - status.at >= STATUS_LIFE_MS;
        if (over && status.clearedBy === undefined) clearStatus(workspace.statuses, status, 'timeout');
      }
      return ofChannel(workspace.statuses, channel);
    },
    calls: journal.calls,
    markups: journal.markups,
    violations: journal.violations,
    takeViolations: () => journal.violations.splice(0),
    assertClean: () => assertClean(journal.violations),
  };
}

/** @throws {Error} listing the violations, if there are any */
export function assertClean(violations: readonly string[]): void {
  if (violations.length === 0) return;
  throw new Error(`the bot broke the rules of Slack:\n${violations.map((violation) => `- ${violation}`).join('\n')}`);
}

function ofChannel<T extends { readonly channel: string }>(
  all: Iterable<T>,
  channel: string | undefined,
): readonly T[] {
  return [...all].filter((one) => channel === undefined || one.channel === channel);
}
