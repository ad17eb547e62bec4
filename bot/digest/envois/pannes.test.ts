import { describe, expect, it } from 'vitest';
import type { Store } from '#bot/store/store.ts';
import { openTemporary } from '#bot/store/testing/open-temporary.ts';
import { BotError } from '#corpus/law/bot-error.ts';
import {
  createWorld,
  DAY,
  HOUR,
  listStates,
  MONDAY,
  open,
  subscribe,
  TEAM,
  type World,
} from '../testing/create-world.ts';
import { type FacteurParts, LEASE_MS } from './facteur.ts';

describe('a process that dies', () => {
  async function restart(store: Store, world: World): Promise<void> {
    world.onPost = () => {};
    world.now += LEASE_MS;
    await open(store, world, 'deux').tick();
  }

  it('before it sends leaves the message to the next one, which is sure that nothing left', async () => {
    const [store, world] = [await openTemporary(), createWorld()];
    await subscribe(store, world);
    world.now = MONDAY + HOUR;
    world.onPost = () => new Promise(() => {});
    void open(store, world).tick();
    await expect.poll(() => listStates(store)).toEqual(['digest 2026-S45 envoi']);
    await restart(store, world);
    expect(world.posted.map(({ text }) => text)).toEqual(['digest 2026-S45']);
  });

  it.each([
    ['lisible', ['digest 2026-S45']],
    ['fermee', ['digest 2026-S45', 'digest 2026-S45 reprise']],
  ] as const)('between sending and recording, with a history that is %s: %j', async (history, expected) => {
    const [store, world] = [await openTemporary(), createWorld()];
    world.history = history;
    await subscribe(store, world);
    world.now = MONDAY + HOUR;
    // What was recorded is lost with the process.
    const dead = { ...store, finishEnvoi: () => new Promise<void>(() => {}) };
    void open(dead, world).tick();
    await expect.poll(() => world.posted.length).toBe(1);
    await restart(store, world);
    expect(world.posted.map(({ text }) => text)).toEqual(expected);
    expect(await listStates(store)).toEqual(['digest 2026-S45 envoye']);
    await restart(store, world);
    expect(world.posted).toHaveLength(expected.length);
  });

  it.each([
    ['lisible', 3],
    ['fermee', 1],
  ] as const)('leaves few messages in doubt, with a history that is %s: %i', async (history, doubtful) => {
    const [store, world] = [await openTemporary(), createWorld()];
    world.history = history;
    for (const channel of ['C1', 'C2', 'C3']) await subscribe(store, world, channel);
    world.now = MONDAY + HOUR;
    let posting = 0;
    world.onPost = () => {
      posting += 1;
      return new Promise(() => {});
    };
    void open(store, world).tick();
    await expect.poll(() => posting).toBe(doubtful);
    const states = await Promise.all(['C1', 'C2', 'C3'].map((channel) => listStates(store, channel)));
    expect(states.flat().filter((state) => state.endsWith(' envoi'))).toHaveLength(doubtful);
  });

  it('keeps what it has in hand while it gives signs of life', async () => {
    const [store, world] = [await openTemporary(), createWorld()];
    await subscribe(store, world);
    world.now = MONDAY + HOUR;
    const release = Promise.withResolvers<void>();
    world.onPost = () => release.promise;
    const slow = open(store, world);
    const sending = slow.tick();
    await expect.poll(() => listStates(store)).toEqual(['digest 2026-S45 envoi']);
    for (let beats = 0; beats < 8; beats += 1) {
      world.now += LEASE_MS / 2;
      await slow.beat();
      await open(store, world, 'deux').tick();
    }
    release.resolve();
    await sending;
    expect(world.posted).toHaveLength(1);
  });

  it('does not send what is another’s by the time it wakes up', async () => {
    const [store, world] = [await openTemporary(), createWorld()];
    await subscribe(store, world);
    world.now = MONDAY + HOUR;
    const asleep = Promise.withResolvers<void>();
    let isAsleep = false;
    const slow = open(store, world, 'un', [], {
      write: async () => {
        isAsleep = true;
        await asleep.promise;
        return { kind: 'message', message: 'too late' };
      },
    });
    const sending = slow.tick();
    await expect.poll(() => isAsleep).toBe(true);
    await restart(store, world);
    asleep.resolve();
    await sending;
    expect(world.posted.map(({ text }) => text)).toEqual(['digest 2026-S45']);
  });
});

