import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openTemporary } from '#bot/store/testing/open-temporary.ts';
import type { Incident } from '#bot/tell-error.ts';
import { BotError } from '#corpus/law/bot-error.ts';
import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import type { ChatModel, ModelMessage } from '../chat-model.ts';
import { ModelError, type ModelFault } from '../model-error.ts';
import { createTokenBudget, type TokenStore } from './create-token-budget.ts';

const DAY = '2026-11-22' as CalendarDate;
const NEXT = '2026-11-23' as CalendarDate;
const Draft = z.strictObject({});
const MESSAGES: readonly ModelMessage[] = [{ role: 'user', text: 'x'.repeat(300) }];
const SIGNAL = { signal: new AbortController().signal };

/** A model whose exchanges cost so many tokens, or fail. */
function createPriced(input: number, output: number, fault?: ModelFault): ChatModel {
  const usage = { input, output };
  const fail = () => Promise.reject(new ModelError(fault ?? 'REPONSE'));
  return {
    name: 'm',
    chooseTools: fault ? fail : () => Promise.resolve({ calls: [], text: '', usage }),
    writeDraft: fault ? fail : () => Promise.resolve({ draft: {}, usage }),
  };
}

describe('createTokenBudget', () => {
  it('lets a workspace use up its day, and no more', async () => {
    const store = await openTemporary();
    const budget = createTokenBudget(store, 100, expectNoIncident);
    const model = budget.limit(createPriced(40, 20), 'T1', DAY);
    await model.writeDraft(MESSAGES, Draft, SIGNAL);
    await model.chooseTools(MESSAGES, [], SIGNAL);
    await expect(model.writeDraft(MESSAGES, Draft, SIGNAL)).rejects.toMatchObject({ code: 'ERR_MODELE_BUDGET' });
    await expect(model.chooseTools(MESSAGES, [], SIGNAL)).rejects.toMatchObject({ code: 'ERR_MODELE_BUDGET' });
    expect(await store.readTokens('T1', DAY)).toBe(120);
  });

  it('counts each workspace and each day apart', async () => {
    const store = await openTemporary();
    await store.addTokens('T1', DAY, 100);
    const budget = createTokenBudget(store, 100, expectNoIncident);
    const model = createPriced(1, 1);
    await expect(budget.limit(model, 'T2', DAY).writeDraft(MESSAGES, Draft, SIGNAL)).resolves.toBeDefined();
    await expect(budget.limit(model, 'T1', NEXT).writeDraft(MESSAGES, Draft, SIGNAL)).resolves.toBeDefined();
  });

  it.each<[ModelFault, boolean]>([
    ['DELAI', true],
    ['REPONSE', true],
    ['REFUS', true],
    ['INJOIGNABLE', false],
    ['CLE', false],
    ['PAUSE', false],
  ])('counts an exchange that ended in %s: %s', async (fault, counted) => {
    const store = await openTemporary();
    const model = createTokenBudget(store, 1000, expectNoIncident).limit(createPriced(0, 0, fault), 'T1', DAY);
    await model.writeDraft(MESSAGES, Draft, SIGNAL).catch(() => {});
    // 300 letters, three a token at most.
    expect((await store.readTokens('T1', DAY)) >= 100).toBe(counted);
  });

  it('does not use a model whose tokens cannot be read, and tells the journal', async () => {
    const { incidents, journal } = createJournal();
    const broken = createBroken('readTokens');
    const model = createTokenBudget(broken, 100, journal).limit(createPriced(1, 1), 'T1', DAY);
    await expect(model.writeDraft(MESSAGES, Draft, SIGNAL)).rejects.toMatchObject({ code: 'ERR_MODELE_BUDGET' });
    expect(incidents).toMatchObject([{ code: 'ERR_STORE_PLEIN' }]);
  });

  it('keeps an answer whose tokens could not be written down, and tells the journal', async () => {
    const { incidents, journal } = createJournal();
    const model = createTokenBudget(createBroken('addTokens'), 100, journal).limit(createPriced(1, 1), 'T1', DAY);
    expect(await model.writeDraft(MESSAGES, Draft, SIGNAL)).toMatchObject({ draft: {} });
    expect(incidents).toMatchObject([{ code: 'ERR_STORE_PLEIN' }]);
  });
});

function createBroken(name: keyof TokenStore): TokenStore {
  const fail = () => Promise.reject(new BotError('ERR_STORE_PLEIN', 'plein', 'Faites de la place.'));
  const store: TokenStore = { addTokens: () => Promise.resolve(0), readTokens: () => Promise.resolve(0) };
  return { ...store, [name]: fail };
}

function createJournal() {
  const incidents: Incident[] = [];
  return { incidents, journal: (incident: Incident) => void incidents.push(incident) };
}

function expectNoIncident(incident: Incident): void {
  throw new Error(`unexpected incident ${incident.code}`);
}
