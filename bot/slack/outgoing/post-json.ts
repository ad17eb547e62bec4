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
  const { ok, status, statusText, headers, text } = await attempt(send, url, body);
  if (ok) return;
  const retryAfter = Number(headers.get('retry-after'));
  if (status === 429 && retryAfter > 0) throw new webApi.WebAPIRateLimitedError(retryAfter);
  if (status >= 500 || status === 429) throw new webApi.WebAPIHTTPError(status, statusText, {});
  throw toRefusal(readName(text), undefined);
}

/** One attempt with its reply read to the end: it may be cut on the way too. */
async function attempt(send: typeof fetch, url: URL, body: string) {
  try {
    const type = { 'content-type': 'application/json; charset=utf-8' };
    const signal = AbortSignal.timeout(REPLY_MS);
    const response = await send(url, { method: 'POST', headers: type, body, redirect: 'error', signal });
    const { ok, status, statusText, headers } = response;
    return { ok, status, statusText, headers, text: await response.text() };
  } catch (error) {
    throw new webApi.WebAPIRequestError(error instanceof Error ? error : new Error(String(error)));
  }
}

/** The name of the refusal, wherever this endpoint writes it. */
function readName(text: string): string {
  if (!text.startsWith('{')) return text;
  try {
    const { error } = JSON.parse(text) as { readonly error?: unknown };
    return typeof error === 'string' ? error : '';
  } catch {
    return '';
  }
}
