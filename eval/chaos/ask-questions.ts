import { setTimeout as sleep } from 'node:timers/promises';
import type { FakeSlack } from '#bot/testing/fake-slack/fake-slack.ts';
import type { Interaction } from '#bot/testing/fake-slack/interact.ts';
import type { Channel } from '#bot/testing/fake-slack/settings.ts';
import { createStamps } from '../bench/slack/create-people.ts';
import type { Script } from '../bench/slack/load-scripts.ts';
import { listPlaces } from '../bench/slack/make-plan.ts';
import { drawIndex, type Random } from '../bench/slack/random.ts';
import { toPlain, toPlainWords } from './to-plain.ts';

/** A question asked in a conversation, and what its answer must say in the end. */
export type AskedThere = {
  readonly channel: string;
  readonly ts: string;
  readonly threadTs: string;
  readonly expected: string;
  /** Whether it was acknowledged in the end: what Slack gives up sending was lost by Slack. */
  readonly isTaken: boolean;
};

/** A question asked by command; Slack sends a command once, and tells the person when nobody took it. */
export type AskedByCommand = { readonly interaction: Interaction; readonly expected: string };

/** What people have asked so far. */
export type Asked = {
  readonly there: readonly AskedThere[];
  readonly byCommand: readonly AskedByCommand[];
  readonly edits: number;
};

/** People who ask. */
export type People = {
  /** Somebody does something. */
  act(): void;
  readonly asked: Asked;
  /** Settles when all that was sent has arrived. */
  settle(): Promise<void>;
};

/** Shares of what people do; the rest are direct messages. */
const [COMMAND_SHARE, MENTION_SHARE] = [0.2, 0.4];
/** Share of the questions that are edited, and between the two, in milliseconds at most. */
const [EDIT_SHARE, LONGEST_EDIT_MS] = [0.15, 1500];
/** How often somebody looks whether she was answered, in milliseconds. */
const LOOK_MS = 200;

/** Lets people ask the questions of the scripts, wherever the bot is. */
export function createPeople(fake: FakeSlack, scripts: readonly Script[], random: Random): People {
  const asked = { there: [] as AskedThere[], byCommand: [] as AskedByCommand[], edits: 0 };
  const underWay = new Set<Promise<void>>();
  const places = listPlaces();
  const [channels, ims] = [places.filter(({ kind }) => kind === 'channel'), places.filter(({ kind }) => kind === 'im')];
  const short = scripts.filter(({ length }) => length === 1);
  // Without a question mark, the words may be those of a command.
  const long = short.filter(([turn]) => /\?\s*$/.test(turn?.text ?? ''));
  const stamp = createStamps();

  async function command([turn]: Script, { id, user = 'U0BENCH0' }: Channel): Promise<void> {
    if (!turn) return;
    const interaction = await fake.command({ text: turn.text, channel: id, user });
    asked.byCommand.push({ interaction, expected: turn.expected });
  }
  async function converse(script: Script, place: Channel): Promise<void> {
    let threadTs: string | undefined;
    for (const { text, expected } of script) {
      const ts = stamp();
      const one = { channel: place.id, ts, threadTs: threadTs ?? ts, expected, isTaken: false };
      asked.there.push(one);
      one.isTaken = (await say(place, { ts, text, ...(threadTs ? { thread_ts: threadTs } : {}) })).acked;
      threadTs ??= ts;
      // Nobody goes on before she has read the answer.
      while (script.length > 1 && !isAnswered(one, fake)) await sleep(LOOK_MS);
    }
  }
  async function askAndEdit([turn]: Script, place: Channel, [edited]: Script, pause: number): Promise<void> {
    if (!turn || !edited) return;
    const ts = stamp();
    const one = { channel: place.id, ts, threadTs: ts, expected: edited.expected, isTaken: false };
    asked.there.push(one);
    const first = say(place, { ts, text: turn.text });
    await sleep(pause);
    one.isTaken = (await edit(place, { ts, text: edited.text })).acked;
    asked.edits += 1;
    await first;
  }
  function say({ id: channel, kind, user = 'U0BENCH0' }: Channel, words: Words) {
    return kind === 'im' ? fake.directMessage({ channel, user, ...words }) : fake.mention({ channel, user, ...words });
  }
  function edit({ id: channel, kind, user = 'U0BENCH0' }: Channel, words: Words) {
    const speech = { channel, user, ...words };
    return kind === 'im' ? fake.editDirectMessage(speech) : fake.mention({ ...speech, edited: true });
  }
  function choose(): Promise<void> {
    const [what, isEdited] = [random(), random() < EDIT_SHARE];
    if (what < COMMAND_SHARE) return command(draw(long, random), draw(channels, random));
    const place = draw(what < COMMAND_SHARE + MENTION_SHARE ? channels : ims, random);
    if (isEdited)
      return askAndEdit(draw(short, random), place, draw(short, random), drawIndex(random, LONGEST_EDIT_MS));
    return converse(draw(scripts, random), place);
  }
  return {
    asked,
    act() {
      const noted = choose().finally(() => underWay.delete(noted));
      underWay.add(noted);
    },
    async settle() {
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };
}

function draw<T>(list: readonly T[], random: Random): T {
  const drawn = list[drawIndex(random, list.length)];
  if (drawn === undefined) throw new Error('nothing to draw from');
  return drawn;
}

type Words = { readonly ts: string; readonly text: string; readonly thread_ts?: string };

function isAnswered({ channel, threadTs, expected }: AskedThere, fake: FakeSlack): boolean {
  return fake
    .messages(channel)
    .some(
      ({ thread_ts: thread, blocks }) => thread === threadTs && toPlainWords({ blocks }).startsWith(toPlain(expected)),
    );
}
