import { BotError } from '#corpus/law/bot-error.ts';
import { assemble, findAdapters } from './assemble.ts';
import { loadEnv } from './env.ts';
import { findToday } from './find-today.ts';
import { chat } from './terminal/chat.ts';

/** `npm start`: the terminal chat (Slack comes with its own adapter). */
async function main(): Promise<void> {
  const assembly = assemble(undefined, await findAdapters(loadEnv()));
  const { stdin, stdout, stderr } = process;
  await chat(assembly, { input: stdin, output: stdout, journal: stderr, columns: stdout.columns }, findToday);
}

try {
  await main();
} catch (error) {
  if (!(error instanceof BotError)) throw error;
  process.stderr.write(`${error.message}\n${error.remedy} [${error.code}]\n`);
  process.exitCode = 1;
}
