import http from 'node:http';
import { text as readAll } from 'node:stream/consumers';

/** What the bot answered to a request, or how the request failed. */
export type BotReply =
  | { readonly kind: 'answered'; readonly status: number; readonly body: string; readonly noRetry: boolean }
  | { readonly kind: 'failed'; readonly reason: 'http_timeout' | 'connection_failed' };

/** A request to the bot, headers and all. */
export type BotRequest = { readonly body: string; readonly headers: Readonly<Record<string, string>> };

/** Sends a request to the bot on a connection of its own, so that nothing of it stays open. */
export function postToBot(
  url: string,
  { body, headers }: BotRequest,
  { signal, timeoutMs }: { readonly signal: AbortSignal; readonly timeoutMs: number },
): Promise<BotReply> {
  const timeout = AbortSignal.timeout(timeoutMs);
  return new Promise((resolve) => {
    const fail = () => {
      resolve({ kind: 'failed', reason: timeout.aborted ? 'http_timeout' : 'connection_failed' });
    };
    const sent = http.request(
      url,
      { method: 'POST', agent: false, signal: AbortSignal.any([signal, timeout]), headers },
      (response) => {
        const noRetry = response.headers['x-slack-no-retry'] === '1';
        readAll(response).then(
          (read) => resolve({ kind: 'answered', status: response.statusCode ?? 0, body: read, noRetry }),
          fail,
        );
      },
    );
    sent.on('error', fail);
    sent.end(body);
  });
}
