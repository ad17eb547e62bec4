import { webApi } from '@slack/bolt';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { BotError } from '#corpus/law/bot-error.ts';
import { ModelError } from '../model/model-error.ts';
import { describeError } from './describe-error.ts';

/** Words that nobody may find in the log. */
const WORDS = 'Madame Dupont, diabète, jeanne.dupont@exemple.fr, xoxb-12-secret';

/** The first line: what is said besides the calls. */
function tellHead(error: unknown): string {
  return describeError(error).split('\n')[0] ?? '';
}

describe('describeError', () => {
  it.each<[string, unknown, string]>([
    ['an error of ours', new BotError('ERR_STORE_PLEIN', WORDS, WORDS), 'BotError ERR_STORE_PLEIN'],
    ['a defect', new TypeError(WORDS), 'TypeError'],
    [
      'an error of the system',
      Object.assign(new Error(WORDS), { code: 'ENOSPC', syscall: 'write' }),
      'Error ENOSPC write',
    ],
    [
      'an error of SQLite',
      Object.assign(new Error(WORDS), { code: 'ERR_SQLITE_ERROR', errcode: 13 }),
      'Error ERR_SQLITE_ERROR sqlite:13',
    ],
    [
      'a refusal of Slack',
      new webApi.WebAPIPlatformError({ ok: false, error: 'not_in_channel' }),
      'WebAPIPlatformError slack_webapi_platform_error not_in_channel',
    ],
    [
      'a status of Slack',
      new webApi.WebAPIHTTPError(503, WORDS, {}, WORDS),
      'WebAPIHTTPError slack_webapi_http_error http:503',
    ],
    [
      'a fault of a model',
      new ModelError('CLE', { detail: 'statut 403, jean_dupont', said: WORDS }),
      'BotError ERR_MODELE_CLE http:403',
    ],
    [
      'a schema',
      z.strictObject({ a: z.string() }).safeParse({ [WORDS]: 1 }).error,
      'ZodError zod:invalid_type zod:unrecognized_keys',
    ],
    ['a string', WORDS, 'thrown: string'],
    ['an object', { message: WORDS }, 'thrown: object'],
    ['nothing', null, 'thrown: null'],
  ])('tells %s by its kind and its codes', (_, error, head) => {
    expect(tellHead(error)).toBe(head);
    expect(describeError(error)).not.toMatch(/Dupont|diabète|@exemple|xoxb/);
  });

  it.each(['code', 'syscall', 'name', 'data', 'issues', 'statusCode', 'detail', 'errcode'])(
    'leaves out words that stand in the place of a fact: %s',
    (property) => {
      const error = Object.assign(new Error(WORDS), { [property]: property === 'data' ? { error: WORDS } : WORDS });
      expect(tellHead(error)).toBe('Error');
    },
  );

  it('tells the calls with their places in the project, and those of the causes', () => {
    const told = describeError(new Error(WORDS, { cause: new RangeError(WORDS) }));
    expect(told).toMatch(/^Error\n {4}at .*bot\/operation\/describe-error\.test\.ts:\d+\n/);
    expect(told).toMatch(/\ncause: RangeError\n {4}at .*describe-error\.test\.ts:\d+\n/);
    expect(told).not.toContain(import.meta.dirname);
  });

  it('tells the first of several errors, and ends a chain that bites its tail', () => {
    expect(describeError(new AggregateError([new RangeError(WORDS)], WORDS))).toContain('cause: RangeError');
    const error = new Error(WORDS);
    error.cause = error;
    expect(describeError(error).match(/cause:/g)).toHaveLength(4);
  });

  it('is not deceived by a message that looks like calls', () => {
    const call = '    at Dupont (file:///x/bot/diabete.ts:1:2)';
    for (const message of [call, `a\n${call}`, `${call}\n${call}`, `\n${call}\n`]) {
      const error = new Error(message);
      expect(describeError(error)).not.toMatch(/Dupont|diabete/);
      expect(describeError(error).split('\n')[1]).toContain('describe-error.test.ts');
      for (error.message of ['changed', '']) expect(describeError(error)).toBe('Error');
    }
  });

  it('lets no word of any message out', () => {
    const words = fc.stringMatching(/^[a-zé]{4,12}$/).map((word) => `zq${word}`);
    const message = fc.array(fc.oneof(words, fc.constantFrom('\n', ' ', '    at ', '(', ':1:2)', '"')), {
      minLength: 1,
    });
    fc.assert(
      fc.property(message, fc.constantFrom(Error, TypeError, SyntaxError), (parts, Kind) => {
        expect(describeError(new Kind(parts.join('')))).not.toContain('zq');
      }),
    );
  });
});
