import { EventEmitter } from 'node:events';
import { webApi } from '@slack/bolt';
import { describe, expect, it } from 'vitest';
import { stayConnected } from './stay-connected.ts';

const AWAY = new webApi.WebAPIRequestError(new Error('ECONNREFUSED'));
const REFUSED = new webApi.WebAPIPlatformError({ ok: false, error: 'invalid_auth' });

/** What the socket does at each opening: opens, stays on the way, fails, or closes before it is ready. */
type Opening = 'opens' | 'hangs' | 'closes' | Error;

/** A connection over a scripted client; when the script is over the bot is away, and its wait lasts until it stops. */
function connect(...script: readonly Opening[]) {
  const left = [...script];
  const [waits, told]: [number[], unknown[]] = [[], []];
  const stopping = Promise.withResolvers<never>();
  stopping.promise.catch(() => undefined);
  const over = Promise.withResolvers<void>();
  let opening = Promise.withResolvers<void>();
  const client = Object.assign(new EventEmitter(), {
    starts: 0,
    disconnects: 0,
    async start() {
      client.starts += 1;
      const next = left.shift() ?? AWAY;
      if (next instanceof Error) throw next;
      // As the client of Slack does: it rejects with nothing, and tells those who listen.
      if (next === 'closes') return client.fail();
      opening = Promise.withResolvers<void>();
      if (next === 'hangs') await opening.promise;
      return { ok: true };
    },
    fail(): never {
      client.emit('disconnected');
      throw undefined;
    },
    async disconnect() {
      client.disconnects += 1;
      client.emit('disconnected');
    },
  });
  async function wait(ms: number): Promise<void> {
    waits.push(ms);
    if (left.length > 0) return;
    over.resolve();
    await stopping.promise;
  }
  const connection = stayConnected(client, { wait, onWait: (error) => void told.push(error) });
  return {
    client,
    connection,
    waits,
    told,
    /** Settles once the script has been played. */
    over: over.promise,
    close: () => client.emit('disconnected'),
    finishOpening: () => opening.resolve(),
    failOpening: () => opening.reject(undefined),
    async stop() {
      stopping.reject(new Error('the bot stops'));
      await connection.stop();
    },
  };
}

describe('stayConnected', () => {
  it('is ready once the socket is open', async () => {
    const { connection, client, waits, stop } = connect('opens');
    await connection.ready;
    expect([client.starts, waits]).toEqual([1, []]);
    await stop();
    expect(client.starts).toBe(1);
  });

  it('opens again each time the socket closes, a moment later', async () => {
    const { connection, client, waits, close, stop } = connect('opens', 'opens', 'opens');
    await connection.ready;
    for (let closed = 1; closed <= 2; closed += 1) {
      close();
      await until(() => client.starts > closed);
    }
    expect(waits).toEqual([250, 250]);
    await stop();
  });

  it('tries later and later while Slack is away, tells it once, and again the next time', async () => {
    const { connection, waits, told, over, close, stop } = connect(AWAY, AWAY, 'closes', 'opens', AWAY, AWAY);
    await connection.ready;
    expect(waits).toEqual([250, 500, 1000]);
    expect(told).toEqual([AWAY]);
    close();
    await over;
    expect(waits).toEqual([250, 500, 1000, 250, 500, 1000]);
    expect(told).toEqual([AWAY, AWAY]);
    await stop();
  });

  it('waits as long as Slack asks', async () => {
    const { connection, waits, stop } = connect(new webApi.WebAPIRateLimitedError(60), AWAY, 'opens');
    await connection.ready;
    expect(waits).toEqual([60_000, 500]);
    await stop();
  });

  it('rejects a token that is refused at the start, and tries no more', async () => {
    const { connection, client, waits } = connect(REFUSED, 'opens');
    await expect(connection.ready).rejects.toMatchObject({ code: 'ERR_SLACK_JETON' });
    await connection.stop();
    expect([client.starts, waits]).toEqual([1, []]);
  });

  it('keeps trying when the token is refused later: it may be mended meanwhile', async () => {
    const { connection, client, told, close, stop } = connect('opens', REFUSED, REFUSED, 'opens');
    await connection.ready;
    close();
    await until(() => client.starts === 4);
    expect(told).toEqual([expect.objectContaining({ code: 'ERR_SLACK_JETON' })]);
    await stop();
  });

  it('does not open again once it is stopped', async () => {
    const { connection, client, waits, close, stop } = connect('opens', 'opens');
    await connection.ready;
    await stop();
    close();
    expect([client.starts, waits]).toEqual([1, []]);
  });

  it('closes a socket that opens while it is stopped', async () => {
    const { client, finishOpening, stop } = connect('hangs');
    await until(() => client.starts === 1);
    const stopped = stop();
    finishOpening();
    await stopped;
    expect(client.disconnects).toBe(2);
  });

  it('leaves nobody waiting when it is stopped before it is ready', async () => {
    const away = connect(AWAY);
    await away.over;
    await away.stop();
    await expect(away.connection.ready).rejects.toThrow('the bot stops');
  });

  it('leaves nobody waiting when it is stopped while it opens, and the opening fails', async () => {
    const { connection, client, failOpening, stop } = connect('hangs', 'opens');
    await until(() => client.starts === 1);
    const stopped = stop();
    failOpening();
    await stopped;
    await expect(connection.ready).rejects.toMatchObject({ code: 'ERR_SLACK_ARRET' });
    expect(client.starts).toBe(1);
  });

  it('lets go of the listeners of each opening', async () => {
    const { connection, client, stop } = connect(AWAY, AWAY, AWAY, 'closes', 'opens');
    await connection.ready;
    expect(client.listenerCount('disconnected')).toBe(1);
    await stop();
    expect(client.listenerCount('disconnected')).toBe(0);
  });
});

/** Lets the works under way go on until something holds. */
async function until(holds: () => boolean): Promise<void> {
  for (let turns = 0; !holds(); turns += 1) {
    if (turns > 1000) throw new Error('it never came to hold');
    await Promise.resolve();
  }
}
