import { beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Store } from '#bot/store/store.ts';
import { openTemporary } from '#bot/store/testing/open-temporary.ts';
import type { Incident } from '#bot/tell-error.ts';
import { BotError } from '#corpus/law/bot-error.ts';
import { createInOrder } from '../in-order.ts';
import type { SlackContext } from '../slack-context.ts';
import { createWorks } from './create-works.ts';
import { createKind, type WorkInHand } from './work-kind.ts';
import type { HeardWork, Works } from './works.ts';

const Payload = z.strictObject({ name: z.string() });

/** What was done, said and noted, in order. */
let deeds: string[];
let incidents: Incident[];
let left: string[];
let store: Store;
let underWay: number;
/** What doing a work does. */
let run: (name: string, hand: WorkInHand) => Promise<void>;

function createTestWorks(given: Partial<Store> = {}): Works {
  const kind = createKind({
    name: 'essai',
    payload: Payload,
    findOrder: () => 'un fil',
    async run({ name }, hand) {
      await run(name, hand);
      deeds.push(`done ${name}`);
    },
    async tell(error, { name }) {
      deeds.push(`told ${name} ${error instanceof BotError ? error.code : error}`);
    },
  });
  const context = {
    store: { ...store, ...given },
    team: 'T0',
    now: () => 1000,
    journal: (incident: Incident) => void incidents.push(incident),
    inOrder: createInOrder(),
    countWorks: () => underWay,
    assembly: { guidance: undefined },
    meters: { takenUp() {} },
  } as unknown as SlackContext;
  return createWorks({ kinds: [kind], context, track: (work) => work, noteLeft: (code) => void left.push(code) });
}

function hear(name: string, kind = 'essai'): HeardWork {
  return { kind, id: `deed ${name}`, names: [`deed ${name}`], payload: { name }, user: 'U0' };
}

function acknowledge(): Promise<void> {
  deeds.push('acknowledged');
  return Promise.resolve();
}

beforeEach(async () => {
  [deeds, incidents, left, underWay] = [[], [], [], 0];
  store = await openTemporary();
  run = () => Promise.resolve();
});

describe('a work', () => {
  it('is kept, then acknowledged, then done, then forgotten', async () => {
    const works = createTestWorks();
    run = async () => void deeds.push(`kept: ${(await store.takeUpWorks('T0')).map(({ id }) => id)}`);
    await works.receive(hear('a'), acknowledge);
    expect(deeds).toEqual(['acknowledged', 'kept: deed a', 'done a']);
    expect(await store.takeUpWorks('T0')).toEqual([]);
  });

  it('is acknowledged and nothing more when it was heard before', async () => {
    const works = createTestWorks();
    await works.receive(hear('a'), acknowledge);
    await works.receive(hear('a'), acknowledge);
    expect(deeds).toEqual(['acknowledged', 'done a', 'acknowledged']);
  });

  it('that fails is told to the person, once', async () => {
    const works = createTestWorks();
    run = () => Promise.reject(new BotError('ERR_SLACK_CANAL', '', ''));
    await works.receive(hear('a'), acknowledge);
    expect(deeds).toEqual(['acknowledged', 'told a ERR_SLACK_CANAL']);
    expect(await store.takeUpWorks('T0')).toEqual([]);
  });

  it('that cannot be kept is done, and acknowledged after that', async () => {
    const works = createTestWorks({ receiveWork: () => Promise.reject(new BotError('ERR_STORE_PLEIN', '', '')) });
    const doing = Promise.withResolvers<void>();
    run = () => doing.promise;
    const heard = [works.receive(hear('a'), acknowledge), works.receive(hear('a'), acknowledge)];
    expect(deeds).toEqual([]);
    doing.resolve();
    await Promise.all(heard);
    expect(deeds).toEqual(['done a', 'acknowledged', 'acknowledged']);
    expect(incidents[0]?.code).toBe('ERR_STORE_PLEIN');
  });

  it.each(['ERR_SLACK_JETON', 'ERR_SLACK_INJOIGNABLE', 'ERR_SLACK_ARRET'])('is left for later by %s', async (code) => {
    const works = createTestWorks();
    run = () => Promise.reject(new BotError(code, '', ''));
    await works.receive(hear('a'), acknowledge);
    expect([deeds, left]).toEqual([['acknowledged'], [code]]);
    run = () => Promise.resolve();
    await works.takeUpLeft();
    await expect.poll(() => deeds).toEqual(['acknowledged', 'done a']);
    expect(await store.takeUpWorks('T0')).toEqual([]);
  });

  it('beyond those that may wait for Slack at once is left, and done when there is room again', async () => {
    const works = createTestWorks();
    underWay = 301;
    await works.receive(hear('a'), acknowledge);
    expect([deeds, left]).toEqual([['acknowledged'], ['ERR_SLACK_ENCOMBRE']]);
    underWay = 0;
    await works.receive(hear('b'), acknowledge);
    await expect.poll(() => deeds).toEqual(['acknowledged', 'acknowledged', 'done b', 'done a']);
  });
});

