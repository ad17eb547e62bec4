import { setTimeout as sleep } from 'node:timers/promises';
import type { EventDelivery } from '#bot/testing/fake-slack/doors/send-events.ts';
import type { FakeSlack } from '#bot/testing/fake-slack/fake-slack.ts';
import type { Planned } from './make-plan.ts';

/** A question that was asked. */
export type Asked = {
  readonly channel: string;
  readonly ts: string;
  readonly threadTs: string;
  /** What its answer must say. */
  readonly expected: string;
};

/** People who ask, and how the bot took it. */
export type People = {
  /** Asks; `again` sends the event once more when the plan says so. */
  ask(planned: Planned, options: { readonly again: boolean }): void;
  readonly asked: readonly Asked[];
  readonly deliveries: readonly EventDelivery[];
  /** Events sent again. */
  readonly repeated: number;
  /** Settles when all that was sent has arrived, what comes again included. */
  settle(): Promise<void>;
};

/** Lets people speak in the fake Slack. */
export function createPeople(fake: FakeSlack): People {
  const asked: Asked[] = [];
  const deliveries: EventDelivery[] = [];
  const underWay = new Set<Promise<void>>();
  const threads = new Map<number, string>();
  const nextTs = createStamps();
  let repeated = 0;

  function track(delivery: Promise<EventDelivery>): void {
    const noted = delivery.then((arrived) => {
      deliveries.push(arrived);
      underWay.delete(noted);
    });
    underWay.add(noted);
  }
  /** At 0 ms, before the first could be acknowledged. */
  async function repeat(first: Promise<EventDelivery>, againMs: number): Promise<EventDelivery> {
    repeated += 1;
    if (againMs === 0) return fake.redeliver();
    const [{ eventId }] = await Promise.all([first, sleep(againMs)]);
    return fake.redeliver(eventId);
  }

  return {
    asked,
    deliveries,
    get repeated() {
      return repeated;
    },
    ask({ conversation, place, user, turn, againMs }, { again }) {
      const [ts, channel] = [nextTs(), place.id];
      const thread = threads.get(conversation);
      const speech = { channel, user, text: turn.text, ts, ...(thread === undefined ? {} : { thread_ts: thread }) };
      threads.set(conversation, thread ?? ts);
      asked.push({ channel, ts, threadTs: thread ?? ts, expected: turn.expected });
      const first = place.kind === 'im' ? fake.directMessage(speech) : fake.mention(speech);
      track(first);
      if (again && againMs !== undefined) track(repeat(first, againMs));
    },
    async settle() {
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };
}

/** Timestamps of people: half a millisecond away from those that the fake gives to the bot, so that none are the same. */
export function createStamps(): () => string {
  let last = 0;
  return () => {
    last = Math.max(last + 1, Date.now() * 1000 + 500);
    return `${Math.floor(last / 1_000_000)}.${String(last % 1_000_000).padStart(6, '0')}`;
  };
}
