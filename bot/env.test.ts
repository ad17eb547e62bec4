import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chdir, cwd } from 'node:process';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { loadEnv } from './env.ts';

const former = cwd();
const folder = mkdtempSync(join(tmpdir(), 'cpts-env-'));
/** Every variable that is read: those of the machine must not be seen. */
const NAMES = ['DATA_DIR', 'CPTS_INDEX', 'SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'SLACK_SIGNING_SECRET'];

// A folder without `.env`.
beforeAll(() => chdir(folder));
afterAll(() => {
  chdir(former);
  rmSync(folder, { recursive: true });
});
afterEach(() => void vi.unstubAllEnvs());

function load(given: Readonly<Record<string, string>>) {
  for (const name of [...NAMES, 'SLACK_API_URL', 'PORT', 'HOST']) vi.stubEnv(name, '');
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
    ['SLACK_API_URL', 'slack.com', '« slack.com » trouvé. Écrivez une adresse complète.'],
  ])('refuses %s=%s, says what was found and what is accepted', (name, value, told) => {
    expect(() => load({ [name]: value })).toThrow(
      expect.objectContaining({ code: 'ERR_REGLAGE', message: `Réglage non valide\n${name} : ${told}` }),
    );
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

function catchError(run: () => void): unknown {
  try {
    run();
    return undefined;
  } catch (error) {
    return error;
  }
}
