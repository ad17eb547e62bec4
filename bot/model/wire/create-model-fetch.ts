import { z } from 'zod';
import { ModelError } from '../model-error.ts';
import { readBounded } from './read-bounded.ts';
import { settleCompletion } from './settle-completion.ts';
import { settleVectors } from './settle-vectors.ts';
import { toNetworkError, toStatusError } from './to-wire-error.ts';

/** A body longer than that is not an answer, in bytes. */
const LONGEST_BODY = 2 * 1024 * 1024;

/**
 * What stands between a library and the endpoint: bodies are bounded, redirections refused, errors named, and answers
 * given the documented shape, whatever the endpoint makes of it.
 * The function rejects with a {@link ModelError} and nothing else.
 * @param ending ends every call, besides the signal of each
 */
export function createModelFetch(ending?: AbortSignal): typeof fetch {
  return async (input, init) => {
    const signal = AbortSignal.any([init?.signal, ending].filter((given) => given instanceof AbortSignal));
    const response = await send(input, { ...init, signal });
    const type = response.headers.get('content-type') ?? '';
    if (response.status >= 300) throw await toRefusedError(response, type, signal);
    if (isHtml(type)) throw await abandon(response, new ModelError('REPONSE', { detail: 'une page HTML' }));
    const text = await readBounded(response, LONGEST_BODY, signal);
    if (type.includes('event-stream')) return new Response(text, { headers: { 'content-type': type } });
    const body = settle(text, String(input), init?.body);
    return new Response(body, { headers: { 'content-type': 'application/json' } });
  };
}

/** A redirection would take the key elsewhere: none is followed. */
async function send(
  input: Parameters<typeof fetch>[0],
  init: RequestInit & { readonly signal: AbortSignal },
): Promise<Response> {
  try {
    return await fetch(input, { ...init, redirect: 'manual' });
  } catch (error) {
    throw toNetworkError(error, init.signal);
  }
}

async function toRefusedError(response: Response, type: string, signal: AbortSignal): Promise<ModelError> {
  const { status, headers } = response;
  if (status < 400) return abandon(response, new ModelError('REPONSE', { detail: `redirection, statut ${status}` }));
  if (isHtml(type) && status < 500 && status !== 429)
    return abandon(response, new ModelError('REPONSE', { detail: `une page HTML, statut ${status}` }));
  try {
    return toStatusError(status, headers, await readBounded(response, LONGEST_BODY, signal));
  } catch {
    // The status says enough when the body cannot be read.
    return signal.aborted ? new ModelError('DELAI') : toStatusError(status, headers, '');
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

/** What is read of our own side: whether an object was asked for, and how many vectors. */
const Asked = z.object({ response_format: z.unknown().optional(), input: z.array(z.string()).optional() });

/** JSON, in the documented shape of what was asked. */
function settle(text: string, address: string, sent: unknown): string {
  const json = parseBody(text);
  // A list of models is asked for without a body, and read by ourselves.
  if (typeof sent !== 'string') return text;
  const asked = Asked.parse(JSON.parse(sent));
  const settled = address.endsWith('/embeddings')
    ? settleVectors(json, asked.input?.length ?? 0)
    : settleCompletion(json, asked.response_format !== undefined);
  return JSON.stringify(settled);
}

function parseBody(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ModelError('REPONSE', { detail: text.trim() === '' ? 'réponse vide' : 'JSON illisible' });
  }
}
