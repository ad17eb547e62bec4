import { existsSync } from 'node:fs';
import { loadEnvFile } from 'node:process';
import { z } from 'zod';
import { BotError } from '#corpus/law/bot-error.ts';

/** Settings read from the environment; this file is the only reader of `process.env`. */
export const Env = z.object({
  /** Folder of everything a running bot writes. */
  DATA_DIR: z.string().min(1).default('./data'),
  /** `hnsw` asks for the graph index when its native module is installed; `exact` compares vectors one by one. */
  CPTS_INDEX: z.enum(['exact', 'hnsw'], { error: 'Valeurs acceptées : exact, hnsw.' }).default('exact'),
  SLACK_BOT_TOKEN: z.string().optional(),
  SLACK_APP_TOKEN: z.string().optional(),
});
export type Env = z.infer<typeof Env>;

/** Adds the settings of the `.env` file of the current folder, when there is one; variables already set win. */
export function loadEnv(): Env {
  if (existsSync('.env')) loadEnvFile('.env');
  return readEnv();
}

/**
 * Reads the settings.
 * @throws {BotError} ERR_REGLAGE naming the variable, what was found and what is accepted
 */
function readEnv(): Env {
  const given = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ''));
  const result = Env.safeParse(given);
  if (result.success) return result.data;
  const lines = result.error.issues.map(({ path, message }) => {
    const name = path.join('.');
    return `${name} : « ${given[name] ?? ''} » trouvé. ${message}`;
  });
  throw new BotError(
    'ERR_REGLAGE',
    `Réglage non valide\n${lines.join('\n')}`,
    'Voyez .env.example, qui explique chaque variable.',
  );
}
