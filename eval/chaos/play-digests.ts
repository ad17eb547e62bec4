import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { Profil } from '#bot/answer/profil.ts';
import { toJourSemaine } from '#bot/digest/calendrier/create-calendrier.ts';
import { loadCalendrierDonnees, loadJours } from '#bot/digest/calendrier/load-calendrier.ts';
import { createReglages } from '#bot/digest/testing/create-reglages.ts';
import { findToday } from '#bot/find-today.ts';
import { INSTALLED } from '#bot/slack/testing/installed.ts';
import { type Program, startProgram } from '#bot/slack/testing/start-program.ts';
import { openStore } from '#bot/store/open-sqlite-store.ts';
import type { FakeSlack } from '#bot/testing/fake-slack/fake-slack.ts';
import { startFakeSlack } from '#bot/testing/fake-slack/start-fake-slack.ts';
import { addDays } from '#corpus/law/calendar-date.ts';

/** What is played: channels due at once, kills, and whether the bot may read the history of channels. */
export type DigestsRun = {
  readonly channels: number;
  readonly kills: number;
  readonly canRead: boolean;
  readonly seed: number;
};

/** What was seen in Slack at the end. */
export type DigestsReport = {
  readonly seconds: number;
  readonly once: number;
  readonly missing: number;
  /** Channels that have more than one message, and how many of the others say that they are sent again. */
  readonly repeated: number;
  readonly unmarked: number;
  /** Messages sent again that Slack knew by their identifier, and showed once. */
  readonly known: number;
  /** Kills that left a message in Slack which the database did not know to be there. */
  readonly killsBetween: number;
  readonly violations: readonly string[];
};

const TEAM_CHANNELS = 'channels:history';
/** Time that Slack takes for a message, in milliseconds. */
const DELAY_MS = 80;
/** Longest that a run may take, in milliseconds. */
const MOST_MS = 8 * 60_000;
/** A lease that a killed process leaves lasts a minute; the clock looks every minute. */
const LOOK_MS = 250;

/** Plays one run: two processes on one file, killed at random moments and started again, until every channel is served. */
export async function playDigests(run: DigestsRun): Promise<DigestsReport> {
  const folder = mkdtempSync(join(tmpdir(), 'cpts-chaos-digests-'));
  const ids = Array.from({ length: run.channels }, (_, index) => `C0N${toLetters(index)}`);
  const fake = await startFakeSlack({
    ...INSTALLED,
    scopes: [...(INSTALLED.scopes ?? []), ...(run.canRead ? [TEAM_CHANNELS] : [])],
    channels: ids.map((id) => ({ id, kind: 'channel', member: true })),
    rateLimit: { burst: 1, perSecond: 1 },
    // Slack takes its time, so that kills fall between a send and its record.
    faults: ({ method }) => (method === 'chat.postMessage' ? { kind: 'delay', ms: DELAY_MS } : undefined),
  });
  try {
    await subscribeAll(folder, fake, ids);
    const started = performance.now();
    const killsBetween = await killUntilServed(folder, fake, run);
    return { ...judge(fake, ids), killsBetween, seconds: (performance.now() - started) / 1000 };
  } finally {
    await fake.close({ expected: true });
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Every channel follows the same community, and its digest was due at the same minute. */
async function subscribeAll(folder: string, { teamId }: FakeSlack, channels: readonly string[]): Promise<void> {
  const { calendrier } = await loadJours(loadCalendrierDonnees());
  const hier = calendrier.toOuvre(addDays(findToday(), -1), 'metropole', 'precedent');
  const store = await openStore(folder);
  const profil = Profil.parse({ nom: 'CPTS du chaos', population: 85_000, signature: '2024-03-12' });
  await store.saveProfil(teamId, { id: 'BFGH', profil, editeurs: 'tous', savedBy: 'U0ALICE' }, 1);
  await store.placeProfil(teamId, 'espace', 'BFGH', 'U0ALICE', 1);
  const reglages = createReglages({ rythme: { kind: 'semaine', jour: toJourSemaine(hier) }, rappels: [] });
  for (const channel of channels) {
    const abonnement = { channel, reglages, savedBy: 'U0ALICE', prochainJour: hier, prochainAt: 0 };
    await store.saveAbonnement(teamId, abonnement, 1);
  }
  await store.close();
}

async function killUntilServed(
  folder: string,
  fake: FakeSlack,
  { kills, channels, seed }: DigestsRun,
): Promise<number> {
  const random = createRandom(seed);
  const programs = [start(folder, fake), start(folder, fake)];
  const end = performance.now() + MOST_MS;
  let between = 0;
  for (let done = 0; done < kills; done += 1) {
    const index = done % programs.length;
    const victim = programs[index];
    if (!victim) break;
    // A program that is still starting sends nothing: it dies at work.
    await victim.waitForLine('Connecté à Slack');
    await sleep(random() * 1500);
    victim.child.kill('SIGKILL');
    await once(victim.child, 'close');
    // What was on its way when the process died arrives all the same.
    await sleep(2 * DELAY_MS);
    if (countBetween(folder, fake) > 0) between += 1;
    programs[index] = start(folder, fake);
  }
  while (countServed(folder) < channels && performance.now() < end) await sleep(LOOK_MS);
  for (const { child } of programs) child.kill('SIGKILL');
  return between;
}

function start(folder: string, { botToken, appToken, apiUrl }: FakeSlack): Program {
  return startProgram({
    PATH: '/usr/bin:/bin',
    SLACK_BOT_TOKEN: botToken,
    SLACK_APP_TOKEN: appToken,
    SLACK_API_URL: apiUrl,
    DATA_DIR: folder,
  });
}

/** Messages that are in Slack, and that the database does not know to be there. */
function countBetween(folder: string, fake: FakeSlack): number {
  const posted = new Set(fake.messages().map(({ channel }) => channel));
  const rows = look(folder, "select channel from envoi where state = 'envoi'");
  return rows.filter(({ channel }) => posted.has(String(channel))).length;
}

function countServed(folder: string): number {
  return look(folder, "select channel from envoi where state in ('envoye', 'abandonne')").length;
}

function look(folder: string, sql: string) {
  const database = new DatabaseSync(join(folder, 'cpts-bot.sqlite'), { readOnly: true });
  try {
    return database.prepare(sql).all();
  } finally {
    database.close();
  }
}

function judge(fake: FakeSlack, channels: readonly string[]): Omit<DigestsReport, 'killsBetween' | 'seconds'> {
  const byChannel = Map.groupBy(fake.messages(), ({ channel }) => channel);
  const counts = channels.map((channel) => byChannel.get(channel) ?? []);
  const others = counts.flatMap((messages) => messages.slice(1));
  const unmarked = others.filter((message) => !JSON.stringify(message).includes('Reprise')).length;
  return {
    once: counts.filter((messages) => messages.length === 1).length,
    missing: counts.filter((messages) => messages.length === 0).length,
    repeated: others.length,
    unmarked,
    known: fake.deduplicated,
    violations: fake.takeViolations(),
  };
}

/** The same numbers for the same seed. */
function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** A number as letters, for the name of a channel. */
function toLetters(index: number): string {
  return index
    .toString(26)
    .replace(/./g, (digit) => String.fromCharCode(65 + Number.parseInt(digit, 26)))
    .padStart(4, 'A');
}
