import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { loadManifest } from '#bot/slack/testing/load-manifest.ts';
import type { FakeSlack } from '#bot/testing/fake-slack/fake-slack.ts';
import { startFakeSlack } from '#bot/testing/fake-slack/start-fake-slack.ts';
import type { Script } from '../bench/slack/load-scripts.ts';
import { listPlaces } from '../bench/slack/make-plan.ts';
import { createRandom, drawIndex, type Random } from '../bench/slack/random.ts';
import { type Asked, createPeople } from './ask-questions.ts';
import type { ChaosRun } from './chaos-run.ts';
import { type ChaosVerdict, judgeChaos } from './judge-chaos.ts';
import { listUnsure, type Unsure } from './list-unsure.ts';
import { startVictim, type Victim } from './start-victim.ts';

/** What a run has shown. */
export type ChaosReport = ChaosVerdict & {
  readonly asked: Asked;
  readonly violations: readonly string[];
  /** What the journal holds, by code. */
  readonly incidents: ReadonlyMap<string, readonly string[]>;
  /** Kills that fell between a send and its record, and sends that Slack had taken then. */
  readonly killsBetween: number;
  readonly sendsBetween: number;
  readonly readyMs: readonly number[];
  /** From questions to their first status, after the last kill. */
  readonly statusMs: readonly number[];
  readonly peakMb: number;
  readonly stopMs: number;
};

/** Life of the process before it is killed, from when it is connected, in milliseconds. */
const [SHORTEST_LIFE_MS, LIFE_SPREAD_MS] = [250, 700];
/** How late Slack answers a post, in milliseconds at most: a kill may then fall between the send and its record. */
const LATEST_REPLY_MS = 120;
/** Sent again every second, so that what is lost is ours. */
const RETRIES_MS = Array.from({ length: 60 }, () => 1000);
/** Calls that are answered late. */
const LATE: ReadonlySet<string> = new Set([
  'chat.postMessage',
  'chat.update',
  'chat.startStream',
  'chat.stopStream',
  'response_url',
]);
/** How long people go on after the last kill; what waited until then is answered within the first part of it. */
const [CALM_MS, BACKLOG_MS] = [6000, 3000];
/** Longest wait for the last answers, and how often they are looked at. */
const [QUIET_MS, LOOK_MS] = [60_000, 500];

/** The questions that people ask, and their answers, for a bot of that name. */
export type Scripts = (botUserId: string) => Promise<readonly Script[]>;

/** Kills the real program again and again while people ask, then looks at what they were told. */
export async function playChaos(run: ChaosRun, scripts: Scripts, again: readonly string[]): Promise<ChaosReport> {
  const random = createRandom(run.seed);
  const fake = await openSlack(run, random);
  const dataDir = mkdtempSync(join(tmpdir(), 'cpts-chaos-'));
  try {
    const people = createPeople(fake, await scripts(fake.botUserId), random);
    const killed = await killOften(run, { fake, dataDir, random, act: people.act });
    await withTimeout(people.settle(), QUIET_MS);
    const judge = () => judgeChaos(people.asked, { messages: fake.messages(), again, unsure: killed.unsure });
    for (let waited = 0; judge().faults.length > 0 && waited < QUIET_MS; waited += LOOK_MS) await sleep(LOOK_MS);
    const { ms: stopMs, code } = await killed.last.stop();
    const violations = [...fake.takeViolations(), ...(code === 0 ? [] : [`the last process ended with ${code}`])];
    const statusMs = listStatusMs(people.asked, fake, killed.calmFrom);
    const incidents = listIncidents(dataDir);
    return { ...judge(), ...killed, asked: people.asked, violations, incidents, statusMs, stopMs };
  } finally {
    await fake.close({ expected: true });
    rmSync(dataDir, { recursive: true, force: true });
  }
}

