import { webApi } from '@slack/bolt';
import { toRefusal } from './to-failure.ts';

/** Longest wait for the reply to one attempt: a file takes longer than a message. */
const REPLY_MS = 30_000;

/**
 * Posts the bytes of a file to the address that Slack gave for it.
 * @throws {WebAPIHTTPError | WebAPIRequestError} when it may be tried again
 * @throws {BotError} ERR_SLACK_FICHIER or ERR_SLACK_REFUS when Slack refuses it
 */
export async function postBytes(send: typeof fetch, url: URL, bytes: Uint8Array): Promise<void> {
  const { ok, status, statusText } = await attempt(send, url, bytes);
  if (ok) return;
  if (status >= 500 || status === 429) throw new webApi.WebAPIHTTPError(status, statusText, {});
  throw toRefusal('file_update_failed', undefined);
}

async function attempt(send: typeof fetch, url: URL, bytes: Uint8Array) {
  try {
    const signal = AbortSignal.timeout(REPLY_MS);
    const headers = { 'content-type': 'application/octet-stream' };
    const response = await send(url, {
      method: 'POST',
      headers,
      body: new Uint8Array(bytes),
      redirect: 'error',
      signal,
    });
    await response.arrayBuffer();
    return response;
  } catch (error) {
    throw new webApi.WebAPIRequestError(error instanceof Error ? error : new Error(String(error)));
  }
}
