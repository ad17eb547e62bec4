import { type ChildProcess, spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { join } from 'node:path';

/** Folders whose files decide an answer or its score. */
const FOLDERS = ['corpus', 'tools', 'bot', 'eval'];
/** Files are often written several at a time. */
const QUIET_MS = 300;

/** Runs the eval in a process of its own, and again each time a file of ours changes. */
export function watchEval(options: readonly string[]): void {
  const root = join(import.meta.dirname, '..');
  let running: ChildProcess | undefined;
  let timer: NodeJS.Timeout | undefined;
  const run = () => {
    running?.kill();
    running = spawn(process.execPath, [join(import.meta.dirname, 'run-eval.ts'), ...options], { stdio: 'inherit' });
  };
  for (const folder of FOLDERS) {
    watch(join(root, folder), { recursive: true }, () => {
      clearTimeout(timer);
      timer = setTimeout(run, QUIET_MS);
    });
  }
  run();
}
