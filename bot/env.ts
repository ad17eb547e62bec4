import { existsSync } from 'node:fs';
import { loadEnvFile } from 'node:process';
import { z } from 'zod';
import { BotError } from '#corpus/law/bot-error.ts';
import { LOG_LEVELS } from './operation/log.ts';

/** A token as Slack writes it; two of them are easily put one for the other. */
function createToken(start: string): z.ZodOptional<z.ZodString> {
  return z
    .string()
    .startsWith(start, { error: `Ce jeton commence par « ${start} ».` })
    .optional();
}

function createPort() {
  return z
    .string()
    .regex(/^\d{1,5}$/, { error: 'Écrivez un numéro de port.', abort: true })
    .refine((port) => Number(port) < 65_536, { error: 'Un numéro de port ne dépasse pas 65535.' })
    .transform(Number);
}

/** Settings read from the environment; this file is the only reader of `process.env`. */
export const Env = z.object({
  /** Folder of everything a running bot writes. */
  DATA_DIR: z.string().min(1).default('./data'),
  /** `hnsw` asks for the graph index when its native module is installed; `exact` compares vectors one by one. */
  CPTS_INDEX: z.enum(['exact', 'hnsw'], { error: 'Valeurs acceptées : exact, hnsw.' }).default('exact'),
  SLACK_BOT_TOKEN: createToken('xoxb-'),
  /** Given: the bot opens a socket to Slack. */
  SLACK_APP_TOKEN: createToken('xapp-'),
  /** Given without the token above: Slack's requests come in over HTTP. */
  SLACK_SIGNING_SECRET: z.string().optional(),
  /** Address of Slack's Web API: another one behind a relay, or in the tests. */
  SLACK_API_URL: z.url({ error: 'Écrivez une adresse complète.' }).default('https://slack.com/api/'),
  /** Where Slack's requests are listened to over HTTP. */
  PORT: createPort().default(3000),
  HOST: z.string().default('0.0.0.0'),
  /** How much is logged; each level holds those before it. */
  LOG_LEVEL: z.enum(LOG_LEVELS, { error: `Valeurs acceptées : ${LOG_LEVELS.join(', ')}.` }).default('info'),
  /** Where the log goes: `journal.log` of `DATA_DIR`, or the error output. */
  LOG_TO: z.enum(['fichier', 'stderr'], { error: 'Valeurs acceptées : fichier, stderr.' }).default('fichier'),
  /** Given: the health pages have a server of their own. Not given: over HTTP they share Slack's, over a socket there are none. */
  HEALTH_PORT: createPort().optional(),
  HEALTH_HOST: z.string().default('127.0.0.1'),
  /** Key of the endpoint of the model; given with `OPENAI_MODEL`, a model composes the answers. */
  OPENAI_API_KEY: z
    .string()
    .regex(/^[\x21-\x7e]+$/, { error: 'Une clé ne contient ni espace ni accent.' })
    .optional(),
  OPENAI_BASE_URL: z
    .url({ protocol: /^https?$/, error: 'Écrivez une adresse complète, qui commence par https:// ou http://.' })
    .refine((address) => !hasPassword(address), { error: 'La clé va dans OPENAI_API_KEY, pas dans l’adresse.' })
    .default('https://api.openai.com/v1'),
  OPENAI_MODEL: z.string().optional(),
  /** Model of vectors, at the same address and with the same key. */
  OPENAI_EMBEDDING_MODEL: z.string().optional(),
  /** Tokens that a workspace may use up in a day. */
  MODEL_TOKENS_PER_DAY: z
    .string()
    .regex(/^\d{1,12}$/, { error: 'Écrivez un nombre entier, sans espace.' })
    .transform(Number)
    .default(1_000_000),
  /** Days that answers given in Slack are kept, with what was thought of them; 0 keeps none. */
  ANSWERS_DAYS: z
    .string()
    .regex(/^\d{1,4}$/, { error: 'Écrivez un nombre de jours, par exemple 90, ou 0 pour ne rien garder.' })
    .transform(Number)
    .default(90),
});
export type Env = z.infer<typeof Env>;

/** Adds the settings of the `.env` file of the current folder, when there is one; variables already set win. */
export function loadEnv(): Env {
  if (existsSync('.env')) loadEnvFile('.env');
  return readEnv();
}

/**
 * Reads the settings.
 * @throws {BotError} ERR_REGLAGE naming the variable, what was found and what is accepted; a secret is never repeated
 */
function readEnv(): Env {
  const given = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ''));
  const result = Env.safeParse(given);
  if (result.success) return result.data;
  const lines = result.error.issues.map(({ path, message }) => {
    const name = path.join('.');
    const isSecret = SECRET.test(name) || hasPassword(given[name] ?? '');
    const found = isSecret ? 'valeur non montrée' : `« ${given[name] ?? ''} » trouvé`;
    return `${name} : ${found}. ${message}`;
  });
  throw new BotError(
    'ERR_REGLAGE',
    `Réglage non valide\n${lines.join('\n')}`,
    'Voyez .env.example, qui explique chaque variable.',
  );
}

const SECRET = /_(?:TOKEN|SECRET|KEY)$/;

function hasPassword(address: string): boolean {
  const url = URL.parse(address);
  return url !== null && (url.username !== '' || url.password !== '');
}

/**
 * Takes the variables of the model's libraries out of the environment, once our settings are read.
 * They read it themselves: some would send each exchange to a third party, print it, or change its address.
 */
export function hideLibrarySettings(): void {
  for (const name of Object.keys(process.env)) {
    if (LIBRARY.test(name)) delete process.env[name];
  }
}

/** LANGCHAIN_TRACING_V2, LANGSMITH_GATEWAY, OPENAI_LOG, OPENAI_CUSTOM_HEADERS and their like. */
const LIBRARY = /^(?:LANGCHAIN|LANGSMITH|OPENAI)_/i;
