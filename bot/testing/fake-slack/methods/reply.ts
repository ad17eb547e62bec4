/** What is answered to a request: JSON, or the words of a failing proxy; `drop` cuts the connection instead. */
export type Reply =
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body: unknown }
  | 'drop';

/** A call that went well. */
export function succeed(result: Readonly<Record<string, unknown>> = {}): Reply {
  return { status: 200, body: { ok: true, ...result } };
}

/** A call that Slack refuses; details are told as it tells them, with more about the error where it gives more. */
export function refuse(
  error: string,
  details: readonly string[] = [],
  more: Readonly<Record<string, unknown>> = {},
): Reply {
  const messages = details.map((detail) => `[ERROR] ${detail}`);
  return {
    status: 200,
    body: { ok: false, error, ...more, ...(messages.length === 0 ? {} : { response_metadata: { messages } }) },
  };
}

/** A call that comes too soon. */
export function rateLimited(retryAfter: number): Reply {
  return { status: 429, headers: { 'retry-after': String(retryAfter) }, body: { ok: false, error: 'ratelimited' } };
}
