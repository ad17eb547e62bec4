import { setTimeout as sleep } from 'node:timers/promises';
import { startFakeSlack } from '#bot/testing/fake-slack/start-fake-slack.ts';
import { createFaultChooser } from './choose-faults.ts';
import { createAnswerCounter } from './count-answers.ts';
import { createPeople } from './create-people.ts';
import { Order, type Report } from './exchange.ts';
import { loadScripts } from './load-scripts.ts';
import { listPlaces, makePlan, type Planned } from './make-plan.ts';
import { createRandom } from './random.ts';
import { Settings } from './settings.ts';
import { tellAll, tellLoad } from './tell-load.ts';

/** How long the answers are waited for once all is asked. */
const PATIENCE_MS = 60_000;
/** Questions without an answer yet, when they are asked as fast as the bot follows. */
const IN_FLIGHT = 24;
/** Answers between two tellings. */
const STEP = 1000;

const settings = Settings.parse(JSON.parse(process.argv[2] ?? ''));
const faults = createFaultChooser(createRandom(settings.seed + 1));
const fake = await startFakeSlack({ channels: listPlaces(), delivery: settings.delivery, faults: faults.choose });
const people = createPeople(fake);
const countAnswers = createAnswerCounter(fake);
const random = createRandom(settings.seed);
const loaded = Math.round(settings.perSecond * settings.seconds);
const plan = makePlan(Math.max(loaded, settings.questions), await loadScripts(fake.botUserId), random);

// Ctrl-C reaches every process of the terminal: the parent ends this one when it is time.
process.on('SIGINT', () => {});
process.on('disconnect', () => process.exit());
process.on('message', (message) => void obey(Order.parse(message)));
const { apiUrl, botToken, appToken, signingSecret } = fake;
tell({ kind: 'open', secrets: { apiUrl, botToken, appToken, signingSecret } });

async function obey(order: Order): Promise<void> {
  switch (order.kind) {
    case 'load': {
      if (order.eventsUrl !== undefined) fake.useHttp(order.eventsUrl);
      void tellProgress();
      faults.setOn(true);
      await askAtRate(plan.slice(0, loaded));
      await waitForAnswers();
      faults.setOn(false);
      tell({ kind: 'done', figures: tellLoad(fake, people, faults.count()) });
      break;
    }
    case 'go-on': {
      const started = performance.now();
      await askAsFollowed(plan.slice(loaded));
      const seconds = (performance.now() - started) / 1000;
      await waitForAnswers();
      tell({ kind: 'done', figures: tellAll(fake, people, (plan.length - loaded) / seconds) });
      break;
    }
  }
}

/** People ask independently of each other: the moments are drawn, and some fall together. */
async function askAtRate(questions: readonly Planned[]): Promise<void> {
  const moments = questions.map(() => random() * settings.seconds * 1000).sort((a, b) => a - b);
  const started = performance.now();
  for (const [index, planned] of questions.entries()) {
    const left = started + (moments[index] ?? 0) - performance.now();
    if (left > 0) await sleep(left);
    people.ask(planned, { again: true });
  }
}

async function askAsFollowed(questions: readonly Planned[]): Promise<void> {
  for (const planned of questions) {
    const hasRoom = () => people.asked.length - countAnswers() < IN_FLIGHT;
    await fake.waitFor(hasRoom, { timeoutMs: PATIENCE_MS, what: 'the bot to follow' });
    people.ask(planned, { again: false });
  }
}

/** Until all is answered and what comes again has come; the figures tell what is still missing. */
async function waitForAnswers(): Promise<void> {
  const isDone = () => countAnswers() >= people.asked.length;
  await fake.waitFor(isDone, { timeoutMs: PATIENCE_MS }).catch(() => undefined);
  await Promise.race([people.settle(), sleep(PATIENCE_MS)]);
  await sleep(1000);
}

async function tellProgress(): Promise<void> {
  for (let answered = STEP; answered <= plan.length; answered += STEP) {
    await fake.waitFor(() => countAnswers() >= answered, { timeoutMs: 2 ** 31 - 1 });
    tell({ kind: 'progress', answered });
  }
}

function tell(report: Report): void {
  process.send?.(report);
}
