import { createHmac } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { listTexts } from '../testing/list-texts.ts';
import { readThread } from '../testing/read-thread.ts';
import { startTestBot, type TestBot } from '../testing/start-test-bot.ts';

/** Words that Slack would turn into something else, had they reached it as they are. */
const MARKUPS = [
  'Que veut dire <!channel> dans une CPTS ?',
  'Que dit <@U0BOB> de la taille 3 ?',
  'Le 31 février 2024 <!here|ici> est-il une date de signature ?',
  'Quel plafond <https://mechant.example/vol|ameli.fr> pour une taille 1 ?',
  'On couvre 85 000 habitants :tada: *gras* _penché_ `code` ~barré~ combien ?',
  'On a signé le 30/02/2024 <!subteam^S0ALL|@tous>, quel montant ?',
  '@channel @here @everyone quel plafond pour une taille 1 ?',
  'Signé le <!date^1392734382^{date}|30 février 2024>, quelle échéance ?',
];

describe('hostile words', () => {
  let slack: TestBot;
  beforeAll(async () => {
    slack = await startTestBot();
  });
  afterEach(() => slack.fake.assertClean());
  afterAll(() => slack.close());

  it.each(MARKUPS)('call nobody and link nowhere: %s', async (text) => {
    const { fake } = slack;
    const asked = await fake.mention({ text });
    const [answer] = await readThread(fake, asked);
    const shown = [answer?.text ?? '', ...listTexts(answer?.blocks)].join('\n');
    expect(shown).not.toMatch(/<[!@#]|mechant\.example\/vol\||:tada:|@(?:channel|here|everyone)/u);
    const call = fake.calls.findLast(({ method }) => method === 'chat.postMessage');
    expect(call?.args).toMatchObject({ unfurl_links: 'false', unfurl_media: 'false', parse: 'none' });
    expect(fake.markups).toEqual([]);
  });

  it.each(MARKUPS)('are shared as words: %s', async (text) => {
    const { fake } = slack;
    const asked = await fake.command({ text });
    const [message] = asked.responses();
    if (!message || !JSON.stringify(message.blocks).includes('"partager"')) return expect(message).toBeDefined();
    const before = fake.messages('C0GENERAL').length;
    await fake.clickButton({ message, actionId: 'partager' });
    await fake.waitFor(() => fake.messages('C0GENERAL').length > before, { what: 'the shared answer' });
    const shared = fake.messages('C0GENERAL').at(-1);
    expect(listTexts(shared?.blocks).join('\n')).toContain('a demandé');
    expect(listTexts(shared?.blocks).join('\n')).not.toMatch(/<[!@#]|@(?:channel|here|everyone)/u);
    // The one who shares is named, as an element of its own; nobody else is.
    expect(new Set(fake.markups.map(({ markup }) => markup))).toEqual(new Set(['<@U0ALICE>']));
  });

  it('keeps no word of a question that speaks of a patient', async () => {
    const { fake, dataDir } = slack;
    const asked = await fake.directMessage({
      text: 'Ma patiente Mme Zylberstein, 82 ans, diabétique, y a-t-elle droit ?',
    });
    const [answer] = await readThread(fake, asked);
    expect(answer?.text).toContain('données de patient');
    const { readFileSync, readdirSync } = await import('node:fs');
    const kept = readdirSync(dataDir).map((name) => readFileSync(`${dataDir}/${name}`, 'latin1'));
    expect(kept.join('')).not.toMatch(/Zylberstein|diab/u);
    expect(kept.length).toBeGreaterThan(0);
  });
});

describe('a request over HTTP', () => {
  let slack: TestBot;
  const now = () => Math.floor(Date.now() / 1000);
  beforeAll(async () => {
    slack = await startTestBot({ delivery: 'http' });
  });
  afterAll(() => slack.close());

  /** A mention as bytes; a bot wrote it, so that it is taken without an answer. */
  function toBody(ts: string): string {
    const { teamId, appId, botUserId } = slack.fake;
    const authorizations = [{ team_id: teamId, user_id: botUserId, is_bot: true, enterprise_id: null }];
    const event = { type: 'app_mention', channel: 'C0GENERAL', user: 'U0ALICE', bot_id: 'B0', text: 'plafond ?', ts };
    const eventId = `Ev${ts.replace('.', '')}`;
    return JSON.stringify({
      type: 'event_callback',
      team_id: teamId,
      api_app_id: appId,
      event,
      event_id: eventId,
      authorizations,
    });
  }

  it.each([
    ['signed with another secret', 0, 'v0=0000000000000000000000000000000000000000000000000000000000000000'],
    ['not signed', 0, ''],
    ['signed for the past', -301, undefined],
    ['signed for the future', 301, undefined],
  ])('is refused when it is %s', async (_, shift, signature) => {
    const { fake } = slack;
    const before = fake.calls.length;
    const timestamp = now() + shift;
    const body = toBody(`1795300000.0003${String(Math.abs(shift)).padStart(2, '0')}`);
    const sent = await fake.sendRaw({ body, timestamp, ...(signature === undefined ? {} : { signature }) });
    expect(sent).toMatchObject({ kind: 'answered', status: 401 });
    expect(fake.calls).toHaveLength(before);
    expect(slack.incidents.map(({ code }) => code)).toContain('ERR_SLACK_SIGNATURE');
  });

  it('is taken some minutes early or late', async () => {
    const { fake } = slack;
    for (const shift of [-290, 290]) {
      const sent = await fake.sendRaw({ body: toBody(`1795300001.000${500 + shift}`), timestamp: now() + shift });
      expect(sent).toMatchObject({ kind: 'answered', status: 200 });
    }
  });

  it('is refused when its body was changed after it was signed', async () => {
    const { fake } = slack;
    const [body, timestamp] = [toBody('1795300002.000400'), now()];
    const hmac = createHmac('sha256', fake.signingSecret).update(`v0:${timestamp}:${body}`).digest('hex');
    const sent = await fake.sendRaw({ body: body.replace('plafond', 'montant'), timestamp, signature: `v0=${hmac}` });
    expect(sent).toMatchObject({ kind: 'answered', status: 401 });
  });
});
