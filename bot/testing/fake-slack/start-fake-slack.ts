import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { echoMessages } from './content/echo-messages.ts';
import { createControls } from './control.ts';
import { carryOverHttp } from './doors/carry-over-http.ts';
import { connectSockets } from './doors/connect-sockets.ts';
import { createEventSender } from './doors/send-events.ts';
import type { FakeSlack } from './fake-slack.ts';
import { createInteractions } from './interact.ts';
import { answerRequest } from './methods/answer-request.ts';
import { observe } from './observe.ts';
import { type FakeSlackOptions, settle } from './settings.ts';
import { createSpeakers } from './speak.ts';
import { createViewActs } from './views/act-in-views.ts';
import { createWorld } from './world.ts';

/**
 * Starts a Slack of our own on the loopback: Web API, Socket Mode, Events API, commands, buttons and response URLs.
 * What it was not told to expect is refused, and written down as a violation.
 */
export async function startFakeSlack(options: FakeSlackOptions = {}): Promise<FakeSlack> {
  const settings = settle(options);
  const server = createServer();
  const origin = `http://127.0.0.1:${await listen(server)}`;
  const world = createWorld(settings, origin);
  const sockets = connectSockets(world);
  const carriers = { sockets, http: carryOverHttp(world) };
  server.on('connection', (socket: Socket) => {
    if (world.switches.down !== 'reset') return;
    socket.resetAndDestroy();
    world.journal.countRefused();
  });
  server.on('request', (httpRequest, response) => {
    answerRequest(httpRequest, response, world).catch((error) => {
      world.journal.violate(`${httpRequest.url}: the fake itself fails: ${error}`);
      response.destroy();
    });
  });
  server.on('upgrade', (httpRequest, socket, head) => sockets.upgrade(httpRequest, socket, head));

  echoMessages(world, carriers);
  const sender = createEventSender(world, carriers);
  const { botToken, appToken, signingSecret, teamId, botUserId, botId, appId } = settings;
  return {
    apiUrl: `${origin}/api/`,
    ...{ botToken, appToken, signingSecret, teamId, botUserId, botId, appId },
    ...sender,
    ...createSpeakers(world, sender),
    ...createInteractions(world, carriers),
    ...createViewActs(world, carriers),
    ...createControls(world, carriers, server),
    ...observe(world),
    get socketCount() {
      return sockets.count();
    },
    get refused() {
      return world.journal.refused;
    },
    get deduplicated() {
      return world.journal.deduplicated;
    },
  };
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}
