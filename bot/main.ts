import { assemble, findAdapters } from './assemble.ts';
import type { Env } from './env.ts';
import { findToday } from './find-today.ts';
import { runProgram } from './run-program.ts';
import { chat } from './terminal/chat.ts';

const ARGUMENTS_REFUSED =
  "npm start ouvre la conversation et ne prend pas d'argument. Pour une commande, écrivez : npm run -s cpts -- COMMANDE\n";

await runProgram(main);

/** `npm start`: the terminal chat (Slack comes with its own adapter). */
async function main(env: Env): Promise<number> {
  const { stdin, stdout, stderr } = process;
  if (process.argv.length > 2) {
    stderr.write(ARGUMENTS_REFUSED);
    return 2;
  }
  const assembly = assemble(undefined, await findAdapters(env));
  await chat(assembly, { input: stdin, output: stdout, journal: stderr, columns: stdout.columns }, findToday);
  return 0;
}
