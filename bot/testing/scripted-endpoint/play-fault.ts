import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { createGzip } from 'node:zlib';
import type { Lifetime } from '../fake-slack/lifetime.ts';
import { renderRefusal } from './refusal.ts';
import type { FaultReply } from './reply.ts';

const JSON_TYPE = 'application/json; charset=utf-8';
const CHUNK = 'a'.repeat(64 * 1024);

/** Plays what a sick endpoint does; comes back when it is over, or when nobody listens any more. */
export async function playFault(fault: FaultReply, response: ServerResponse, lifetime: Lifetime): Promise<void> {
  switch (fault.kind) {
    case 'status': {
      const { status, headers = {}, message = `scripted status ${status}`, code } = fault;
      response.writeHead(status, { 'content-type': JSON_TYPE, ...headers });
      response.end(renderRefusal({ status, message, code }));
      return;
    }
    case 'body':
      response.writeHead(fault.status ?? 200, { 'content-type': fault.contentType ?? JSON_TYPE });
      response.end(fault.body);
      return;
    case 'huge':
      await pour(response, fault.bytes, fault.compressed === true);
      return;
    case 'endless':
      await pour(response, Number.POSITIVE_INFINITY, false);
      return;
    case 'drip':
      response.writeHead(200, { 'content-type': JSON_TYPE });
      for (const character of renderAnswer(fault.text)) {
        if (response.destroyed || lifetime.signal.aborted) return;
        response.write(character);
        await lifetime.sleep(fault.everyMs);
      }
      response.end();
      return;
    case 'hang':
      if (fault.headers) response.writeHead(200, { 'content-type': JSON_TYPE }).flushHeaders();
      return;
    case 'reset':
      if (fault.late) {
        response.writeHead(200, { 'content-type': JSON_TYPE });
        await new Promise((done) => response.write(renderAnswer('').slice(0, 20), done));
      }
      response.socket?.resetAndDestroy();
      return;
  }
}

/** A right answer whose content has so many bytes, no faster than it is read. */
async function pour(response: ServerResponse, bytes: number, compressed: boolean): Promise<void> {
  response.writeHead(200, { 'content-type': JSON_TYPE, ...(compressed ? { 'content-encoding': 'gzip' } : {}) });
  const gzip = compressed ? createGzip() : undefined;
  gzip?.pipe(response);
  const sink = gzip ?? response;
  const gone = once(response, 'close');
  const [head = '', tail = ''] = renderAnswer('|').split('|');
  sink.write(head);
  for (let sent = 0; sent < bytes && !response.destroyed; sent += CHUNK.length) {
    if (!sink.write(CHUNK)) await Promise.race([once(sink, 'drain'), gone]);
  }
  if (!response.destroyed) sink.end(tail);
}

/** A completion that says this. */
function renderAnswer(content: string): string {
  const message = { role: 'assistant', content };
  const usage = { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 };
  const choices = [{ index: 0, message, finish_reason: 'stop' }];
  return JSON.stringify({ id: 'chatcmpl-fault', object: 'chat.completion', created: 0, model: 'm', choices, usage });
}
