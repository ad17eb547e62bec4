import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { World } from '../world.ts';
import { type Attempt, type Carrier, findEventId, type Parcel, type Retry } from './parcel.ts';
import { type Envelope, trackEnvelopes } from './track-envelopes.ts';

/** The sockets of the bot, and what goes through them. */
export type Sockets = Carrier & {
  upgrade(httpRequest: IncomingMessage, socket: Duplex, head: Buffer): void;
  count(): number;
  /** Cuts every connection without a word. */
  drop(): void;
  /** Asks the bot to leave, as Slack does when it renews its servers. */
  disconnect(reason: 'refresh_requested' | 'warning' | 'link_disabled'): void;
  /** Closes every connection, politely at first. */
  close(): Promise<void>;
};

/** How long the bot may take to leave once it was asked to, and to answer a farewell. */
const LEAVE_MS = 2000;
const FAREWELL_MS = 200;

/** Serves Socket Mode. */
export function connectSockets(world: World): Sockets {
  const { settings, lifetime, changes } = world;
  const server = new WebSocketServer({ noServer: true });
  const live: WebSocket[] = [];
  const envelopes = trackEnvelopes(world);
  const last = new Map<string, Envelope>();
  keepAlive(server, world);

  /** The next live socket in turn; waits for one when there is none. */
  async function transmit(envelope: Envelope): Promise<Attempt> {
    const { socketWaitMs: timeoutMs } = settings;
    const take = () => takeTurn(live);
    const socket = await changes.waitFor(take, { timeoutMs, what: 'a socket' }).catch(() => undefined);
    if (socket === undefined) return { acked: false, reason: 'no_socket' };
    return envelopes.send(socket, envelope);
  }

  return {
    send(parcel, retry) {
      const envelope = toEnvelope(parcel, retry);
      const eventId = findEventId(parcel);
      if (eventId !== undefined) last.set(eventId, envelope);
      return transmit(envelope);
    },
    replay(eventId) {
      const envelope = last.get(eventId);
      if (envelope === undefined) throw new Error(`no event ${eventId} went through a socket`);
      return transmit(envelope);
    },
    upgrade(httpRequest, socket, head) {
      const refused = findRefusal(httpRequest, world);
      if (refused !== undefined) socket.end(`HTTP/1.1 ${refused}\r\nConnection: close\r\n\r\n`);
      else server.handleUpgrade(httpRequest, socket, head, (opened) => welcome(opened, live, envelopes.receive, world));
    },
    count: () => live.length,
    drop() {
      live.length = 0;
      for (const socket of server.clients) socket.terminate();
      changes.changed();
    },
    disconnect(reason) {
      for (const socket of live.splice(0)) {
        socket.send(JSON.stringify({ type: 'disconnect', reason, debug_info: { host: 'fake' } }));
        socket.on(
          'close',
          lifetime.after(LEAVE_MS, () => socket.terminate()),
        );
      }
      changes.changed();
    },
    close: () => closeAll(server),
  };
}

function closeAll(server: WebSocketServer): Promise<void> {
  const sockets = [...server.clients];
  const closed = sockets.map((socket) => new Promise((resolve) => socket.once('close', resolve)));
  for (const socket of sockets) socket.close(1001);
  const timer = setTimeout(() => {
    for (const socket of sockets) socket.terminate();
  }, FAREWELL_MS);
  return Promise.all(closed).then(() => clearTimeout(timer));
}

function takeTurn(live: WebSocket[]): WebSocket | undefined {
  const socket = live.shift();
  if (socket !== undefined) live.push(socket);
  return socket;
}

/** Pings as Slack does: a client that hears none for half a minute believes the line dead. */
function keepAlive(server: WebSocketServer, { settings, lifetime }: World): void {
  const timer = setInterval(() => {
    for (const socket of server.clients) socket.ping();
  }, settings.pingMs);
  lifetime.signal.addEventListener('abort', () => clearInterval(timer));
}

function findRefusal(
  { url = '/' }: IncomingMessage,
  { origin, tickets, journal, switches }: World,
): string | undefined {
  if (switches.down !== undefined) return '503 Service Unavailable';
  const { pathname, searchParams } = new URL(url, origin);
  const given = searchParams.get('ticket') ?? '';
  if (pathname === '/link/' && tickets.delete(given)) return undefined;
  journal.violate(`socket: ${url} has no ticket, or one that is unknown or was used before`);
  return '401 Unauthorized';
}

function welcome(socket: WebSocket, live: WebSocket[], receive: (text: string) => void, world: World): void {
  socket.on('message', (data) => receive(String(data)));
  socket.on('error', () => socket.terminate());
  socket.on('close', () => {
    const index = live.indexOf(socket);
    if (index >= 0) live.splice(index, 1);
    world.changes.changed();
  });
  live.push(socket);
  const hello = {
    type: 'hello',
    num_connections: live.length,
    debug_info: { host: 'fake', build_number: 1, approximate_connection_time: 18_060 },
    connection_info: { app_id: world.settings.appId },
  };
  socket.send(JSON.stringify(hello));
  world.changes.changed();
}

function toEnvelope({ type, payload }: Parcel, { attempt, reason }: Retry): Envelope {
  const id = randomUUID();
  const takesMessage = type !== 'events_api';
  const retried = takesMessage ? {} : { retry_attempt: attempt, retry_reason: reason };
  const envelope = { envelope_id: id, type, payload, accepts_response_payload: takesMessage, ...retried };
  return { id, text: JSON.stringify(envelope), takesMessage };
}
