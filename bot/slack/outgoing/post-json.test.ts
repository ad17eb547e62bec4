import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { webApi } from '@slack/bolt';
import { describe, expect, it, onTestFinished } from 'vitest';
import { postJson } from './post-json.ts';
import { toFailure } from './to-failure.ts';

/** A server of this machine that answers one way, and keeps what it is sent. */
async function serve(answer: RequestListener): Promise<{ readonly url: URL; readonly received: readonly string[] }> {
  const received: string[] = [];
  const server = createServer(async (incoming, response) => {
    let body = '';
    for await (const chunk of incoming) body += chunk;
    received.push(`${incoming.method} ${incoming.url} ${incoming.headers['content-type']} ${body}`);
    answer(incoming, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const { port } = server.address() as AddressInfo;
  return { url: new URL(`http://127.0.0.1:${port}/reponse`), received };
}

describe('postJson', () => {
  it('posts the body as it is', async () => {
    const { url, received } = await serve((_, response) => void response.end('ok'));
    await postJson(fetch, url, '{"text":"été"}');
    expect(received).toEqual(['POST /reponse application/json; charset=utf-8 {"text":"été"}']);
  });

  it.each([
    ['a rate limit', 429, { 'retry-after': '7' }, { kind: 'passing', retryAfterMs: 7000 }],
    ['a rate limit without a time', 429, {}, { kind: 'passing' }],
    ['a rate limit with a time that is none', 429, { 'retry-after': 'later' }, { kind: 'passing' }],
    ['an error of the server', 500, {}, { kind: 'passing' }],
    ['a relay without Slack', 502, {}, { kind: 'passing' }],
    // The address of the answer is Slack's: it leads nowhere else.
    ['another address', 302, { location: 'http://127.0.0.1:1/' }, { kind: 'passing' }],
  ])('fails for a time on %s', async (_, status, headers, failure) => {
    const { url } = await serve((_, response) => void response.writeHead(status, headers).end());
    expect(toFailure(await catchFailure(url))).toEqual(failure);
  });

  it.each([
    ['its name alone', 404, 'used_url', 'used_url'],
    ['its name in JSON', 400, '{"ok":false,"error":"invalid_blocks"}', 'invalid_blocks'],
    ['JSON without a name', 400, '{"ok":false}', 'réponse illisible'],
    ['JSON that is no object', 400, '[1]', 'réponse illisible'],
    ['half of an object', 400, '{"error":"inv', 'réponse illisible'],
    ['a page', 403, '<html>403</html>', 'réponse illisible'],
  ])('takes a refusal that says %s for final', async (_, status, body, shown) => {
    const { url, received } = await serve((_, response) => void response.writeHead(status).end(body));
    expect(await catchFailure(url)).toMatchObject({
      code: 'ERR_SLACK_REFUS',
      message: `Slack refuse un envoi (${shown})`,
    });
    expect(received).toHaveLength(1);
  });

  it('fails for a time when the connection is cut, before the reply or inside it', async () => {
    const before = await serve(({ socket }) => void socket.destroy());
    expect(await catchFailure(before.url)).toBeInstanceOf(webApi.WebAPIRequestError);
    const inside = await serve(({ socket }, response) => {
      response.writeHead(404, { 'content-length': '100' });
      response.write('used', () => socket.destroy());
    });
    expect(await catchFailure(inside.url)).toBeInstanceOf(webApi.WebAPIRequestError);
  });

  it('fails for a time when nobody listens', async () => {
    const send: typeof fetch = () => Promise.reject(new TypeError('fetch failed'));
    const error = await catchFailure(new URL('https://hooks.slack.com/x'), send);
    expect(error).toBeInstanceOf(webApi.WebAPIRequestError);
  });
});

async function catchFailure(url: URL, send = fetch): Promise<unknown> {
  return postJson(send, url, '{}').then(
    () => undefined,
    (error: unknown) => error,
  );
}
