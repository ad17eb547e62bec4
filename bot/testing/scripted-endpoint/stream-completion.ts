import type { ServerResponse } from 'node:http';
import type { ChatBody } from './body-schemas.ts';
import type { Capabilities } from './capabilities.ts';
import { countUsage, createHead, type Spoken } from './render-completion.ts';

const PIECE = 12;

/** The word of the API for a part of a message. */
const PART = 'delta';

/** Writes a completion as server-sent events: a role, pieces, the end, then the tokens when they were asked for. */
export function streamCompletion(
  response: ServerResponse,
  spoken: Spoken,
  body: ChatBody,
  prompt: string,
  { noUsage, oddities = [] }: Capabilities,
): void {
  const head = createHead('chat.completion.chunk', body.model);
  const wantsUsage = body.stream_options?.include_usage === true && noUsage !== true;
  function send(part: object, finish: string | null = null): void {
    const choices = [{ index: 0, [PART]: part, logprobs: null, finish_reason: finish }];
    write(response, { ...head, choices, ...(wantsUsage ? { usage: null } : {}) });
  }
  response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-cache' });
  send({ role: 'assistant', content: spoken.content === null ? null : '', refusal: null });
  if (oddities.includes('reasoning-content')) send({ reasoning_content: 'Let me look.' });
  for (const content of cut(spoken.content ?? '')) send({ content });
  for (const refusal of cut(spoken.refusal ?? '')) send({ refusal });
  for (const [index, call] of spoken.calls.entries()) {
    const written = call.function.arguments;
    const pieces = typeof written === 'string' ? cut(written) : [written];
    send({ tool_calls: [{ ...call, index, function: { name: call.function.name, arguments: '' } }] });
    for (const piece of pieces) send({ tool_calls: [{ index, function: { arguments: piece } }] });
  }
  send({}, spoken.finish);
  if (wantsUsage) write(response, { ...head, choices: [], usage: countUsage(spoken, prompt) });
  response.end('data: [DONE]\n\n');
}

function write(response: ServerResponse, chunk: object): void {
  response.write(`data: ${JSON.stringify(chunk)}\n\n`);
}

function cut(text: string): readonly string[] {
  const pieces: string[] = [];
  for (let start = 0; start < text.length; start += PIECE) pieces.push(text.slice(start, start + PIECE));
  return pieces;
}
