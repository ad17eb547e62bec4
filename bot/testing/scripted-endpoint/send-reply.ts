import type { ServerResponse } from 'node:http';
import type { Lifetime } from '../fake-slack/lifetime.ts';
import type { EmbeddingsBody } from './body-schemas.ts';
import type { Capabilities } from './capabilities.ts';
import type { ChatExchange, Exchange } from './exchange.ts';
import { playFault } from './play-fault.ts';
import { renderCompletion, toSpoken } from './render-completion.ts';
import type { Reply, SpokenReply } from './reply.ts';
import { streamCompletion } from './stream-completion.ts';

/** Sends what the script plays. */
export async function sendReply(
  reply: Reply,
  exchange: Exchange,
  response: ServerResponse,
  capabilities: Capabilities,
  lifetime: Lifetime,
): Promise<void> {
  if (reply.afterMs !== undefined) await lifetime.sleep(reply.afterMs);
  switch (reply.kind) {
    case 'text':
    case 'draft':
    case 'calls':
    case 'refusal':
    case 'truncated':
    case 'filtered':
      if (exchange.kind !== 'chat') throw new Error(`a reply « ${reply.kind} » cannot answer a demand for vectors`);
      sendSpoken(reply, exchange, response, capabilities);
      return;
    case 'vectors':
      if (exchange.kind !== 'embeddings') throw new Error('vectors cannot answer a conversation');
      sendJson(response, renderVectors(reply.vectors, exchange.body, capabilities));
      return;
    default:
      await playFault(reply, response, lifetime);
  }
}

function sendSpoken(
  reply: SpokenReply,
  { body }: ChatExchange,
  response: ServerResponse,
  capabilities: Capabilities,
): void {
  const spoken = toSpoken(reply, capabilities.oddities ?? []);
  const prompt = JSON.stringify(body.messages);
  if (body.stream) streamCompletion(response, spoken, body, prompt, capabilities);
  else sendJson(response, renderCompletion(spoken, body.model, prompt, capabilities));
}

function sendJson(response: ServerResponse, text: string): void {
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' }).end(text);
}

function renderVectors(
  vectors: readonly (readonly number[])[],
  { model, encoding_format: format }: EmbeddingsBody,
  { noUsage }: Capabilities,
): string {
  const data = vectors.map((vector, index) => {
    const bytes = new Uint8Array(Float32Array.from(vector).buffer);
    const embedding = format === 'base64' ? Buffer.from(bytes).toString('base64') : vector;
    return { object: 'embedding', index, embedding };
  });
  const usage = noUsage ? {} : { usage: { prompt_tokens: 1, total_tokens: 1 } };
  return JSON.stringify({ object: 'list', data, model, ...usage });
}
