import { once } from 'node:events';
import { connect } from 'node:net';
import { App } from '@slack/bolt';
import { expect, it } from 'vitest';
import { createHealthPages } from '#bot/operation/answer-health.ts';
import { createPrometheus } from '#bot/operation/create-prometheus.ts';
import { createReadiness } from '#bot/operation/readiness.ts';
import { createHttpDoor } from './create-http-door.ts';
import { createLogger } from './create-logger.ts';

const HOST = '127.0.0.1';

it('shows the health pages until the end, and takes nothing more of Slack once it closes', async () => {
  const readiness = createReadiness();
  const answerHealth = createHealthPages({ readiness, prometheus: createPrometheus(async () => true) });
  const door = createHttpDoor(
    { signingSecret: 's', logger: createLogger(() => {}), port: 0, host: HOST },
    { now: Date.now, onRefused() {}, answerHealth },
  );
  new App({ receiver: door.receiver, authorize: async () => ({ botToken: 'xoxb-1', botId: 'B1', botUserId: 'U1' }) });
  readiness.hold('slack', door.isOpen);
  expect(door.isOpen()).toBe(false);
  await door.open();
  const address = `http://${HOST}:${door.findPort()}`;
  const isConnected = async () => {
    const { parts } = (await (await fetch(`${address}/readyz`)).json()) as { parts: { slack: boolean } };
    return parts.slack;
  };
  const post = async () => (await fetch(`${address}/slack/events`, { method: 'POST', body: '{}' })).status;
  expect([await isConnected(), (await fetch(`${address}/metrics`)).status, await post()]).toEqual([true, 200, 401]);

  await door.close();
  expect([await isConnected(), (await fetch(`${address}/healthz`)).status, await post()]).toEqual([false, 200, 503]);

  // Somebody who began a request and never ends it.
  const socket = connect(door.findPort() ?? 0, HOST);
  await once(socket, 'connect');
  socket.write('POST /slack/events HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\n');
  const cut = new Promise((resolve) => socket.once('close', resolve));
  socket.on('error', () => undefined);
  await Promise.all([door.end(), cut]);
  await expect(fetch(`${address}/healthz`)).rejects.toThrow();
});
