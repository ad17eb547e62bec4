import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chdir, cwd, env } from 'node:process';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { hideLibrarySettings, loadEnv } from './env.ts';

const former = cwd();
const folder = mkdtempSync(join(tmpdir(), 'cpts-env-'));
/** Every variable that is read: those of the machine must not be seen. */
const NAMES = [
  ...['DATA_DIR', 'CPTS_INDEX', 'SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'SLACK_SIGNING_SECRET'],
  ...['OPENAI_API_KEY', 'OPENAI_BASE_URL', 'OPENAI_MODEL', 'OPENAI_EMBEDDING_MODEL', 'MODEL_TOKENS_PER_DAY'],
  'ANSWERS_DAYS',
];

const OPERATION = ['LOG_LEVEL', 'LOG_TO', 'HEALTH_PORT', 'HEALTH_HOST'];

// A folder without `.env`.
beforeAll(() => chdir(folder));
afterAll(() => {
  chdir(former);
  rmSync(folder, { recursive: true });
});
afterEach(() => void vi.unstubAllEnvs());

function load(given: Readonly<Record<string, string>>) {
  for (const name of [...NAMES, 'SLACK_API_URL', 'PORT', 'HOST', ...OPERATION]) vi.stubEnv(name, '');
  for (const [name, value] of Object.entries(given)) vi.stubEnv(name, value);
  return loadEnv();
}

describe('loadEnv', () => {
  it('needs nothing: an empty variable is one that is not given', () => {
    expect(load({})).toEqual({
      DATA_DIR: './data',
      CPTS_INDEX: 'exact',
      SLACK_API_URL: 'https://slack.com/api/',
      PORT: 3000,
      HOST: '0.0.0.0',
      LOG_LEVEL: 'info',
      LOG_TO: 'fichier',
      HEALTH_HOST: '127.0.0.1',
      OPENAI_BASE_URL: 'https://api.openai.com/v1',
      MODEL_TOKENS_PER_DAY: 1_000_000,
      ANSWERS_DAYS: 90,
    });
  });

  it('reads what is given', () => {
    const given = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1', PORT: '65535' };
    expect(load(given)).toMatchObject({ ...given, PORT: 65_535 });
  });

  it.each([
    ['CPTS_INDEX', 'vite', '« vite » trouvé. Valeurs acceptées : exact, hnsw.'],
    ['PORT', 'http', '« http » trouvé. Écrivez un numéro de port.'],
    ['PORT', '65536', '« 65536 » trouvé. Un numéro de port ne dépasse pas 65535.'],
    ['HEALTH_PORT', '-1', '« -1 » trouvé. Écrivez un numéro de port.'],
    ['LOG_LEVEL', 'tout', '« tout » trouvé. Valeurs acceptées : error, warn, info, debug.'],
    ['LOG_TO', 'syslog', '« syslog » trouvé. Valeurs acceptées : fichier, stderr.'],
    ['SLACK_API_URL', 'slack.com', '« slack.com » trouvé. Écrivez une adresse complète.'],
    ['MODEL_TOKENS_PER_DAY', '1 000', '« 1 000 » trouvé. Écrivez un nombre entier, sans espace.'],
    ['ANSWERS_DAYS', '-1', '« -1 » trouvé. Écrivez un nombre de jours, par exemple 90, ou 0 pour ne rien garder.'],
    [
      'OPENAI_BASE_URL',
      'ftp://ia.example',
      '« ftp://ia.example » trouvé. Écrivez une adresse complète, qui commence par https:// ou http://.',
    ],
  ])('refuses %s=%s, says what was found and what is accepted', (name, value, told) => {
    expect(() => load({ [name]: value })).toThrow(
      expect.objectContaining({ code: 'ERR_REGLAGE', message: `Réglage non valide\n${name} : ${told}` }),
    );
  });

  it.each([
    ['OPENAI_API_KEY', 'sk-very-secret\nOPENAI_MODEL=m', 'Une clé ne contient ni espace ni accent.'],
    ['OPENAI_BASE_URL', 'https://moi:very-secret@ia.example/v1', 'La clé va dans OPENAI_API_KEY, pas dans l’adresse.'],
  ])('never repeats what may hold a key: %s', (name, secret, told) => {
    const error = catchError(() => load({ [name]: secret }));
    expect(error).toMatchObject({ code: 'ERR_REGLAGE' });
    expect(String(error)).toContain(`${name} : valeur non montrée. ${told}`);
    expect(String(error)).not.toContain('very-secret');
  });

  it.each([
    ['SLACK_BOT_TOKEN', 'xapp-1-A0-very-secret', 'xoxb-'],
    ['SLACK_APP_TOKEN', 'xoxb-1-very-secret', 'xapp-'],
    ['SLACK_BOT_TOKEN', ' xoxb-1-very-secret', 'xoxb-'],
  ])('never repeats a secret: %s', (name, secret, start) => {
    const error = catchError(() => load({ [name]: secret, CPTS_INDEX: 'other' }));
    expect(error).toMatchObject({ code: 'ERR_REGLAGE' });
    expect(String(error)).toContain(`${name} : valeur non montrée. Ce jeton commence par « ${start} ».`);
    expect(`${String(error)} ${JSON.stringify(error)}`).not.toContain('very-secret');
  });
});

it('hides from libraries what they would read by themselves, and nothing else', () => {
  const hidden = ['LANGSMITH_TRACING', 'LANGCHAIN_TRACING_V2', 'LANGSMITH_GATEWAY', 'OPENAI_LOG', 'OPENAI_API_KEY'];
  for (const name of [...hidden, 'CPTS_OTHER']) vi.stubEnv(name, 'true');
  hideLibrarySettings();
  expect(hidden.filter((name) => name in env)).toEqual([]);
  expect(env).toHaveProperty('CPTS_OTHER', 'true');
});

function catchError(run: () => void): unknown {
  try {
    run();
    return undefined;
  } catch (error) {
    return error;
  }
}
