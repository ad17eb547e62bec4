import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { answerQuestion } from '#bot/answer/answer-question.ts';
import { assemble } from '#bot/assemble.ts';
import { sealRendered } from '#bot/gate.ts';
import { renderAnswer } from '#bot/render/render-text.ts';
import { readYaml } from '#corpus/read-yaml.ts';
import { Questionnaire } from '../questions.ts';

/** Answers measured after the first one. */
const ROUNDS = 2000;
const HERE = import.meta.dirname;
/** Those of the npm scripts: a small heap, so that what loading leaves behind is given back. */
const NODE_FLAGS = ['--max-semi-space-size=4', '--max-old-space-size=160'];

const [mode = 'parent'] = process.argv.slice(2);
if (mode === 'enfant') await measureInside();
else measureOutside();

/** Starts fresh processes: cold start from the launch of Node to the first line « prêt ». */
function measureOutside(): void {
  const starts: number[] = [];
  let inside: readonly string[] = [];
  for (let round = 0; round < 5; round += 1) {
    const started = performance.timeOrigin + performance.now();
    const { stdout } = spawnSync(
      process.execPath,
      [...NODE_FLAGS, join(HERE, 'run-bench.ts'), 'enfant', String(started)],
      {
        encoding: 'utf8',
      },
    );
    const [ready = '', ...lines] = stdout.trim().split('\n');
    starts.push((JSON.parse(ready) as { value: number }).value);
    inside = lines;
  }
  print('cold-start-to-ready', findQuantile(starts, 0.5), 'ms', 1500);
  for (const line of inside) process.stdout.write(`${line}\n`);
}

async function measureInside(): Promise<void> {
  const { pipeline, corpus } = assemble();
  print('ready', performance.timeOrigin + performance.now() - Number(process.argv[3]), 'ms', 1500);
  const rendering = { vocabulary: pipeline.vocabulary, sources: corpus.sources };
  const questions = globSync('*.yaml', { cwd: join(HERE, '../questions') }).flatMap((file) => {
    const { jour, questions: list } = readYaml(join(HERE, '../questions', file), Questionnaire);
    return list.map(({ texte }) => ({ text: texte, today: jour }));
  });
  const times: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const question = questions[round % questions.length];
    if (!question) break;
    const started = performance.now();
    sealRendered(renderAnswer(await answerQuestion(question, pipeline), rendering));
    times.push(performance.now() - started);
  }
  const [first = 0, ...later] = times;
  print('first-answer', first, 'ms', 150);
  print('answer-p50', findQuantile(later, 0.5), 'ms', 10);
  print('answer-p99', findQuantile(later, 0.99), 'ms', 40);
  print('resident-memory', process.memoryUsage().rss / 1e6, 'MB', 200);
}

function findQuantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** One JSON line a figure: what, how much, the limit that the project sets itself. */
function print(name: string, value: number, unit: string, limit: number): void {
  const rounded = Math.round(value * 100) / 100;
  process.stdout.write(`${JSON.stringify({ name, value: rounded, unit, limit, ok: rounded <= limit })}\n`);
}
