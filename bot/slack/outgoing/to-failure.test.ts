import { webApi } from '@slack/bolt';
import { describe, expect, it } from 'vitest';
import { BotError } from '#corpus/law/bot-error.ts';
import { toFailure, toRefusal } from './to-failure.ts';

describe('toFailure', () => {
  it.each<[string, unknown, object]>([
    ['a rate limit, with the time that Slack asks for', new webApi.WebAPIRateLimitedError(7), { retryAfterMs: 7000 }],
    ['an error of the server', new webApi.WebAPIHTTPError(503, '', {}), {}],
    ['a limit told without a time', new webApi.WebAPIHTTPError(429, '', {}), {}],
    ['an error of the network', new webApi.WebAPIRequestError(new Error('ECONNRESET')), {}],
    ['a fault of Slack', toPlatformError('fatal_error'), {}],
    ['an error of Slack', toPlatformError('internal_error'), {}],
    ['too many messages', toPlatformError('rate_limited'), {}],
    ['too many calls', toPlatformError('ratelimited'), {}],
    ['a reply that Slack waited for too long', toPlatformError('request_timeout'), {}],
    ['a service that is away', toPlatformError('service_unavailable'), {}],
  ])('tries again after %s', (_, error, more) => {
    expect(toFailure(error)).toEqual({ kind: 'passing', ...more });
  });

  it.each([
    ['invalid_auth', 'ERR_SLACK_JETON'],
    ['token_revoked', 'ERR_SLACK_JETON'],
    ['message_not_found', 'ERR_SLACK_DISPARU'],
    ['edit_window_closed', 'ERR_SLACK_DISPARU'],
    ['cant_delete_message', 'ERR_SLACK_DISPARU'],
    ['expired_trigger_id', 'ERR_SLACK_TROP_TARD'],
    ['exchanged_trigger_id', 'ERR_SLACK_TROP_TARD'],
    ['view_too_large', 'ERR_SLACK_FENETRE'],
    ['not_found', 'ERR_SLACK_FENETRE'],
    ['message_not_in_streaming_state', 'ERR_SLACK_FLUX'],
    ['stopped_by_user', 'ERR_SLACK_FLUX'],
    ['msg_too_long', 'ERR_SLACK_TROP_LONG'],
    ['user_not_found', 'ERR_SLACK_PERSONNE'],
    ['file_uploads_disabled', 'ERR_SLACK_FICHIER'],
    ['storage_limit_reached', 'ERR_SLACK_FICHIER'],
    ['missing_scope', 'ERR_SLACK_DROITS'],
    ['not_in_channel', 'ERR_SLACK_CANAL'],
    ['is_archived', 'ERR_SLACK_CANAL'],
    ['invalid_blocks', 'ERR_SLACK_REFUS'],
  ])('gives up at once on « %s », under %s', (name, code) => {
    const cause = toPlatformError(name);
    expect(toFailure(cause)).toEqual({
      kind: 'final',
      error: expect.objectContaining({ code, cause, message: expect.stringContaining(`(${name})`) }),
    });
  });

  it('gives up on a refusal told by HTTP, under a code', () => {
    const failure = toFailure(new webApi.WebAPIHTTPError(404, '', {}));
    expect(failure).toEqual({ kind: 'final', error: expect.objectContaining({ code: 'ERR_SLACK_REFUS' }) });
  });

  it.each([new TypeError('defect'), new BotError('ERR_SLACK_ARRET', '', ''), 'text', undefined])(
    'leaves what is not of Slack as it is: %s',
    (error) => {
      expect(toFailure(error)).toEqual({ kind: 'final', error });
    },
  );
});

describe('toRefusal', () => {
  it.each(['<html>Sorry</html>', 'xoxb-1-secret', '', 'a'.repeat(61)])(
    'does not repeat what is no name of Slack: « %s »',
    (name) => {
      expect(toRefusal(name, undefined)).toMatchObject({
        code: 'ERR_SLACK_REFUS',
        message: 'Slack refuse un envoi (réponse illisible)',
      });
    },
  );
});

function toPlatformError(error: string) {
  return new webApi.WebAPIPlatformError({ ok: false, error });
}
