import { describe, expect, it } from 'vitest';
import { Env } from '../env.ts';
import { findSlackSettings } from './find-slack-settings.ts';

const [BOT, APP, SECRET] = [
  { SLACK_BOT_TOKEN: 'xoxb-1' },
  { SLACK_APP_TOKEN: 'xapp-1' },
  { SLACK_SIGNING_SECRET: 's' },
];
const API = 'https://slack.com/api/';

describe('findSlackSettings', () => {
  it.each([
    ['nothing', {}, undefined],
    ['both tokens', { ...BOT, ...APP }, { mode: 'socket', botToken: 'xoxb-1', apiUrl: API, appToken: 'xapp-1' }],
    [
      'a token and the secret',
      { ...BOT, ...SECRET, PORT: '8080', HOST: '127.0.0.1' },
      { mode: 'http', botToken: 'xoxb-1', apiUrl: API, signingSecret: 's', port: 8080, host: '127.0.0.1' },
    ],
    // A socket needs no public address: it is preferred.
    ['everything', { ...BOT, ...APP, ...SECRET }, expect.objectContaining({ mode: 'socket' })],
    [
      'another Slack',
      { ...BOT, ...APP, SLACK_API_URL: 'http://127.0.0.1:1/api/' },
      expect.objectContaining({ apiUrl: 'http://127.0.0.1:1/api/' }),
    ],
  ])('reads %s', (_, given, settings) => {
    expect(findSlackSettings(Env.parse(given))).toEqual(settings);
  });

  it.each([
    ['the token alone', BOT, 'SLACK_APP_TOKEN, ou SLACK_SIGNING_SECRET'],
    ['the token of the application alone', APP, 'SLACK_BOT_TOKEN'],
    ['the secret alone', SECRET, 'SLACK_BOT_TOKEN'],
    ['all but the token', { ...APP, ...SECRET }, 'SLACK_BOT_TOKEN'],
  ])('names what is missing to %s, and repeats nothing', (_, given, missing) => {
    expect(() => findSlackSettings(Env.parse(given))).toThrow(
      expect.objectContaining({
        code: 'ERR_REGLAGE',
        message: `Réglage incomplet : il manque ${missing} pour se connecter à Slack`,
      }),
    );
  });
});
