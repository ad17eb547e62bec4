import type { IncomingMessage } from 'node:http';
import type { z } from 'zod';
import { explainIssues } from '../fake-slack/schemas/explain-issues.ts';
import { ChatBody, EmbeddingsBody } from './body-schemas.ts';
import type { Capabilities } from './capabilities.ts';
import { findRefusal } from './check-body.ts';
import { type Exchange, toChatExchange } from './exchange.ts';
import type { EndpointRefusal } from './refusal.ts';

/** A body that passed every check, or the reason why it did not. */
type Read =
  | { readonly kind: 'exchange'; readonly exchange: Exchange }
  | { readonly kind: 'refused'; readonly refusal: EndpointRefusal };

/** What is asked of the endpoint, checked as strictly as the API does. */
export function readExchange(
  kind: Exchange['kind'],
  text: string,
  headers: Readonly<Record<string, string>>,
  models: readonly string[],
  capabilities: Capabilities,
): Read {
  const parsed = kind === 'chat' ? parseBody(ChatBody, text) : parseBody(EmbeddingsBody, text);
  if (parsed.kind === 'refused') return parsed;
  const { body } = parsed;
  if (!models.includes(body.model)) {
    const message = `The model '${body.model}' does not exist or you do not have access to it.`;
    return { kind: 'refused', refusal: { status: 404, message, param: 'model', code: 'model_not_found' } };
  }
  if ('input' in body) {
    const texts = typeof body.input === 'string' ? [body.input] : body.input;
    return { kind: 'exchange', exchange: { kind: 'embeddings', headers, texts, body } };
  }
  const refusal = findRefusal(body, capabilities);
  return refusal ? { kind: 'refused', refusal } : { kind: 'exchange', exchange: toChatExchange(body, headers) };
}

/** Headers of what came in, without the key. */
export function listHeaders({ headers }: IncomingMessage): Readonly<Record<string, string>> {
  const { authorization: _, ...others } = headers;
  return Object.fromEntries(Object.entries(others).map(([name, value]) => [name, String(value)]));
}

function parseBody<T>(
  schema: z.ZodType<T>,
  text: string,
): { readonly kind: 'body'; readonly body: T } | Extract<Read, { kind: 'refused' }> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { kind: 'refused', refusal: { status: 400, message: 'We could not parse the JSON body.', isDefect: true } };
  }
  const result = schema.safeParse(json);
  if (result.success) return { kind: 'body', body: result.data };
  const [message = ''] = explainIssues(result.error.issues, json, 'body');
  const param = result.error.issues[0]?.path.join('.');
  return { kind: 'refused', refusal: { status: 400, message: `Invalid body: ${message}`, param, isDefect: true } };
}
