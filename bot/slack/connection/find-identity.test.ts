import { webApi } from '@slack/bolt';
import { describe, expect, it } from 'vitest';
import { findIdentity } from './find-identity.ts';

const KNOWN = { ok: true, team_id: 'T1', team: 'CPTS du Val', user_id: 'U1', bot_id: 'B1' };
const AWAY = new webApi.WebAPIRequestError(new Error('ECONNREFUSED'));

/** Asks a Slack that answers as told, one answer after the other. */
function ask(...answers: readonly unknown[]) {
  const [left, waits, told, methods]: [unknown[], number[], unknown[], string[]] = [[...answers], [], [], []];
  const client = {
    async apiCall(method: string) {
      methods.push(method);
      if (left.length === 0) throw new Error('one call more than was told');
      const answer = left.shift();
      if (answer instanceof Error) throw answer;
      return answer as typeof KNOWN;
    },
  };
  const wait = async (ms: number) => void waits.push(ms);
  return { waits, told, methods, identity: findIdentity(client, { wait, onWait: (error) => void told.push(error) }) };
}

describe('findIdentity', () => {
  it('says who the bot is, and where', async () => {
    const { identity, methods, waits } = ask(KNOWN);
    expect(await identity).toEqual({ team: 'T1', teamName: 'CPTS du Val', botUserId: 'U1', botId: 'B1' });
    expect([methods, waits]).toEqual([['auth.test'], []]);
  });

  it('waits for Slack as long as it is away, and tells it once', async () => {
    const limited = new webApi.WebAPIRateLimitedError(7);
    const { identity, waits, told } = ask(AWAY, AWAY, limited, AWAY, KNOWN);
    expect(await identity).toMatchObject({ team: 'T1' });
    // What Slack asks for is done; otherwise later and later.
    expect(waits).toEqual([250, 500, 7000, 2000]);
    expect(told).toEqual([AWAY]);
  });

  it('rejects a token that is refused, without trying again', async () => {
    const { identity, methods } = ask(new webApi.WebAPIPlatformError({ ok: false, error: 'invalid_auth' }));
    await expect(identity).rejects.toMatchObject({ code: 'ERR_SLACK_JETON' });
    expect(methods).toHaveLength(1);
  });

  it('rejects an answer that is no identity: a token of a person has no bot', async () => {
    await expect(ask({ ok: true, team_id: 'T1', user_id: 'U1' }).identity).rejects.toThrow('bot_id');
  });

  it('stops when waiting does', async () => {
    const stop = new Error('the bot stops');
    const client = { apiCall: () => Promise.reject(AWAY) };
    const identity = findIdentity(client, { wait: () => Promise.reject(stop), onWait() {} });
    await expect(identity).rejects.toBe(stop);
  });
});
