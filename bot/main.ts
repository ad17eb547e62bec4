import { existsSync } from 'node:fs';
import { loadEnvFile } from 'node:process';
import { BotError } from '#corpus/law/bot-error.ts';
import { assemble, findIndexFolder } from './assemble.ts';
import { readEnv } from './env.ts';
import { findToday } from './find-today.ts';
import { chat } from './terminal/chat.ts';

/** `npm start`: the terminal chat (Slack comes with its own adapter). */
async function main(): Promise<void> {
  if (existsSync('.env')) loadEnvFile('.env');
  const env = readEnv();
  const assembly = assemble(undefined, findIndexFolder(env.DATA_DIR));
  const { stdin, stdout, stderr } = process;
  await chat(assembly, { input: stdin, output: stdout, journal: stderr }, findToday);
}

try {
  await main();
} catch (error) {
  if (!(error instanceof BotError)) throw error;
  process.stderr.write(`${error.message}\n${error.remedy} [${error.code}]\n`);
  process.exitCode = 1;
}
