import { webApi } from '@slack/bolt';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { renderParts } from '#bot/render/render-text.ts';
import { answerEvalQuestions } from '#bot/testing/answer-eval-questions.ts';
import { loadTestAssembly } from '#bot/testing/load-test-assembly.ts';
import { SIGNS, WORDS } from '#bot/testing/plant-figures.ts';
import { BotError } from '#corpus/law/bot-error.ts';
import type { Figure } from '#corpus/law/figure.ts';
import type { LicensedText } from '#corpus/law/licensed-text.ts';
import { renderBlocks } from '../render/render-blocks.ts';
import { createParcels, type Parcel } from '../testing/honest-payloads.ts';
import { plantInPayload, WAYS } from '../testing/plant-payload.ts';
import { createSender } from './create-sender.ts';
import { toVisible } from './outgoing.ts';
import type { OutgoingMessage } from './slack-sender.ts';
import { toFailure } from './to-failure.ts';

const PLANTED = 10_000;
const HONEST = 2000;
/** The same payloads at each run: a failure can be looked at again. */
const SEED = 20_261_121;
const ADDRESS = 'https://hooks.slack.com/commands/T1/2/3';
const HELLO: OutgoingMessage = { text: toVisible(['Bonjour']), blocks: [] };
const TO = { channel: 'C0123', threadTs: '1764.0001', id: 'ce490b6e-d4a7-582c-ad21-fa98ef850ddf' };

/** Honest texts with signs that Slack knows, and words of a person quoted as she wrote them. */
const ODD: readonly LicensedText[] = [
  ['Écrivez à nom@exemple.fr (R&D) ; <x> & *y*, :tada: @here'],
  ['> une citation, ~environ~, l’exercice_prochain'],
  ['Vous avez écrit « ', toEcho('<!channel> 3 fois *75 000 €* :100:'), ' ».'],
];

let parcels: fc.Arbitrary<Parcel>;

beforeAll(async () => {
  const { pipeline, corpus } = loadTestAssembly();
  const answers = await answerEvalQuestions();
  const all = answers.map(({ answer }) =>
    renderParts(answer, { vocabulary: pipeline.vocabulary, sources: corpus.sources }),
  );
  const lines = all.flatMap(({ enonces, rubriques, sources, jour }) => [
    ...enonces,
    ...[...rubriques, ...(sources ? [sources] : [])].flatMap(({ titre, lignes }) => [titre, ...lignes]),
    ...(jour ? [jour] : []),
  ]);
  parcels = createParcels([...lines, ...ODD], all.map(renderBlocks));
});

describe('the sender, before ten thousand planted figures', () => {
  it(`sends none of ${PLANTED} payloads that hold a figure without a licence`, async () => {
    const slack = createCountedSlack();
    const stops: string[] = [];
    const kind = fc.oneof(
      ...[SIGNS, WORDS].flatMap((kinds) => Object.values(kinds).map((one) => tagged(one, kinds === SIGNS))),
    );
    const planting = fc
      .tuple(fc.constantFrom(...WAYS), kind, fc.nat())
      .map(([way, one, place]) => ({ way, ...one, place }));
    await fc.assert(
      fc.asyncProperty(parcels, planting, fc.nat(), async (parcel, plant, road) => {
        const planted = { ...parcel, payload: plantInPayload(parcel.payload, plant) } as Parcel;
        const code = await slack.send(planted, road).then(
          () => 'sent',
          (error: unknown) => (error instanceof BotError ? error.code : String(error)),
        );
        stops.push(code);
        expect(code).toMatch(/^ERR_CH(?:IFFRE_SANS_ORIGINE|AMP_SLACK)$/);
      }),
      { numRuns: PLANTED, seed: SEED, endOnFailure: true },
    );
    expect(slack.count()).toBe(0);
    expect(stops).toHaveLength(PLANTED);
    // Both guards had something to stop: figures in readable texts, and fields that are no such text.
    expect(new Set(stops)).toEqual(new Set(['ERR_CHIFFRE_SANS_ORIGINE', 'ERR_CHAMP_SLACK']));
  });

  it(`stops none of ${HONEST} payloads whose figures have theirs`, async () => {
    const slack = createCountedSlack();
    await fc.assert(
      fc.asyncProperty(parcels, fc.nat(), (parcel, road) => slack.send(parcel, road)),
      { numRuns: HONEST, seed: SEED, endOnFailure: true },
    );
    expect(slack.count()).toBe(HONEST);
    // Every road was taken.
    expect(Math.min(...slack.roads().values())).toBeGreaterThan(HONEST / 50);
    expect([...slack.roads().keys()].sort()).toEqual(['acknowledge', 'post', 'respond', 'status', 'update']);
  });
});

function tagged(figure: fc.Arbitrary<string>, inside: boolean) {
  return figure.map((one) => ({ figure: one, inside }));
}

