import { webApi } from '@slack/bolt';
import { toRefusal } from './to-failure.ts';

/** Longest wait for the reply to one attempt. */
const REPLY_MS = 10_000;

/**
 * Posts JSON to an answer address, with the errors of the Web API client so that both roads fail alike.
 * @throws {WebAPIRateLimitedError | WebAPIHTTPError | WebAPIRequestError} when it may be tried again
 * @throws {BotError} ERR_SLACK_REFUS when Slack refuses it: too old, used too often, not valid
 */
export async function postJson(send: typeof fetch, url: URL, body: string): Promise<void> {
  const response = await attempt(send, url, body);
  if (response.ok) return;
  const { status, statusText, headers } = response;
  const retryAfter = Number(headers.get('retry-after'));
  if (status === 429 && retryAfter > 0) throw new webApi.WebAPIRateLimitedError(retryAfter);
  if (status >= 500) throw new webApi.WebAPIHTTPError(status, statusText, {});
  throw toRefusal(await readName(response), undefined);
}

async function attempt(send: typeof fetch, url: URL, body: string): Promise<Response> {
  try {
    const headers = { 'content-type': 'application/json; charset=utf-8' };
    return await send(url, { method: 'POST', headers, body, redirect: 'error', signal: AbortSignal.timeout(REPLY_MS) });
  } catch (error) {
    throw new webApi.WebAPIRequestError(error instanceof Error ? error : new Error(String(error)));
  }
}

/** The name of the refusal, wherever this endpoint writes it. */
async function readName(response: Response): Promise<string> {
  const text = await response.text();
  try {
    const { error } = JSON.parse(text) as { readonly error?: unknown };
    return typeof error === 'string' ? error : text;
  } catch {
    return text;
  }
}
