import { z } from 'zod';
import { ModelError } from '../model-error.ts';
import { readBounded } from './read-bounded.ts';
import { settleCompletion } from './settle-completion.ts';
import { toNetworkError, toStatusError } from './to-wire-error.ts';

/** A body longer than that is not an answer, in bytes. */
const LONGEST_BODY = 2 * 1024 * 1024;

/**
 * What stands between a library and the endpoint: bodies are bounded, redirections refused, errors named, and
 * completions given the documented shape, whatever the endpoint makes of it.
 * The function rejects with a {@link ModelError} and nothing else.
 */
export function createModelFetch(): typeof fetch {
  return async (input, init) => {
    const signal = init?.signal ?? undefined;
    const response = await send(input, init, signal);
    const type = response.headers.get('content-type') ?? '';
    if (response.status >= 300) throw await toRefusedError(response, type);
    if (isHtml(type)) throw await abandon(response, new ModelError('REPONSE', { detail: 'une page HTML' }));
    const text = await readBounded(response, LONGEST_BODY, signal);
    const headers = { 'content-type': type.includes('event-stream') ? type : 'application/json' };
    return new Response(type.includes('event-stream') ? text : settle(text, String(input), init), { headers });
  };
}

/** A redirection would take the key elsewhere: none is followed. */
async function send(
  input: Parameters<typeof fetch>[0],
  init: RequestInit | undefined,
  signal: AbortSignal | undefined,
): Promise<Response> {
  try {
    return await fetch(input, { ...init, redirect: 'manual' });
  } catch (error) {
    throw toNetworkError(error, signal);
  }
}

async function toRefusedError(response: Response, type: string): Promise<ModelError> {
  const { status, headers } = response;
  if (status < 400) return abandon(response, new ModelError('REPONSE', { detail: `redirection, statut ${status}` }));
  if (isHtml(type) && status < 500 && status !== 429)
    return abandon(response, new ModelError('REPONSE', { detail: `une page HTML, statut ${status}` }));
  try {
    return toStatusError(status, headers, await readBounded(response, LONGEST_BODY, undefined));
  } catch {
    // The status says enough when the body cannot be read.
    return toStatusError(status, headers, '');
  }
}

async function abandon(response: Response, error: ModelError): Promise<ModelError> {
  // Nobody reads the rest, and its failure would tell nothing more.
  await response.body?.cancel().catch(() => {});
  return error;
}

function isHtml(type: string): boolean {
  return /\bx?html\b/i.test(type);
}

/** JSON, and for a conversation the documented shape. */
function settle(text: string, address: string, init: RequestInit | undefined): string {
  const json = parseBody(text);
  if (!address.endsWith('/chat/completions')) return text;
  const asked = Asked.parse(JSON.parse(String(init?.body)));
  return JSON.stringify(settleCompletion(json, asked.response_format !== undefined));
}

/** What is read of our own side: whether an object was asked for. */
const Asked = z.object({ response_format: z.unknown().optional() });

function parseBody(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ModelError('REPONSE', { detail: text.trim() === '' ? 'réponse vide' : 'JSON illisible' });
  }
}