describe('what goes wrong with one channel', () => {
  it('a channel deleted between the claim and the send: it is suspended, its subscriber told, the others served', async () => {
    const [store, world] = [await openTemporary(), createWorld()];
    for (const channel of ['C1', 'C2', 'C3']) await subscribe(store, world, channel);
    world.now = MONDAY + HOUR;
    world.onPost = (to) => {
      if (to === 'C2') throw new BotError('ERR_SLACK_CANAL', 'Le bot ne peut pas écrire', 'Invitez-le.');
    };
    await open(store, world).tick();
    expect(world.posted.map(({ to }) => to).sort()).toEqual(['C1', 'C3']);
    expect(world.told).toEqual(['C2 ERR_SLACK_CANAL']);
    expect(world.codes).toEqual(['ERR_SLACK_CANAL']);
    expect(await listStates(store, 'C2')).toEqual(['digest 2026-S45 abandonne ERR_SLACK_CANAL']);
    world.now = MONDAY + HOUR + 7 * DAY;
    await open(store, world).tick();
    expect(world.posted.map(({ to }) => to).sort()).toEqual(['C1', 'C1', 'C3', 'C3']);
    // Saved again, it starts again.
    await subscribe(store, world, 'C2');
    expect(await store.readAbonnement(TEAM, 'C2')).not.toHaveProperty('suspendu');
  });

  it('a message that cannot be written is tried some times, then dropped with its code', async () => {
    const [store, world] = [await openTemporary(), createWorld()];
    for (const channel of ['C1', 'C2']) await subscribe(store, world, channel);
    for (let tries = 0; tries < 7; tries += 1) {
      world.now = MONDAY + HOUR + tries * 61_000;
      const write: FacteurParts<string>['write'] = async ({ envoi }) => {
        if (envoi.channel === 'C1') throw new BotError('ERR_CHIFFRE_SANS_ORIGINE', 'un chiffre', 'Signalez.');
        return { kind: 'message', message: 'digest' };
      };
      await open(store, world, 'un', [], { write }).tick();
    }
    expect(world.posted.map(({ to }) => to)).toEqual(['C2']);
    expect(await listStates(store)).toEqual(['digest 2026-S45 abandonne ERR_CHIFFRE_SANS_ORIGINE']);
    expect(world.codes).toHaveLength(5);
  });

  it('a profile that cannot be read leaves the others planned', async () => {
    const [store, world] = [await openTemporary(), createWorld()];
    for (const channel of ['C1', 'C2']) await subscribe(store, world, channel);
    world.now = MONDAY + HOUR;
    const listDates: FacteurParts<string>['listDates'] = async (channel) => {
      if (channel === 'C1') throw new BotError('ERR_STORE_PANNE', 'la mémoire', 'Attendez.');
      return [];
    };
    await open(store, world, 'un', [], { listDates }).tick();
    expect(world.posted.map(({ to }) => to)).toEqual(['C2']);
    await open(store, world).tick();
    expect(world.posted.map(({ to }) => to)).toEqual(['C2', 'C1']);
  });

  it('an unsubscribed channel gets nothing more, even what was planned', async () => {
    const [store, world] = [await openTemporary(), createWorld()];
    await subscribe(store, world);
    world.now = MONDAY + HOUR;
    world.onPost = () => Promise.reject(new BotError('ERR_SLACK_INJOIGNABLE', 'Slack', 'Attendez.'));
    await open(store, world).tick();
    await store.deleteAbonnement(TEAM, 'C1', 'U1', world.now);
    world.onPost = () => {};
    world.now += HOUR;
    await open(store, world).tick();
    expect(world.posted).toEqual([]);
    expect(await listStates(store)).toEqual(['digest 2026-S45 abandonne desabonne']);
  });
});