function openSlack({ door, canRead }: ChaosRun, random: Random): Promise<FakeSlack> {
  const { features, oauth_config: oauth, settings } = loadManifest();
  const { bot, bot_optional: optional } = oauth.scopes;
  return startFakeSlack({
    scopes: canRead ? [...bot, ...optional] : bot,
    events: settings.event_subscriptions.bot_events,
    commands: features.slash_commands.map(({ command }) => command),
    channels: listPlaces(),
    people: listPlaces().flatMap(({ user }) => (user ? [{ id: user, locale: 'fr-FR', tz: 'Europe/Paris' }] : [])),
    delivery: door,
    // Slack does not promise to recognise a message that is sent again.
    deduplicate: false,
    retryDelaysMs: RETRIES_MS,
    socketWaitMs: 3000,
    faults: ({ method }) => (LATE.has(method) ? { kind: 'late', ms: drawIndex(random, LATEST_REPLY_MS) } : undefined),
  });
}

/** What the kills have shown. */
type Killed = Pick<ChaosReport, 'killsBetween' | 'sendsBetween' | 'readyMs' | 'peakMb'> & {
  readonly last: Victim;
  /** When the last process was connected, by the clock. */
  readonly calmFrom: number;
  readonly unsure: ReadonlyMap<string, number>;
};

type Stage = {
  readonly fake: FakeSlack;
  readonly dataDir: string;
  readonly random: Random;
  readonly act: () => void;
};

async function killOften({ door, kills, perSecond }: ChaosRun, { fake, dataDir, random, act }: Stage): Promise<Killed> {
  const found = { killsBetween: 0, sendsBetween: 0, peakMb: 0 };
  const [readyMs, unsure] = [[] as number[], new Map<string, number>()];
  let calmFrom = 0;
  let victim = await startVictim(fake, dataDir, door);
  const acting = setInterval(act, 1000 / perSecond);
  try {
    for (let count = 0; count < kills; count += 1) {
      await sleep(SHORTEST_LIFE_MS + drawIndex(random, LIFE_SPREAD_MS));
      found.peakMb = Math.max(found.peakMb, victim.readPeakMb());
      await victim.kill();
      const left = listUnsure(dataDir);
      for (const { id } of left) unsure.set(toDeed(id), (unsure.get(toDeed(id)) ?? 0) + 1);
      const taken = left.filter((one) => isTaken(one, fake));
      found.killsBetween += taken.length > 0 ? 1 : 0;
      found.sendsBetween += taken.length;
      victim = await startVictim(fake, dataDir, door);
      readyMs.push(victim.readyMs);
      calmFrom = Date.now();
    }
    await sleep(CALM_MS);
  } finally {
    clearInterval(acting);
  }
  return { ...found, readyMs, calmFrom, unsure, last: victim };
}

/** The question or the command that a work is for, whatever its version. */
function toDeed(id: string): string {
  return id.split(' ').slice(0, 3).join(' ').trim();
}

/** Slack has the message, or a stream that was begun for it. */
function isTaken({ id, messageId }: Unsure, fake: FakeSlack): boolean {
  const [, channel, question] = id.split(' ');
  return fake.messages().some((message) => {
    const isOpen = message.stream?.state === 'open' && message.channel === channel && message.thread_ts === question;
    return isOpen || message.client_msg_id === messageId;
  });
}

/** From each question to the first status of its thread, once all that had waited was answered. */
function listStatusMs({ there }: Asked, fake: FakeSlack, calmFrom: number): readonly number[] {
  const first = new Map<string, number>();
  for (const { channel, thread_ts: ts, at } of fake.statuses()) {
    if (!first.has(`${channel} ${ts}`)) first.set(`${channel} ${ts}`, at);
  }
  return there.flatMap(({ channel, ts }) => {
    const [asked, at] = [Number(ts) * 1000, first.get(`${channel} ${ts}`)];
    return at === undefined || asked < calmFrom + BACKLOG_MS ? [] : [Math.max(0, at - asked)];
  });
}

const Line = z.looseObject({ code: z.string().startsWith('ERR_').optional().catch(undefined) });

function listIncidents(dataDir: string): ReadonlyMap<string, readonly string[]> {
  const file = join(dataDir, 'journal.log');
  const lines = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
  const coded = lines.flatMap((line) => {
    const { code } = Line.parse(JSON.parse(line));
    return code ? [{ code, line }] : [];
  });
  const byCode = Map.groupBy(coded, ({ code }) => code);
  return new Map([...byCode].map(([code, own]) => [code, own.map(({ line }) => line)]));
}

async function withTimeout(ending: Promise<void>, ms: number): Promise<void> {
  await Promise.race([ending, sleep(ms, undefined, { ref: false })]);
}
