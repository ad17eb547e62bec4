import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const ROOT = join(import.meta.dirname, '../../..');

/** `npm start`, with what it has printed so far. */
export type Program = {
  readonly child: ChildProcess;
  readonly lines: string[];
  readonly waitForLine: (start: string) => Promise<string>;
};

/** Starts the program with the flags of `npm start`, and nothing of the environment of the tests. */
export function startProgram(env: Readonly<Record<string, string>>): Program {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: { start: string } };
  const [, ...args] = scripts.start.split(' ');
  const child = spawn(process.execPath, args, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const lines: string[] = [];
  const waiting = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      lines.push(line);
      for (const look of waiting) look();
    });
  }
  return {
    child,
    lines,
    async waitForLine(start) {
      const { promise, resolve, reject } = Promise.withResolvers<string>();
      const look = () => {
        const line = lines.find((one) => one.startsWith(start));
        if (line !== undefined) resolve(line);
      };
      waiting.add(look);
      child.once('close', () => reject(new Error(`the program ended:\n${lines.join('\n')}`)));
      look();
      return promise.finally(() => waiting.delete(look));
    },
  };
}
