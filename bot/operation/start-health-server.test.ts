import { once } from 'node:events';
import { connect } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createHealthPages } from './answer-health.ts';
import { createPrometheus } from './create-prometheus.ts';
import { createReadiness } from './readiness.ts';
import { startHealthServer } from './start-health-server.ts';
import { parsePrometheus } from './testing/parse-prometheus.ts';

const HOST = '127.0.0.1';

async function open() {
  const readiness = createReadiness();
  const pages = createHealthPages({ readiness, prometheus: createPrometheus(async () => true) });
  const server = await startHealthServer({ port: 0, host: HOST }, pages);
  let isClosed = false;
  async function close() {
    if (!isClosed) await server.close();
    isClosed = true;
  }
  onTestFinished(close);
  async function ask(path: string, method = 'GET') {
    const response = await fetch(`http://${HOST}:${server.port}${path}`, { method });
    return { status: response.status, type: response.headers.get('content-type'), text: await response.text() };
  }
  return { readiness, ask, close, port: server.port };
}

describe('the health pages', () => {
  it('say that the process lives, and what it counted', async () => {
    const { ask } = await open();
    expect(await ask('/healthz')).toEqual({
      status: 200,
      type: 'application/json; charset=utf-8',
      text: '{"alive":true}\n',
    });
    const metrics = await ask('/metrics');
    expect(metrics).toMatchObject({ status: 200, type: 'text/plain; version=0.0.4; charset=utf-8' });
    expect(parsePrometheus(metrics.text).has('cpts_questions_total')).toBe(true);
  });

  it('say which part is not ready, until all are', async () => {
    const { readiness, ask } = await open();
    const read = async () => {
      const { status, text } = await ask('/readyz');
      return [status, JSON.parse(text)];
    };
    const none = { corpus: false, store: false, slack: false, running: true };
    expect(await read()).toEqual([503, { ready: false, parts: none }]);
    let [isConnected, isWritable] = [false, true];
    readiness.hold('corpus', () => true);
    readiness.hold('slack', () => isConnected);
    readiness.hold('store', async () => {
      if (!isWritable) throw new Error('disk full');
      return true;
    });
    expect(await read()).toEqual([503, { ready: false, parts: { ...none, corpus: true, store: true } }]);
    isConnected = true;
    expect(await read()).toEqual([
      200,
      { ready: true, parts: { corpus: true, store: true, slack: true, running: true } },
    ]);
    isWritable = false;
    expect((await read())[0]).toBe(503);
    isWritable = true;
    readiness.leave();
    expect(await read()).toEqual([
      503,
      { ready: false, parts: { corpus: true, store: true, slack: true, running: false } },
    ]);
  });

  it('do not wait for a part that never tells', async () => {
    const { readiness, ask } = await open();
    readiness.hold('store', () => new Promise(() => {}));
    expect((await ask('/readyz')).status).toBe(503);
  });

  it.each([
    ['GET', '/', 404],
    ['GET', '/healthz/x', 404],
    ['GET', '/metrics.php', 404],
    ['POST', '/metrics', 405],
    ['DELETE', '/readyz', 405],
    ['HEAD', '/healthz', 200],
    ['GET', '/healthz?verbose=1', 200],
  ])('answer nothing else: %s %s', async (method, path, status) => {
    const { ask } = await open();
    expect((await ask(path, method)).status).toBe(status);
  });

  it('close at once, whoever is still asking', async () => {
    const { close, port } = await open();
    const socket = connect(port, HOST);
    await once(socket, 'connect');
    socket.write('GET /healthz HTTP/1.1\r\nHost: a\r\n');
    const cut = new Promise((resolve) => socket.once('close', resolve));
    socket.on('error', () => undefined);
    const started = performance.now();
    await Promise.all([close(), cut]);
    expect(performance.now() - started).toBeLessThan(1000);
  });

  it('refuse an address that is taken, and say what to change', async () => {
    const { port } = await open();
    const pages = createHealthPages({ readiness: createReadiness(), prometheus: createPrometheus(async () => true) });
    await expect(startHealthServer({ port, host: HOST }, pages)).rejects.toMatchObject({
      code: 'ERR_SONDE_PORT',
      message: `HEALTH_PORT : le port ${port} de ${HOST} ne peut pas être écouté`,
    });
  });
});