describe('works that were left', () => {
  beforeEach(async () => {
    for (const name of ['a', 'b', 'c']) {
      const payload = JSON.stringify({ name });
      await store.receiveWork('T0', [`deed ${name}`], { id: `deed ${name}`, kind: 'essai', payload, user: 'U0' }, 1);
    }
  });

  it('are done in their order, before what is new', async () => {
    const works = createTestWorks();
    await works.takeUp();
    await works.receive(hear('d'), acknowledge);
    expect(deeds.filter((deed) => deed !== 'acknowledged')).toEqual(['done a', 'done b', 'done c', 'done d']);
  });

  it('are taken up some at a time, and what is new comes behind them', async () => {
    const names = Array.from({ length: 250 }, (_, index) => `n${String(index).padStart(3, '0')}`);
    for (const name of names) {
      const payload = JSON.stringify({ name });
      await store.receiveWork('T0', [name], { id: name, kind: 'essai', payload, user: 'U0' }, 5);
    }
    const works = createTestWorks();
    const doing = Promise.withResolvers<void>();
    run = () => doing.promise;
    await works.takeUp();
    await works.receive(hear('z'), acknowledge);
    expect(deeds).toEqual(['acknowledged']);
    doing.resolve();
    await expect.poll(async () => (await store.takeUpWorks('T0')).length).toBe(0);
    const done = ['a', 'b', 'c', ...names, 'z'].map((name) => `done ${name}`);
    expect(deeds).toEqual(['acknowledged', ...done]);
  });

  it('count a try for as long as the answer is made', async () => {
    const works = createTestWorks();
    const triesOf = async () => (await store.takeUpWorks('T0')).map(({ tries }) => tries);
    run = async (name, hand) => {
      if (name !== 'a') return;
      await hand.attempt(async () => deeds.push(`while: ${await triesOf()}`));
      deeds.push(`after: ${await triesOf()}`);
    };
    await works.takeUp();
    await expect.poll(() => deeds).toEqual(['while: 1,0,0', 'after: 0,0,0', 'done a', 'done b', 'done c']);
  });

  it('are given up after ten tries, and told', async () => {
    await store.noteTries('T0', 'deed b', 10);
    await createTestWorks().takeUp();
    await expect.poll(() => deeds).toEqual(['done a', 'told b ERR_TRAVAIL_ABANDONNE', 'done c']);
    expect(await store.takeUpWorks('T0')).toEqual([]);
  });

  it('of a kind or a shape that this version does not know are dropped with a code', async () => {
    await store.receiveWork('T0', ['x'], { id: 'x', kind: 'inconnu', payload: '{}', user: 'U0' }, 2);
    await store.receiveWork('T0', ['y'], { id: 'y', kind: 'essai', payload: '{"nom":1}', user: 'U0' }, 3);
    await createTestWorks().takeUp();
    await expect.poll(() => store.takeUpWorks('T0')).toEqual([]);
    expect(incidents.map(({ code }) => code)).toEqual(['ERR_TRAVAIL_ILLISIBLE', 'ERR_TRAVAIL_ILLISIBLE']);
  });

  it('send nothing once the bot has stopped, and stay', async () => {
    const works = createTestWorks();
    const doing = Promise.withResolvers<void>();
    run = async (name, hand) => {
      deeds.push(`begun ${name}`);
      await doing.promise;
      await hand.noteSending({ channel: 'C0', messageId: name });
    };
    await works.takeUp();
    await expect.poll(() => deeds).toEqual(['begun a']);
    works.stop();
    doing.resolve();
    await expect.poll(() => left).toEqual(['ERR_SLACK_ARRET']);
    expect(deeds).toEqual(['begun a']);
    expect(await store.takeUpWorks('T0')).toHaveLength(3);
  });
});
