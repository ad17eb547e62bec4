import { parseArgs } from 'node:util';
import { assemble } from '#bot/assemble.ts';
import { findToday } from '#bot/find-today.ts';
import { createScribe } from '#bot/render/scribe.ts';
import { renderLicensed } from '#corpus/law/licensed-text.ts';
import { findQuantile } from '../bench/figures.ts';
import { loadScripts, type Script } from '../bench/slack/load-scripts.ts';
import type { ChaosRun } from './chaos-run.ts';
import { type ChaosReport, playChaos } from './play-chaos.ts';

/** What is asked of the bot, the times of a calm machine. */
const [MOST_READY_MS, MOST_STATUS_MS, MOST_MB, MOST_STOP_MS] = [2000, 300, 300, 10_000];

process.exitCode = await main();

/**
 * `npm run chaos`: kills the real program while people ask, by both doors.
 * Options: `--kills`, `--per-second`, `--seed`, `--door`, and `--all` for each door with and without the right to read channels.
 */
async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      kills: { type: 'string', default: '20' },
      'per-second': { type: 'string', default: '50' },
      seed: { type: 'string', default: '1' },
      all: { type: 'boolean', default: false },
      door: { type: 'string' },
    },
  });
  const common = { kills: Number(values.kills), perSecond: Number(values['per-second']), seed: Number(values.seed) };
  const runs: readonly ChaosRun[] = [
    { ...common, door: 'socket', canRead: true },
    { ...common, door: 'http', canRead: false },
    ...(values.all
      ? [{ ...common, door: 'socket', canRead: false } as const, { ...common, door: 'http', canRead: true } as const]
      : []),
  ];
  const scripts = createScriptLoader();
  const { vocabulary } = assemble().pipeline;
  const again = (['fr', 'en'] as const).map((lang) => {
    return renderLicensed(createScribe('interface', findToday(), vocabulary, lang).phrase('livraison-reprise')).text;
  });
  let isGood = true;
  for (const run of runs.filter(({ door }) => values.door === undefined || values.door === door)) {
    const report = await playChaos(run, scripts, again);
    isGood = tell(run, report) && isGood;
  }
  return isGood ? 0 : 1;
}

/** The answers are made once: every fake Slack gives the bot the same name. */
function createScriptLoader(): (botUserId: string) => Promise<readonly Script[]> {
  let loaded: Promise<readonly Script[]> | undefined;
  return (botUserId) => {
    loaded ??= loadScripts(botUserId);
    return loaded;
  };
}

/** Prints what a run has shown; false when something must not be. */
function tell(run: ChaosRun, report: ChaosReport): boolean {
  const { door, canRead, kills } = run;
  const { questions, once, marked, faults, violations, asked, killsBetween, sendsBetween } = report;
  const print = (line: string) => void process.stdout.write(`${line}\n`);
  print(`${door}, ${canRead ? 'with' : 'without'} the right to read channels: ${kills} kills`);
  print(`  kills between a send and its record: ${killsBetween} (${sendsBetween} sends)`);
  print(`  questions: ${questions} (${asked.byCommand.length} commands, ${asked.edits} edits)`);
  print(
    `  answered once: ${once}; once, and again with a mark: ${marked}; told by Slack to have failed: ${report.untaken}`,
  );
  const measured: readonly (readonly [string, number, number, string])[] = [
    ['ready, median', findQuantile(report.readyMs, 0.5), MOST_READY_MS, 'ms'],
    ['first status, median', findQuantile(report.statusMs, 0.5), MOST_STATUS_MS, 'ms'],
    ['first status, 95 of 100', findQuantile(report.statusMs, 0.95), MOST_STATUS_MS, 'ms'],
    ['memory, peak', report.peakMb, MOST_MB, 'MB'],
    ['stop', report.stopMs, MOST_STOP_MS, 'ms'],
  ];
  // Times are those of a machine that does two things at once: they are told, not demanded.
  for (const [name, value, most, unit] of measured) print(`  ${name}: ${Math.round(value)} ${unit} (at most ${most})`);
  for (const [code, own] of report.incidents)
    print(`  journal: ${code}, ${own.length} times: ${own[0]?.slice(0, 200)}`);
  for (const fault of [...faults, ...violations].slice(0, 20)) print(`  FAULT ${fault}`);
  return faults.length + violations.length === 0;
}
