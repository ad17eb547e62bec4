import { webApi } from '@slack/bolt';
import { toFailure } from '../slack/outgoing/to-failure.ts';
import type { Log } from './log.ts';
import type { MeasuredCall, Meters } from './meters.ts';

/** The part of Slack's client that calls. */
type Client = Pick<webApi.WebClient, 'apiCall'>;

/** Where calls are told: counted, and noted one by one when everything is logged. */
export type CallSinks = { readonly meters: Pick<Meters, 'slackCall'>; readonly log: Pick<Log, 'note'> };

/** The same client, its calls measured: each attempt, by method and outcome. */
export function measureClient(client: Client, sinks: CallSinks): Client {
  return { apiCall: (method, options) => measureCall(method, () => client.apiCall(method, options), sinks) };
}

/** What a `fetch` of answer addresses is called among the methods. */
const RESPOND = 'response_url';

/** The same `fetch`, its calls measured under one name: an address is Slack's secret. */
export function measureFetch(send: typeof fetch, sinks: CallSinks): typeof fetch {
  return (input, init) => measureCall(RESPOND, () => send(input, init), sinks);
}

async function measureCall<T>(method: string, attempt: () => Promise<T>, { meters, log }: CallSinks): Promise<T> {
  const started = performance.now();
  function keep(seen: Pick<MeasuredCall, 'outcome' | 'waitMs'>): void {
    const call = { method, ...seen, ms: Math.round(performance.now() - started) };
    meters.slackCall(call);
    log.note('APPEL_SLACK', { method, outcome: call.outcome, ms: call.ms }, 'debug');
  }
  try {
    const reply = await attempt();
    keep(reply instanceof Response ? toStatusOutcome(reply) : { outcome: 'ok' });
    return reply;
  } catch (error) {
    keep(toErrorOutcome(error));
    throw error;
  }
}

function toStatusOutcome({ ok, status, headers }: Response): Pick<MeasuredCall, 'outcome' | 'waitMs'> {
  if (ok) return { outcome: 'ok' };
  if (status === 429) return { outcome: 'attente', waitMs: (Number(headers.get('retry-after')) || 0) * 1000 };
  return { outcome: status >= 500 ? 'panne' : 'refus' };
}

function toErrorOutcome(error: unknown): Pick<MeasuredCall, 'outcome' | 'waitMs'> {
  if (error instanceof webApi.WebAPIRateLimitedError) return { outcome: 'attente', waitMs: error.retryAfter * 1000 };
  return { outcome: toFailure(error).kind === 'passing' ? 'panne' : 'refus' };
}
