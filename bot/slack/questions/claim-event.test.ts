import { describe, expect, it } from 'vitest';
import type { Store } from '#bot/store/store.ts';
import type { Incident } from '#bot/tell-error.ts';
import { BotError } from '#corpus/law/bot-error.ts';
import type { SlackContext } from '../slack-context.ts';
import { claimEvent, type EventNames } from './claim-event.ts';

/** Claims an event from a store that answers as told; gives what it was asked and what was noted. */
async function ask(event: EventNames, answer: () => Promise<boolean>) {
  const asked: unknown[] = [];
  const noted: Incident[] = [];
  const store = {
    claimEvent(...args: readonly unknown[]) {
      asked.push(args);
      return answer();
    },
  } as Pick<Store, 'claimEvent'>;
  const journal = (incident: Incident) => void noted.push(incident);
  const context = { store, team: 'T1', now: () => 7, journal } as unknown as SlackContext;
  return { isFirst: await claimEvent(event, context), asked, noted };
}

describe('claimEvent', () => {
  it('asks the store once, under all the names there are', async () => {
    const named = await ask({ deed: 'message C1 1.1 ', eventId: 'Ev1', envelopeId: 'e-1' }, async () => true);
    expect(named.asked).toEqual([['T1', ['message C1 1.1 ', 'evenement Ev1', 'enveloppe e-1'], 7]]);
    const bare = await ask({ deed: 'commande 1.2', eventId: undefined }, async () => true);
    expect(bare.asked).toEqual([['T1', ['commande 1.2'], 7]]);
  });

  it.each([true, false])('says what the store says: %s', async (isFirst) => {
    const claimed = await ask({ deed: 'x' }, async () => isFirst);
    expect(claimed).toMatchObject({ isFirst, noted: [] });
  });

  it('lets the answer go out when the store fails, and notes why', async () => {
    const failure = new BotError('ERR_STORE_OCCUPE', 'occupé', '');
    const claimed = await ask({ deed: 'x' }, () => Promise.reject(failure));
    expect(claimed.isFirst).toBe(true);
    expect(claimed.noted).toEqual([expect.objectContaining({ code: 'ERR_STORE_OCCUPE' })]);
  });
});
