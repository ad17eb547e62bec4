import { randomBytes } from 'node:crypto';
import type { Capabilities, Oddity } from './capabilities.ts';
import type { ScriptedCall, SpokenReply } from './reply.ts';

/** What a model says, ready to be written whole or piece by piece. */
export type Spoken = {
  readonly content: string | null;
  readonly refusal: string | null;
  readonly calls: readonly WireCall[];
  readonly finish: 'stop' | 'length' | 'tool_calls' | 'content_filter';
};

type WireCall = {
  readonly id?: string;
  readonly type?: 'function';
  readonly function: { readonly name: string; readonly arguments: unknown };
};

/** Tokens are counted as four characters each. */
const CHARACTERS_A_TOKEN = 4;

/** Turns a reply of a script into what goes on the wire, with the oddities of the endpoint. */
export function toSpoken(reply: SpokenReply, oddities: readonly Oddity[]): Spoken {
  const nothing = { content: null, refusal: null, calls: [], finish: 'stop' } as const;
  switch (reply.kind) {
    case 'text':
      return { ...nothing, content: toContent(reply.text, oddities) };
    case 'draft':
      return { ...nothing, content: toContent(JSON.stringify(reply.draft), oddities) };
    case 'truncated':
      return { ...nothing, content: toContent(reply.text, oddities), finish: 'length' };
    case 'filtered':
      return { ...nothing, content: reply.text ?? null, finish: 'content_filter' };
    case 'refusal':
      return { ...nothing, refusal: reply.text };
    case 'calls':
      return {
        ...nothing,
        content: reply.text ?? null,
        calls: reply.calls.map((call) => toWireCall(call, oddities)),
        finish: oddities.includes('stop-with-calls') ? 'stop' : 'tool_calls',
      };
  }
}

/** A completion in one piece. */
export function renderCompletion(spoken: Spoken, model: string, prompt: string, capabilities: Capabilities): string {
  const { oddities = [], noUsage } = capabilities;
  const message = {
    role: 'assistant',
    content: oddities.includes('content-parts') ? toParts(spoken.content) : spoken.content,
    refusal: spoken.refusal,
    ...(spoken.calls.length === 0 ? {} : { tool_calls: spoken.calls }),
    ...(oddities.includes('reasoning-content') ? { reasoning_content: THOUGHT } : {}),
    ...(oddities.includes('extra-fields') ? { prefix: false, annotations: [], audio: null } : {}),
  };
  return JSON.stringify({
    ...createHead('chat.completion', model),
    ...(oddities.includes('extra-fields') ? { prompt_logprobs: null, service_tier: null, kv_transfer_params: {} } : {}),
    choices: [{ index: 0, message, logprobs: null, finish_reason: spoken.finish }],
    ...(noUsage ? {} : { usage: countUsage(spoken, prompt) }),
  });
}

/** What begins each object of an answer. */
export function createHead(object: 'chat.completion' | 'chat.completion.chunk', model: string) {
  return { id: `chatcmpl-${randomBytes(8).toString('hex')}`, object, created: 0, model };
}

/** Tokens of the question and of the answer. */
export function countUsage({ content, refusal, calls }: Spoken, prompt: string) {
  const said = `${content ?? ''}${refusal ?? ''}${calls.length === 0 ? '' : JSON.stringify(calls)}`;
  const promptTokens = Math.ceil(prompt.length / CHARACTERS_A_TOKEN);
  const completionTokens = Math.ceil(said.length / CHARACTERS_A_TOKEN);
  return {
    prompt_tokens: promptTokens,
    completion_tokens: completionTokens,
    total_tokens: promptTokens + completionTokens,
  };
}

const THOUGHT = 'The question asks for something; let me look at what is on offer.';

function toContent(text: string, oddities: readonly Oddity[]): string {
  return oddities.includes('thinking-tags') ? `<think>\n${THOUGHT} {"segments": 1}\n</think>\n\n${text}` : text;
}

function toParts(content: string | null) {
  return content === null ? null : [{ type: 'text', text: content }];
}

function toWireCall({ id, name, args }: ScriptedCall, oddities: readonly Oddity[]): WireCall {
  const body = { name, arguments: oddities.includes('object-arguments') ? args : toArguments(args) };
  if (oddities.includes('no-call-ids')) return { function: body };
  const length = oddities.includes('short-call-ids') ? 9 : 24;
  return { id: id ?? `call_${randomBytes(12).toString('hex')}`.slice(-length), type: 'function', function: body };
}

/** A string is sent as it is, so that a script can break it. */
function toArguments(args: unknown): string {
  return typeof args === 'string' ? args : JSON.stringify(args);
}
