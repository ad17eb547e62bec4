import { afterEach } from 'vitest';
import { z } from 'zod';
import type { FakeSlack } from './fake-slack.ts';
import type { FakeSlackOptions } from './settings.ts';
import { startFakeSlack } from './start-fake-slack.ts';

const Answer = z.looseObject({ ok: z.boolean(), error: z.string().optional(), ts: z.string().optional() });

/** What the Web API answered. */
export type ApiAnswer = z.infer<typeof Answer> & { readonly status: number; readonly retryAfter: string | null };

const started: FakeSlack[] = [];

afterEach(async () => {
  await Promise.all(started.splice(0).map((slack) => slack.close()));
});

/** Starts a fake that is closed after the test, which fails if violations are left. */
export async function startStrict(options: FakeSlackOptions = {}): Promise<FakeSlack> {
  const slack = await startFakeSlack({ ackTimeoutMs: 2000, retryDelaysMs: [0, 1, 2], ...options });
  started.push(slack);
  return slack;
}

/** Calls a method as the clients of Slack do: a form, with what is not a text as JSON, and a token in a header. */
export async function callApi(
  slack: FakeSlack,
  method: string,
  args: Readonly<Record<string, unknown>>,
  token: string | null = slack.botToken,
): Promise<ApiAnswer> {
  const pairs = Object.entries(args).map(([key, value]): [string, string] => [key, toFormValue(value)]);
  const response = await fetch(`${slack.apiUrl}${method}`, {
    method: 'POST',
    headers: token === null ? {} : { authorization: `Bearer ${token}` },
    body: new URLSearchParams(pairs),
  });
  const { status, headers } = response;
  return { ...Answer.parse(await response.json()), status, retryAfter: headers.get('retry-after') };
}

/** Sends a message to a response URL. */
export async function callResponseUrl(url: string, message: Readonly<Record<string, unknown>>): Promise<ApiAnswer> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(message) });
  return { ...Answer.parse(await response.json()), status: response.status, retryAfter: null };
}

function toFormValue(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
