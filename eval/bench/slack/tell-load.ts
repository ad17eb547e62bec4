import type { FakeSlack } from '#bot/testing/fake-slack/fake-slack.ts';
import { atLeast, atMost, type Figure, findQuantile, withoutLimit } from '../figures.ts';
import type { FaultChooser } from './choose-faults.ts';
import type { People } from './create-people.ts';
import { judgeAnswers, type Verdict } from './judge-answers.ts';
import { toShown } from './load-scripts.ts';

/** How many violations and stray messages are shown. */
const SHOWN = 5;

/** The figures of the load. */
export function tellLoad(
  fake: FakeSlack,
  people: People,
  { calls, limited, applied, lost }: ReturnType<FaultChooser['count']>,
): readonly Figure[] {
  const verdict = judgeAnswers(people.asked, fake.messages());
  const acks = people.deliveries.map(({ ackMs }) => ackMs ?? Number.POSITIVE_INFINITY).filter(Number.isFinite);
  return [
    withoutLimit('load-questions', people.asked.length, 'questions'),
    withoutLimit('load-follow-ups', people.asked.filter(({ ts, threadTs }) => ts !== threadTs).length, 'questions'),
    withoutLimit('load-sent-again', people.repeated, 'events'),
    withoutLimit('load-calls', calls, 'calls'),
    withoutLimit('load-429', limited, 'calls'),
    withoutLimit('load-5xx-applied', applied, 'calls'),
    withoutLimit('load-5xx-lost', lost, 'calls'),
    withoutLimit('load-deduplicated', fake.deduplicated, 'posts'),
    withoutLimit('ack-p50', findQuantile(acks, 0.5), 'ms'),
    atMost(250, 'ack-p99', findQuantile(acks, 0.99), 'ms'),
    withoutLimit('ack-max', Math.max(...acks), 'ms'),
    atMost(0, 'ack-missed', people.deliveries.filter(({ acked, attempts }) => !acked || attempts > 1).length, 'events'),
    withoutLimit('answer-visible-p50', findQuantile(verdict.times, 0.5), 'ms'),
    withoutLimit('answer-visible-p99', findQuantile(verdict.times, 0.99), 'ms'),
    ...tellFirsts(fake, people),
    ...tellVerdict('load', verdict, people.asked.length),
    ...tellViolations('load', fake),
  ];
}

/** How soon a person sees that she was heard, and the first words where they are said piece by piece. */
function tellFirsts(fake: FakeSlack, people: People): readonly Figure[] {
  const heard = new Map(people.asked.filter(isFirst).map(({ channel, ts }) => [`${channel} ${ts}`, Number(ts) * 1000]));
  const since = (channel: string, thread: string | undefined, at: number) => {
    const asked = heard.get(`${channel} ${thread}`);
    return asked === undefined ? [] : [Math.max(0, at - asked)];
  };
  // The first status of each thread; the replies in it are judged with the others.
  const firsts = [...Map.groupBy(fake.statuses(), ({ channel, thread_ts }) => `${channel} ${thread_ts}`).values()];
  const statuses = firsts.flatMap(([first]) => (first ? since(first.channel, first.thread_ts, first.at) : []));
  const answers = [...Map.groupBy(fake.messages(), ({ channel, thread_ts }) => `${channel} ${thread_ts}`).values()];
  const words = answers.flatMap(([first]) =>
    first?.stream?.firstWordsAt === undefined ? [] : since(first.channel, first.thread_ts, first.stream.firstWordsAt),
  );
  return [
    atMost(300, 'status-visible-p50', findQuantile(statuses, 0.5), 'ms'),
    withoutLimit('status-visible-p99', findQuantile(statuses, 0.99), 'ms'),
    withoutLimit('streamed-words-p50', findQuantile(words, 0.5), 'ms'),
    withoutLimit('streamed-words-p99', findQuantile(words, 0.99), 'ms'),
  ];
}

function isFirst({ ts, threadTs }: People['asked'][number]): boolean {
  return ts === threadTs;
}

/** The figures of all the questions, those of the load with them: an answer too many may come late. */
export function tellAll(fake: FakeSlack, people: People, perSecond: number): readonly Figure[] {
  const verdict = judgeAnswers(people.asked, fake.messages());
  return [
    withoutLimit('all-questions', people.asked.length, 'questions'),
    withoutLimit('all-throughput', perSecond, 'questions/s'),
    ...tellVerdict('all', verdict, people.asked.length),
    ...tellViolations('all', fake),
  ];
}

function tellVerdict(phase: string, { once, none, several, strays }: Verdict, asked: number): readonly Figure[] {
  for (const { channel, thread_ts, blocks } of strays.slice(0, SHOWN)) {
    process.stderr.write(`stray message in ${channel} ${thread_ts}: ${toShown(blocks)}\n`);
  }
  return [
    atLeast(asked, `${phase}-answered-once`, once, 'questions'),
    atMost(0, `${phase}-answered-never`, none, 'questions'),
    atMost(0, `${phase}-answered-several-times`, several, 'questions'),
    atMost(0, `${phase}-stray-messages`, strays.length, 'messages'),
  ];
}

function tellViolations(phase: string, { violations }: FakeSlack): readonly Figure[] {
  for (const violation of violations.slice(0, SHOWN)) process.stderr.write(`violation: ${violation}\n`);
  return [atMost(0, `${phase}-violations`, violations.length, 'violations')];
}