/** The real sender on a Slack that takes everything and counts it. */
function createCountedSlack() {
  const roads = new Map<string, number>();
  function note(road: string): void {
    roads.set(road, (roads.get(road) ?? 0) + 1);
  }
  const sender = createTestSender({
    async apiCall(method) {
      note(method === 'chat.update' ? 'update' : method === 'chat.postMessage' ? 'post' : 'status');
      return { ok: true, ts: '1764.0002' };
    },
    async fetch() {
      note('respond');
      return new Response('ok');
    },
  });
  async function send({ kind, payload }: Parcel, road: number): Promise<void> {
    // A status line has no other key on its own road: the others leave as they are.
    const { status, ...others } = payload;
    if (kind === 'status' && status !== undefined && Object.keys(others).length === 0) {
      return sender.showStatus(status, 'C0123', '1764.0001');
    }
    if (kind === 'message' && road % 4 === 0) return void (await sender.post(payload, TO));
    if (kind === 'message' && road % 4 === 1) return void (await sender.update(payload, 'C0123', '1764.0002'));
    if (road % 4 === 2) return sender.respond(ADDRESS, payload);
    sender.seal(payload);
    note('acknowledge');
  }
  return { send, roads: () => roads, count: () => [...roads.values()].reduce((sum, one) => sum + one, 0) };
}

describe('the sender', () => {
  it('posts under an identifier of ours, and lets Slack add nothing', async () => {
    const calls: unknown[] = [];
    const sender = createTestSender({
      async apiCall(...call) {
        calls.push(call);
        return { ok: true, ts: '1764.0002' };
      },
    });
    expect(await sender.post(HELLO, TO)).toBe('1764.0002');
    expect(await sender.post(HELLO, { channel: 'D0123', id: TO.id })).toBe('1764.0002');
    const asWritten = { parse: 'none', link_names: false, unfurl_links: false, unfurl_media: false };
    const metadata = { event_type: 'cpts_message', event_payload: { id: TO.id } };
    const message = { client_msg_id: TO.id, metadata, text: 'Bonjour', blocks: [], ...asWritten };
    expect(calls).toEqual([
      ['chat.postMessage', { channel: 'C0123', thread_ts: '1764.0001', ...message }],
      ['chat.postMessage', { channel: 'D0123', ...message }],
    ]);
  });

  it('tells apart a message that is gone from one that cannot be replaced', async () => {
    const refuse = (error: string) =>
      createTestSender({ apiCall: () => Promise.reject(new webApi.WebAPIPlatformError({ ok: false, error })) });
    expect(await refuse('message_not_found').update(HELLO, 'C0123', '1764.0002')).toBe(false);
    await expect(refuse('is_archived').update(HELLO, 'C0123', '1764.0002')).rejects.toMatchObject({
      code: 'ERR_SLACK_CANAL',
    });
    const replaced = createTestSender({ apiCall: async () => ({ ok: true }) });
    expect(await replaced.update(HELLO, 'C0123', '1764.0002')).toBe(true);
  });

  it('tries a status line once', async () => {
    let tries = 0;
    const sender = createTestSender({
      apiCall() {
        tries += 1;
        return Promise.reject(new webApi.WebAPIRateLimitedError(1));
      },
    });
    await expect(sender.showStatus(toVisible(['cherche…']), 'C0123', '1764.0001')).rejects.toThrow();
    expect(tries).toBe(1);
  });

  it('answers at the address that came with a command', async () => {
    const sent: unknown[] = [];
    const sender = createTestSender({
      async fetch(url, init) {
        sent.push([String(url), JSON.parse(String(init?.body))]);
        return new Response('ok');
      },
    });
    await sender.respond(ADDRESS, { response_type: 'ephemeral', ...HELLO });
    expect(sent).toEqual([[ADDRESS, { response_type: 'ephemeral', text: 'Bonjour', blocks: [] }]]);
  });

  it.each([
    'https://hooks.slack.com.exemple.fr/x',
    'https://hooks.slack.com@exemple.fr/x',
    'http://hooks.slack.com/x',
    'https://exemple.fr/?https://hooks.slack.com',
    'file:///etc/passwd',
    '/commands/x',
    '',
  ])('answers nowhere but at Slack: « %s » is left alone', async (address) => {
    await expect(createTestSender({}).respond(address, HELLO)).rejects.toMatchObject({ code: 'ERR_SLACK_ADRESSE' });
  });
});

type Stubs = { readonly apiCall?: webApi.WebClient['apiCall']; readonly fetch?: typeof fetch };

/** A sender whose calls are tried once; what a test did not give must not be reached. */
function createTestSender({ apiCall = unexpected, fetch = unexpected }: Stubs) {
  return createSender({
    client: { apiCall },
    briefClient: { apiCall },
    async call(_, attempt) {
      try {
        return await attempt();
      } catch (error) {
        throw toFinal(error);
      }
    },
    fetch,
    origins: new Set(['https://hooks.slack.com', 'https://files.slack.com']),
    botUserId: 'U0BOT',
  });
}

function unexpected(): never {
  throw new Error('nothing was to be sent');
}

function toFinal(error: unknown): unknown {
  const failure = toFailure(error);
  return failure.kind === 'final' ? failure.error : error;
}

function toEcho(text: string): Figure {
  const origin = { type: 'question', span: [0, text.length] } as const;
  const known = { statut: null, confiance: null, references: [] };
  return { text, value: text, unit: 'identifiant', label: 'echo', origin, ...known };
}
