import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { BotError } from '#corpus/law/bot-error.ts';
import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import { Env } from '../env.ts';
import { openTemporary } from '../store/testing/open-temporary.ts';
import type { Incident } from '../tell-error.ts';
import { openScriptedEndpoint } from '../testing/scripted-endpoint/open-scripted-endpoint.ts';
import { openChatModel } from './open-chat-model.ts';
import { openTextEmbedder } from './open-text-embedder.ts';

const DAY = '2026-11-22' as CalendarDate;
const SIGNAL = { signal: new AbortController().signal };

function createJournal() {
  const incidents: Incident[] = [];
  return { incidents, journal: (incident: Incident) => void incidents.push(incident) };
}

describe('openChatModel', () => {
  it.each([{}, { OPENAI_API_KEY: 'k' }, { OPENAI_MODEL: 'm' }, { OPENAI_BASE_URL: 'http://127.0.0.1:9/v1' }])(
    'opens nothing with %j, not even the store',
    async (given) => {
      const { incidents, journal } = createJournal();
      const openStore = () => Promise.reject(new Error('unexpected'));
      expect(await openChatModel(Env.parse(given), { openStore, journal })).toBeUndefined();
      expect(incidents).toEqual([]);
    },
  );

  it('opens a model that answers, and counts its tokens by workspace and day', async () => {
    const endpoint = await openScriptedEndpoint({ script: [{ kind: 'draft', draft: { mots: 'Bonjour' } }] });
    const store = await openTemporary();
    const env = Env.parse({
      OPENAI_API_KEY: endpoint.key,
      OPENAI_MODEL: endpoint.model,
      OPENAI_BASE_URL: `${endpoint.url}/`,
      MODEL_TOKENS_PER_DAY: '1',
    });
    const { incidents, journal } = createJournal();
    const opened = await openChatModel(env, { openStore: () => Promise.resolve(store), journal });
    expect(opened?.name).toBe(endpoint.model);
    const model = opened?.limitFor('T1', DAY);
    const Draft = z.strictObject({ mots: z.string() });
    expect(await model?.writeDraft([{ role: 'user', text: 'Bonjour' }], Draft, SIGNAL)).toMatchObject({
      draft: { mots: 'Bonjour' },
    });
    expect(await store.readTokens('T1', DAY)).toBeGreaterThan(1);
    await expect(model?.writeDraft([], Draft, SIGNAL)).rejects.toMatchObject({ code: 'ERR_MODELE_BUDGET' });
    expect(incidents).toEqual([]);
  });

  it('does without a model when its tokens cannot be counted, and tells the journal why', async () => {
    const { incidents, journal } = createJournal();
    const env = Env.parse({ OPENAI_API_KEY: 'sk-0123', OPENAI_MODEL: 'm' });
    const openStore = () => Promise.reject(new BotError('ERR_STORE_DOSSIER', 'pas de dossier', 'Créez-le.'));
    expect(await openChatModel(env, { openStore, journal })).toBeUndefined();
    expect(incidents).toMatchObject([{ code: 'ERR_STORE_DOSSIER' }]);
    expect(JSON.stringify(incidents)).not.toContain('sk-0123');
  });
});

describe('openTextEmbedder', () => {
  it('opens nothing unless a model of vectors is named', async () => {
    const env = Env.parse({ OPENAI_API_KEY: 'k', OPENAI_MODEL: 'm' });
    expect(await openTextEmbedder(env, SIGNAL.signal)).toBeUndefined();
  });

  it('opens the one that is named', async () => {
    const endpoint = await openScriptedEndpoint({ script: [{ kind: 'vectors', vectors: [[0, 2, 0]] }], models: ['v'] });
    const env = Env.parse({
      OPENAI_API_KEY: endpoint.key,
      OPENAI_MODEL: 'm',
      OPENAI_EMBEDDING_MODEL: 'v',
      OPENAI_BASE_URL: endpoint.url,
    });
    expect((await openTextEmbedder(env, SIGNAL.signal))?.id).toMatch(/^v@[0-9a-f]{12}\/3$/);
  });
});
