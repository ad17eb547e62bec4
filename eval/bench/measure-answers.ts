import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { atMost, findQuantile, printFigure } from './figures.ts';
import { readStartCommand } from './start-command.ts';

/** Fresh processes started, of which the median counts. */
const STARTS = 5;

const Ready = z.object({ value: z.number() });

/** Starts fresh processes: cold start from the launch of Node to the first line « prêt », then answers. */
export function measureAnswers(): void {
  const file = fileURLToPath(import.meta.resolve('./run-answers.ts'));
  const { flags } = readStartCommand();
  const starts: number[] = [];
  let inside: readonly string[] = [];
  for (let round = 0; round < STARTS; round += 1) {
    const started = performance.timeOrigin + performance.now();
    const { stdout } = spawnSync(process.execPath, [...flags, file, String(started)], { encoding: 'utf8' });
    const [ready = '', ...lines] = stdout.trim().split('\n');
    starts.push(Ready.parse(JSON.parse(ready)).value);
    inside = lines;
  }
  printFigure(atMost(1500, 'cold-start-to-ready', findQuantile(starts, 0.5), 'ms'));
  for (const line of inside) process.stdout.write(`${line}\n`);
}
