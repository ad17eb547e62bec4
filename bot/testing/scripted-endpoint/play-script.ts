import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Lifetime } from '../fake-slack/lifetime.ts';
import type { Capabilities } from './capabilities.ts';
import type { Exchange } from './exchange.ts';
import { playFault } from './play-fault.ts';
import { listHeaders, readExchange } from './read-exchange.ts';
import { type EndpointRefusal, renderRefusal } from './refusal.ts';
import type { FaultReply, Reply } from './reply.ts';
import { sendReply } from './send-reply.ts';

/** Replies in order, or a function that answers what it expects and nothing (undefined) to the rest. */
export type Script = readonly Reply[] | ((exchange: Exchange) => Reply | undefined);

/** What an endpoint plays, and to whom. */
export type Play = Capabilities & {
  readonly script: Script;
  readonly key: string;
  readonly models: readonly string[];
  /** Looks at the method and path alone, before anything else: an endpoint that is sick as a whole. */
  readonly fault?: ((path: string) => FaultReply | undefined) | undefined;
};

/** What was asked of an endpoint so far. */
export type Received = {
  readonly exchanges: Exchange[];
  readonly refusals: EndpointRefusal[];
  readonly unexpected: string[];
};

const KINDS: Readonly<{ [path: string]: Exchange['kind'] }> = {
  'POST /chat/completions': 'chat',
  'POST /embeddings': 'embeddings',
};

/** A body longer than that is refused. */
const LONGEST_BODY = 8 * 1024 * 1024;

/** Answers each thing that comes in: checks it, writes it down, plays the next step. */
export function createPlayer(play: Play, received: Received, lifetime: Lifetime) {
  const { script } = play;
  let step = 0;

  async function answer(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = `${incoming.method} ${incoming.url?.replace(/^\/v1/, '') ?? ''}`;
    const text = await readBody(incoming);
    const fault = play.fault?.(path);
    if (fault) return playFault(fault, response, lifetime);
    if (incoming.headers.authorization !== `Bearer ${play.key}`)
      return refuse(response, { status: 401, message: 'Incorrect API key provided.', code: 'invalid_api_key' });
    if (path === 'GET /models' && !play.noModels) return sendModels(response, play.models);
    const kind = KINDS[path];
    if (kind === undefined) return refuse(response, { status: 404, message: `Invalid URL (${path})` });
    const read = readExchange(kind, text, listHeaders(incoming), play.models, play);
    if (read.kind === 'refused') return refuse(response, read.refusal);
    received.exchanges.push(read.exchange);
    const reply = typeof script === 'function' ? script(read.exchange) : script[step++];
    if (reply === undefined)
      return fail(response, `${path}: nothing is scripted for exchange ${received.exchanges.length}`);
    await sendReply(reply, read.exchange, response, play, lifetime);
  }

  function refuse(response: ServerResponse, refusal: EndpointRefusal): void {
    received.refusals.push(refusal);
    if (refusal.isDefect) received.unexpected.push(refusal.message);
    sendJson(response, refusal.status, renderRefusal(refusal));
  }

  function fail(response: ServerResponse, message: string): void {
    received.unexpected.push(message);
    if (response.headersSent) response.destroy();
    else sendJson(response, 500, renderRefusal({ status: 500, message }));
  }

  return (incoming: IncomingMessage, response: ServerResponse): void => {
    // Whoever hangs up first is no error of the script.
    response.on('error', () => {});
    answer(incoming, response).catch((error: unknown) => {
      if (incoming.complete) fail(response, String(error));
    });
  };
}

function sendModels(response: ServerResponse, models: readonly string[]): void {
  const data = models.map((id) => ({ id, object: 'model', created: 0, owned_by: 'test' }));
  sendJson(response, 200, JSON.stringify({ object: 'list', data }));
}

function sendJson(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(text);
}

async function readBody(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of incoming) {
    length += chunk.length;
    if (length > LONGEST_BODY) throw new Error('the body is too long');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}
