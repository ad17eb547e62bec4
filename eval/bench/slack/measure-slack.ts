import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atMost, findQuantile, printFigure, withoutLimit } from '../figures.ts';
import { type Children, createChildren } from './children.ts';
import { countJournal } from './count-journal.ts';
import type { Secrets } from './exchange.ts';
import { readUsage } from './read-usage.ts';
import { readSettings, type Settings } from './settings.ts';
import { type Bot, startBot } from './start-bot.ts';
import { startLoad } from './start-load.ts';

/** Starts measured, of which the median counts; the load goes to the last. */
const STARTS = 3;
const READY_LIMIT_MS = 2000;
const MEMORY_LIMIT_MB = 250;
/**
 * Memory grows no more between these numbers of questions. From the middle on all are asked at full speed: growth there
 * is a leak, while the heap may well widen once when the load gives way to full speed.
 */
const [EARLY, MIDDLE, LATE] = [2000, 6000, 10_000];
const GROWTH_LIMIT_MB = 10;

/**
 * Measures the bot at work in a Slack of our own: start, load with faults, memory.
 * @returns the exit code: 0 whatever the figures are, 1 when nothing could be measured
 */
export async function measureSlack(args: readonly string[]): Promise<number> {
  const children = createChildren();
  const folder = mkdtempSync(join(tmpdir(), 'cpts-bench-'));
  try {
    const settings = readSettings(args);
    const stopped = Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]).then(() => {
      throw new Error('stopped before the end');
    });
    await Promise.race([measure(settings, folder, children), stopped, children.failed]);
    return 0;
  } catch (error) {
    process.stderr.write(`bench slack: ${error instanceof Error ? error.message : error}\n`);
    return 1;
  } finally {
    await children.endAll();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(settings: Settings, folder: string, children: Children): Promise<void> {
  const load = await startLoad(settings, children);
  const toBotSettings = (dataDir: string) => ({ env: toEnv(settings, load.secrets, dataDir), node: settings.node });
  const ready: number[] = [];
  for (let start = 1; start < STARTS; start += 1) {
    const bot = await startBot(toBotSettings(join(folder, String(start))), children);
    ready.push(bot.readyMs);
    await bot.stop();
  }
  const dataDir = join(folder, 'measured');
  const bot = await startBot(toBotSettings(dataDir), children);
  printFigure(atMost(READY_LIMIT_MS, 'slack-ready', findQuantile([...ready, bot.readyMs], 0.5), 'ms'));
  const memory = createMemoryTeller(bot);
  memory.tell('when-ready');
  const before = readUsage(bot.pid);
  const { eventsUrl } = bot;
  for (const figure of await load.run({ kind: 'load', ...(eventsUrl && { eventsUrl }) }, memory.note))
    printFigure(figure);
  memory.tell('after-load');
  const questions = settings.perSecond * settings.seconds;
  const processorMs = readUsage(bot.pid).processorMs - before.processorMs;
  printFigure(withoutLimit('load-processor-per-question', processorMs / questions, 'ms'));
  for (const figure of countJournal('load', dataDir)) printFigure(figure);
  for (const figure of await load.run({ kind: 'go-on' }, memory.note)) printFigure(figure);
  memory.tellGrowth();
  for (const figure of countJournal('all', dataDir)) printFigure(figure);
  await bot.stop();
}

/** Only what the bot is told here: nothing of this machine's own settings. An empty variable is one not given. */
function toEnv({ delivery }: Settings, secrets: Secrets, dataDir: string): Readonly<Record<string, string>> {
  const isSocket = delivery === 'socket';
  return {
    DATA_DIR: dataDir,
    SLACK_API_URL: secrets.apiUrl,
    SLACK_BOT_TOKEN: secrets.botToken,
    SLACK_APP_TOKEN: isSocket ? secrets.appToken : '',
    SLACK_SIGNING_SECRET: isSocket ? '' : secrets.signingSecret,
    PORT: '0',
    HOST: '127.0.0.1',
  };
}

/** Tells the resident memory of the bot, now and as the questions go. */
function createMemoryTeller({ pid }: Bot) {
  const seen = new Map<number, number>();
  return {
    tell(moment: string): void {
      printFigure(atMost(MEMORY_LIMIT_MB, `memory-${moment}`, readUsage(pid).residentMb, 'MB'));
    },
    note(answered: number): void {
      const { residentMb } = readUsage(pid);
      seen.set(answered, residentMb);
      printFigure(atMost(MEMORY_LIMIT_MB, `memory-at-${answered}`, residentMb, 'MB'));
    },
    tellGrowth(): void {
      const last = seen.get(LATE);
      for (const from of [EARLY, MIDDLE]) {
        const first = seen.get(from);
        if (first === undefined || last === undefined) continue;
        printFigure(atMost(GROWTH_LIMIT_MB, `memory-growth-${from}-to-${LATE}`, last - first, 'MB'));
      }
      printFigure(atMost(MEMORY_LIMIT_MB, 'memory-peak', readUsage(pid).peakMb, 'MB'));
    },
  };
}
