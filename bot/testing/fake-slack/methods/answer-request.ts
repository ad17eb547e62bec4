import type { IncomingMessage, ServerResponse } from 'node:http';
import { buffer as readAll } from 'node:stream/consumers';
import { receiveBytes } from '../files/receive-bytes.ts';
import { respond } from '../respond.ts';
import type { World } from '../world.ts';
import { callMethod, type Incoming } from './call-method.ts';
import type { Reply } from './reply.ts';

/** Answers a request of the bot: the Web API, a response URL or the bytes of a file, nothing else. */
export async function answerRequest(
  httpRequest: IncomingMessage,
  response: ServerResponse,
  world: World,
): Promise<void> {
  const bytes = await readAll(httpRequest).catch(() => undefined);
  if (bytes === undefined) return;
  const { authorization, 'content-type': contentType } = httpRequest.headers;
  const path = httpRequest.url ?? '/';
  const reply = await chooseReply(httpRequest.method, { path, authorization, contentType, bytes }, world);
  if (response.destroyed) return;
  if (reply === 'drop') {
    httpRequest.socket.resetAndDestroy();
    return;
  }
  const isText = typeof reply.body === 'string';
  response.writeHead(reply.status, {
    'content-type': isText ? 'text/plain' : 'application/json; charset=utf-8',
    'x-oauth-scopes': world.settings.scopes.join(','),
    ...reply.headers,
  });
  response.end(isText ? reply.body : JSON.stringify(reply.body));
}

async function chooseReply(
  method: string | undefined,
  { bytes, ...head }: Omit<Incoming, 'body'> & { readonly bytes: Buffer },
  world: World,
): Promise<Reply> {
  const { path, contentType } = head;
  if (world.switches.down !== undefined) {
    world.journal.countRefused();
    return { status: 503, body: 'service unavailable' };
  }
  if (method === 'POST' && path.startsWith('/upload/')) return receiveBytes({ path, contentType, bytes }, world);
  const incoming = { ...head, body: bytes.toString() };
  if (method === 'POST' && path.startsWith('/api/')) return callMethod(path.slice('/api/'.length), incoming, world);
  if (method === 'POST' && /^\/(?:commands|actions|app)\//.test(path)) return respond(incoming, world);
  world.journal.violate(`${method} ${path}: the fake serves nothing there`);
  return { status: 404, body: 'not found' };
}
