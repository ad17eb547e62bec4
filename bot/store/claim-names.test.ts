import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, it } from 'vitest';
import { EVENT_KEEP_MS } from './claim-names.ts';
import { openStore } from './open-sqlite-store.ts';
import { createFolder, openBeside, openTemporary } from './testing/open-temporary.ts';

const NOW = Date.UTC(2026, 10, 2);
const NAMES = Array.from({ length: 100 }, (_, index) => `Ev${index}`);

describe('claimEvent', () => {
  it('is true once, then false', async () => {
    const store = await openTemporary();
    expect(await store.claimEvent('T1', ['Ev1', 'env1'], NOW)).toBe(true);
    expect(await store.claimEvent('T1', ['Ev1', 'env1'], NOW)).toBe(false);
  });

  it('is false when any name was seen, and keeps the other names', async () => {
    const store = await openTemporary();
    await store.claimEvent('T1', ['Ev1', 'env1'], NOW);
    expect(await store.claimEvent('T1', ['env2', 'Ev1', 'C1:1.1:'], NOW)).toBe(false);
    expect(await store.claimEvent('T1', ['env2'], NOW)).toBe(false);
    expect(await store.claimEvent('T1', ['C1:1.1:'], NOW)).toBe(false);
  });

  it('takes one name given twice for one name', async () => {
    const store = await openTemporary();
    expect(await store.claimEvent('T1', ['Ev1', 'Ev1'], NOW)).toBe(true);
    expect(await store.claimEvent('T1', ['Ev1', 'Ev1'], NOW)).toBe(false);
  });

  it('is true for an event without a name, of which nothing can have been seen', async () => {
    const store = await openTemporary();
    expect(await store.claimEvent('T1', [], NOW)).toBe(true);
  });

  it('keeps workspaces apart', async () => {
    const store = await openTemporary();
    expect(await store.claimEvent('T1', ['C1:1.1:'], NOW)).toBe(true);
    expect(await store.claimEvent('T2', ['C1:1.1:'], NOW)).toBe(true);
  });

  it.each([
    ['just before 24 hours', EVENT_KEEP_MS - 1, false],
    ['at 24 hours', EVENT_KEEP_MS, true],
    ['just after 24 hours', EVENT_KEEP_MS + 1, true],
    ['when the clock has gone back', -1000, false],
  ])('%s (%d ms later), a claim on a name that was seen is %s', async (_when, later, expected) => {
    const store = await openTemporary();
    await store.claimEvent('T1', ['Ev1'], NOW);
    expect(await store.claimEvent('T1', ['Ev1'], NOW + later)).toBe(expected);
  });

  it('counts the 24 hours from the first sight, and again from a new claim', async () => {
    const store = await openTemporary();
    await store.claimEvent('T1', ['Ev1'], NOW);
    expect(await store.claimEvent('T1', ['Ev1'], NOW + EVENT_KEEP_MS - 1)).toBe(false);
    expect(await store.claimEvent('T1', ['Ev1'], NOW + EVENT_KEEP_MS)).toBe(true);
    expect(await store.claimEvent('T1', ['Ev1'], NOW + EVENT_KEEP_MS + 1)).toBe(false);
  });

  it('remembers across a restart', async () => {
    const folder = createFolder();
    const before = await openStore(folder);
    await before.claimEvent('T1', ['Ev1'], NOW);
    await before.close();
    const after = await openTemporary(folder);
    expect(await after.claimEvent('T1', ['Ev1'], NOW)).toBe(false);
    expect(await after.claimEvent('T1', ['Ev2'], NOW)).toBe(true);
  });

  it('gives each event to one of many claims made at once', async () => {
    const store = await openTemporary();
    const claims = await Promise.all(NAMES.map((_, index) => store.claimEvent('T1', [`Ev${index % 10}`], NOW)));
    expect(claims.filter(Boolean)).toHaveLength(10);
  });

  it.each([
    ['claimEvent', "store.claimEvent('T1', names, now)"],
    ['receiveWork', "store.receiveWork('T1', names, { id: name, kind: 'message', payload: '{}', user: 'U1' }, now)"],
  ])('gives each event to one of two processes (%s)', async (_name, call) => {
    const folder = createFolder();
    const [first, second] = await claimInTwoProcesses(folder, call);
    expect(first?.length).toBe(new Set(first).size);
    expect([...(first ?? []), ...(second ?? [])].sort()).toEqual([...NAMES].sort());
    const { kept } = openBeside(folder).prepare('select count(*) as kept from event').get() ?? {};
    expect(kept).toBe(200); // 100 events, each under its id and under that of its envelope
  });
});

/** Two processes open the same fresh folder at once, wait for each other, then claim the same names. */
async function claimInTwoProcesses(folder: string, call: string): Promise<readonly (readonly string[])[]> {
  const claimants = [startClaimant(folder, call), startClaimant(folder, call)];
  await Promise.all(claimants.map((claimant) => claimant.line()));
  for (const { child } of claimants) child.stdin?.end('go\n');
  return await Promise.all(claimants.map(async (claimant) => JSON.parse(await claimant.line())));
}

function startClaimant(folder: string, call: string): { readonly child: ChildProcess; line(): Promise<string> } {
  const program = `
    import { once } from 'node:events';
    import { pathToFileURL } from 'node:url';
    const [path, folder] = process.argv.slice(1);
    const { openStore } = await import(pathToFileURL(path));
    const store = await openStore(folder, { busyMs: 20_000 });
    console.log('ready');
    await once(process.stdin, 'data');
    const claimed = [];
    for (const name of ${JSON.stringify(NAMES)}) {
      const [names, now] = [[name, 'env-' + name], ${NOW}];
      if (await ${call}) claimed.push(name);
    }
    await store.close();
    console.log(JSON.stringify(claimed));
    process.exit();
  `;
  const path = join(import.meta.dirname, 'open-sqlite-store.ts');
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program, path, folder], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return { child, line: async () => String((await lines.next()).value) };
}
