import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from './open-sqlite-store.ts';
import type { Store } from './store.ts';
import { CALLS, USER } from './testing/call-store.ts';
import { createFolder, openBeside, openTemporary } from './testing/open-temporary.ts';

/** Functions that speak of no workspace. */
const OF_NO_TEAM: ReadonlySet<string> = new Set([
  'purge',
  'close',
  'saveConnu',
  'readConnu',
] satisfies readonly (keyof Store)[]);

/** What a workspace in which nothing was done is told, where it is not nothing at all. */
const NOTHING: Readonly<Record<string, unknown>> = {
  claimEvent: true,
  receiveWork: true,
  addTokens: 7,
  readTokens: 0,
  saveFeedback: false,
  forgetPerson: 0,
  planEnvois: false,
  noteEnvoi: false,
  listMarques: {},
};

/** What fails where there is no profile. */
const NEEDS_PROFIL: ReadonlySet<string> = new Set(['placeProfil', 'saveEstimation', 'saveMarque']);

/** Functions that undo: they come last, once everything else was looked at. */
const UNDOING: ReadonlySet<string> = new Set([
  'deleteEstimation',
  'finishEnvoi',
  'dropEnvoi',
  'suspendAbonnement',
  'deleteAbonnement',
  'unplaceProfil',
  'deleteProfil',
  'finishWork',
  'forgetPerson',
]);

it('has a call of every function of the store', async () => {
  const store = await openTemporary();
  const functions = Object.keys(store).filter((name) => !OF_NO_TEAM.has(name));
  expect(Object.keys(CALLS).sort()).toEqual(functions.sort());
});

describe('another workspace', () => {
  let store: Store;
  let folder: string;
  let before: unknown;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'cpts-isolation-'));
    store = await openStore(folder);
    await fill(store, 'A');
    before = await look(store, 'A');
  });
  afterAll(async () => {
    await store.close();
    rmSync(folder, { recursive: true });
  });

  it.each(Object.entries(CALLS))('reaches nothing by %s', async (name, call) => {
    // Each function has a workspace of its own, in which nothing was done.
    const told = await call(store, `B ${name}`).catch((error: { readonly code?: string }) => error.code);
    if (NEEDS_PROFIL.has(name)) expect(told).toBe('ERR_PROFIL_ABSENT');
    else expect([NOTHING[name], []]).toContainEqual(told ?? []);
    expect(await look(store, 'A')).toEqual(before);
  });
});

it('keeps the same ids apart in two workspaces', async () => {
  const store = await openTemporary();
  await fill(store, 'A');
  const before = await look(store, 'A');
  await fill(store, 'B');
  expect(await look(store, 'A')).toEqual(before);
  for (const name of UNDOING) await CALLS[name as keyof typeof CALLS](store, 'B');
  expect(await look(store, 'A')).toEqual(before);
});

it('leaves the name of a person who is forgotten in no table of her workspace', async () => {
  const folder = createFolder();
  const store = await openTemporary(folder);
  await fill(store, 'A');
  expect(listNaming(folder)).toContain('work');
  await store.forgetPerson('A', USER);
  expect(listNaming(folder)).toEqual([]);
});

/** Tables with a row that names the person. */
function listNaming(folder: string): readonly string[] {
  const database = openBeside(folder);
  const tables = database.prepare("select name from sqlite_schema where type = 'table'").all();
  return tables
    .map(({ name }) => String(name))
    .filter((name) => JSON.stringify(database.prepare(`select * from "${name}"`).all()).includes(USER));
}

async function fill(store: Store, team: string): Promise<void> {
  for (const [name, call] of Object.entries(CALLS)) if (!UNDOING.has(name)) await call(store, team);
}

/** All that can be read of a workspace. */
async function look(store: Store, team: string): Promise<unknown> {
  const seen = [];
  for (const name of READING) seen.push(await CALLS[name](store, team));
  return seen;
}

const READING = [
  'readFil',
  'readExchange',
  'readTokens',
  'takeUpWorks',
  'findProfils',
  'listLieux',
  'listLieux',
  'listProfils',
  'readProfil',
  'listTraces',
  'readAnswer',
  'listFeedback',
  'listEstimations',
  'readEstimation',
  'readAbonnement',
  'listAbonnements',
  'listAbonnementsDus',
  'listEnvois',
  'listMarques',
] as const;
