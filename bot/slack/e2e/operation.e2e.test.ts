import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { Env } from '#bot/env.ts';
import { toWords } from '#bot/model/testing/play-model.ts';
import { openOperation } from '#bot/operation/open-operation.ts';
import { parsePrometheus } from '#bot/operation/testing/parse-prometheus.ts';
import type { FakeSlack } from '#bot/testing/fake-slack/fake-slack.ts';
import { startFakeSlack } from '#bot/testing/fake-slack/start-fake-slack.ts';
import { loadTestAssembly } from '#bot/testing/load-test-assembly.ts';
import { startScriptedEndpoint } from '#bot/testing/scripted-endpoint/start-scripted-endpoint.ts';
import { readAnswer, readThread } from '../testing/read-thread.ts';
import { type Program, startProgram } from '../testing/start-program.ts';
import { startTestBot } from '../testing/start-test-bot.ts';

/** Words of a person, none of which may stand in the log or among the measures. */
const PLANTED = ['Zoltanova', 'zoltanova@exemple.fr', 'bronchiolite', 'zébulon', 'xoxb-9-zsecret', 'sk-zsecret'];
const QUESTION = `Quel plafond pour une taille 1, demande Zoltanova (zoltanova@exemple.fr, zébulon, xoxb-9-zsecret) ?`;
const PATIENT = 'Ma patiente Madame Zoltanova, 43 ans, a une bronchiolite : quel traitement ?';
/** The same, however it is written. */
const LEFT_BEHIND = /zoltanova|bronchiolite|z(?:é|\\u00e9|e\u0301)bulon|zsecret|exemple\.fr/i;

describe('a bot at work, seen by the person who runs it', () => {
  let fake: FakeSlack;
  let program: Program;
  let address = '';
  let endpoint: Awaited<ReturnType<typeof startScriptedEndpoint>>;
  let speaks = true;
  const dataDir = mkdtempSync(join(tmpdir(), 'cpts-operation-'));
  const file = join(dataDir, 'journal.log');

  beforeAll(async () => {
    fake = await startFakeSlack();
    // A model that repeats what it was asked, in drafts, then in errors.
    endpoint = await startScriptedEndpoint({
      key: 'sk-zsecret',
      script(exchange) {
        if (!speaks) return { kind: 'status', status: 400, message: PLANTED.join(' '), code: PLANTED[0] ?? '' };
        if (exchange.kind === 'chat' && exchange.format === 'text') return { kind: 'calls', calls: [] };
        return { kind: 'draft', draft: { segments: [toWords(PLANTED.join(' '))] } };
      },
    });
    program = startProgram({
      DATA_DIR: dataDir,
      SLACK_BOT_TOKEN: fake.botToken,
      SLACK_APP_TOKEN: fake.appToken,
      SLACK_API_URL: fake.apiUrl,
      OPENAI_API_KEY: endpoint.key,
      OPENAI_BASE_URL: endpoint.url,
      OPENAI_MODEL: endpoint.model,
      LOG_LEVEL: 'debug',
      HEALTH_PORT: '0',
    });
    const line = await program.waitForLine('Mon état se lit');
    address = /http:[\d.:/]+/.exec(line)?.[0] ?? '';
  });
  afterAll(async () => {
    program.child.kill('SIGKILL');
    rmSync(dataDir, { recursive: true, force: true });
    await endpoint.stop();
    await fake.close({ expected: true });
  });

  async function ask(path: string) {
    const response = await fetch(`${address}${path}`);
    return { status: response.status, text: await response.text() };
  }
  const readLines = () =>
    readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));

  it('is ready once it is connected', async () => {
    expect(JSON.parse((await ask('readyz')).text)).toEqual({
      ready: true,
      parts: { corpus: true, store: true, slack: true, running: true },
    });
  });

  it('tells what it did by codes and identifiers, and counts it, without a word of anybody', async () => {
    fake.failNext('chat.postMessage', { kind: 'rate-limited', retryAfter: 1 });
    const asked = await fake.mention({ text: QUESTION });
    await readAnswer(fake, asked);
    const refused = await fake.directMessage({ text: PATIENT });
    await readAnswer(fake, refused);
    speaks = false;
    const command = await fake.command({ text: QUESTION });
    await fake.waitFor(() => command.responses().length > 0, { what: 'the reply' });
    fake.failNext('chat.postMessage', { kind: 'error', error: `no ${PLANTED.join(' ')}` });
    const failed = await fake.mention({ text: QUESTION });
    expect(await readAnswer(fake, failed)).toContain('ERR_SLACK_REFUS');

    const lines = readLines();
    expect(lines.map(({ code }) => code)).toEqual(expect.arrayContaining(['DEMARRAGE', 'DONNEES', 'PRET', 'REPONSE']));
    expect(lines.find(({ code, surface }) => code === 'REPONSE' && surface === 'canal')).toMatchObject({
      level: 'info',
      team: fake.teamId,
      channel: asked.channel,
      ts: asked.ts,
      kind: 'answered',
      ms: expect.any(Number),
    });
    const { text } = await ask('metrics');
    const samples = new Map([...parsePrometheus(text).values()].flatMap((family) => [...family.samples]));
    // The second was answered too, and then could not be sent.
    expect(samples.get('cpts_questions_total{surface="canal",kind="answered"}')).toBe(2);
    expect(samples.get('cpts_questions_total{surface="direct",kind="refused"}')).toBe(1);
    expect(samples.get('cpts_slack_calls_total{method="chat.postMessage",outcome="attente"}')).toBe(1);
    expect(samples.get('cpts_slack_wait_seconds_total{method="chat.postMessage"}')).toBe(1);
    // Two drafts that chose no énoncé, and whose words have not the form of linking words.
    expect([...samples].filter(([name]) => name.startsWith('cpts_rejections_total'))).toEqual([
      ['cpts_rejections_total{motif="vide"}', 2],
      ['cpts_rejections_total{motif="forme"}', 2],
    ]);
    expect(samples.get('cpts_model_calls_total{outcome="ok"}')).toBe(3);
    expect(samples.get('cpts_incidents_total{code="ERR_MODELE_REPONSE"}')).toBe(1);
    expect([...samples.keys()].find((name) => name.startsWith('cpts_build_info'))).toMatch(/corpus="[0-9a-f]{64}"/);
    for (const told of [readFileSync(file, 'utf8'), text, program.lines.join('\n')]) {
      expect(told).not.toMatch(LEFT_BEHIND);
      for (const secret of [fake.botToken, fake.appToken, fake.signingSecret]) expect(told).not.toContain(secret);
    }
  });

  it('is not ready any more as soon as it is asked to stop, answers what is in hand, and leaves in time', async () => {
    fake.goDown('unavailable');
    fake.comeBack();
    await fake.waitForSocket();
    fake.failNext('chat.postMessage', { kind: 'delay', ms: 1500 });
    const asked = await fake.mention({ text: 'Quel plafond pour une taille 2 ?' });
    await fake.waitFor(() => fake.statuses().some(({ thread_ts }) => thread_ts === asked.ts), { what: 'the work' });
    // Somebody who asks for a page and never ends.
    const { port } = new URL(address);
    const socket = connect(Number(port), '127.0.0.1');
    onTestFinished(() => void socket.destroy());
    socket.on('error', () => undefined).write('GET /readyz HTTP/1.1\r\n');
    const started = performance.now();
    program.child.kill('SIGTERM');
    await expect.poll(async () => (await ask('readyz')).status, { interval: 20 }).toBe(503);
    expect(performance.now() - started).toBeLessThan(1000);
    expect(JSON.parse((await ask('readyz')).text)).toMatchObject({ ready: false, parts: { running: false } });
    const [code] = await once(program.child, 'close');
    expect([code, performance.now() - started < 10_000]).toEqual([0, true]);
    expect(await readThread(fake, asked)).toHaveLength(1);
    expect(readLines().at(-1)).toMatchObject({ code: 'ARRET', ms: expect.any(Number) });
  });
});

