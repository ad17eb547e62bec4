import { describe, expect, it } from 'vitest';
import { openTemporary } from '#bot/store/testing/open-temporary.ts';
import { BotError } from '#corpus/law/bot-error.ts';
import { CalendarDate } from '#corpus/law/calendar-date.ts';
import {
  createWorld,
  DAY,
  HOUR,
  listStates,
  MONDAY,
  open,
  REGLAGES,
  subscribe,
  TEAM,
} from '../testing/create-world.ts';

describe('a digest', () => {
  it('leaves at its hour, once, whatever the number of ticks', async () => {
    const [store, world] = [await openTemporary(), createWorld()];
    await subscribe(store, world);
    const facteur = open(store, world);
    await facteur.tick();
    expect(world.posted).toEqual([]);
    for (const minutes of [60, 60, 61, 120]) {
      world.now = MONDAY + minutes * 60_000;
      await facteur.tick();
    }
    expect(world.posted.map(({ text }) => text)).toEqual(['digest 2026-S45']);
    expect(await store.readAbonnement(TEAM, 'C1')).toMatchObject({
      prochainJour: '2026-11-03',
      dernier: { jour: '2026-11-02', connu: 'connu' },
    });
  });

  it('is sent by one of two that look at the same rows', async () => {
    const [store, world] = [await openTemporary(), createWorld()];
    for (let index = 0; index < 60; index += 1) await subscribe(store, world, `C${index}`);
    world.now = MONDAY + HOUR;
    world.onPost = () => new Promise((resolve) => setImmediate(resolve));
    await Promise.all([open(store, world, 'un').tick(), open(store, world, 'deux').tick()]);
    expect(world.posted).toHaveLength(60);
    expect(new Set(world.posted.map(({ to }) => to)).size).toBe(60);
    expect(world.codes).toEqual([]);
  });

  it('says that it is late after an outage, and drops what is older than a period, with a log', async () => {
    const [store, world] = [await openTemporary(), createWorld()];
    await subscribe(store, world);
    world.now = MONDAY + 16 * DAY;
    await open(store, world).tick();
    expect(world.posted.map(({ text }) => text)).toEqual(['digest 2026-S47 retard']);
    expect(await listStates(store)).toEqual([
      'digest 2026-S45 abandonne trop-ancien',
      'digest 2026-S46 abandonne trop-ancien',
      'digest 2026-S47 envoye',
    ]);
    expect(world.codes).toEqual(['ERR_DIGEST_ANCIEN']);
  });

  it('is dropped when Slack stays away until the next one', async () => {
    const [store, world] = [await openTemporary(), createWorld()];
    await subscribe(store, world);
    world.onPost = () => Promise.reject(new BotError('ERR_SLACK_INJOIGNABLE', 'Slack', 'Attendez.'));
    for (let days = 0; days < 8; days += 1) {
      world.now = MONDAY + HOUR + days * DAY;
      await open(store, world).tick();
    }
    expect(await listStates(store)).toEqual(['digest 2026-S45 abandonne trop-ancien', 'digest 2026-S46 envoi']);
    world.onPost = () => {};
    world.now += HOUR;
    await open(store, world).tick();
    expect(world.posted.map(({ text }) => text)).toEqual(['digest 2026-S46']);
  });
});

describe('a reminder', () => {
  const dates = [{ code: 'a:demarrage', date: CalendarDate.parse('2026-11-12') }];

  it('goes to each person named, once, and is too old a day later', async () => {
    const [store, world] = [await openTemporary(), createWorld()];
    await subscribe(store, world, 'C1', { ...REGLAGES, destinataires: ['U1', 'U2'] });
    const community = { id: 'p', dates, marques: {} };
    // 7 days before Thursday 12 November: Thursday 5.
    world.now = MONDAY + HOUR + 3 * DAY;
    await open(store, world, 'un', [community]).tick();
    const rappels = world.posted.filter(({ text }) => text.startsWith('rappel'));
    expect(rappels.map(({ to, text }) => [to, text])).toEqual([
      ['U1', 'rappel 2026-11-05'],
      ['U2', 'rappel 2026-11-05'],
    ]);

    const late = createWorld();
    const other = await openTemporary();
    await subscribe(other, late);
    late.now = MONDAY + HOUR + 4 * DAY;
    await open(other, late, 'un', [community]).tick();
    expect(late.posted.filter(({ text }) => text.startsWith('rappel'))).toEqual([]);
    expect(await listStates(other)).toContain('rappel 2026-11-05 abandonne trop-ancien');
  });
});