describe('a defect that nobody catches', () => {
  it('ends the process, told by its kind and its calls', async () => {
    const fake = await startFakeSlack();
    const dataDir = mkdtempSync(join(tmpdir(), 'cpts-operation-'));
    const crash = "process.on('SIGUSR2',()=>{throw new TypeError('Zoltanova')})";
    const { child, lines, waitForLine } = startProgram({
      DATA_DIR: dataDir,
      SLACK_BOT_TOKEN: fake.botToken,
      SLACK_APP_TOKEN: fake.appToken,
      SLACK_API_URL: fake.apiUrl,
      LOG_TO: 'stderr',
      NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(crash)}`,
    });
    await waitForLine('Connecté à Slack');
    child.kill('SIGUSR2');
    const [code] = await once(child, 'close');
    rmSync(dataDir, { recursive: true });
    await fake.close();
    expect(code).toBe(1);
    expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({
      code: 'ERR_INTERNE',
      exception: expect.stringMatching(/^TypeError\n/),
    });
    expect(lines.join('\n')).not.toMatch(LEFT_BEHIND);
  });
});

describe('what fails inside', () => {
  it('is told by its code and its calls, without the words that it quotes', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'cpts-operation-'));
    const operation = await openOperation(Env.parse({ DATA_DIR: dataDir, LOG_LEVEL: 'debug', HEALTH_PORT: '0' }));
    const assembly = loadTestAssembly();
    const broken = () => {
      throw new TypeError(
        `cannot read « ${PLANTED.join(' ')} »\n    at ${PLANTED[0]} (file:///zoltanova/bot/x.ts:1:1)`,
      );
    };
    const slack = await startTestBot({
      operation,
      assembly: {
        ...assembly,
        pipeline: { ...assembly.pipeline, composer: { name: 'deterministic', compose: broken } },
      },
      wrapStore: (store) => ({ ...store, readFil: async () => broken() }),
    });
    const { fake, incidents } = slack;
    const asked = await fake.mention({ text: QUESTION });
    expect(await readAnswer(fake, asked)).toContain('ERR_INTERNE');
    const { text } = { text: await (await fetch(operation.healthAddress?.replace('readyz', 'metrics') ?? '')).text() };
    await slack.close();
    await operation.close();
    const log = readFileSync(join(dataDir, 'journal.log'), 'utf8');
    rmSync(dataDir, { recursive: true });
    expect(incidents.length).toBeGreaterThan(1);
    expect(log).toMatch(/"code":"ERR_INTERNE".*"exception":"TypeError\\n {4}at /);
    expect(log).toContain(`"channel":"${asked.channel}","ts":"${asked.ts}"`);
    expect(
      parsePrometheus(text).get('cpts_incidents_total')?.samples.get('cpts_incidents_total{code="ERR_INTERNE"}'),
    ).toBe(incidents.length);
    expect(`${log}${text}`).not.toMatch(LEFT_BEHIND);
  });
});
