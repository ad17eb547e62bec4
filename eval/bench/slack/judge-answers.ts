import type { BotMessage } from '#bot/testing/fake-slack/workspace.ts';
import type { Asked } from './create-people.ts';
import { toShown } from './load-scripts.ts';

/** How questions were answered. */
export type Verdict = {
  /** Questions with exactly one message in their thread that says all that it must. */
  readonly once: number;
  readonly none: number;
  readonly several: number;
  /** Messages that answer no question: incidents, answers that are not whole, or in the wrong place. */
  readonly strays: readonly BotMessage[];
  /** From each question to its first visible answer, in milliseconds. */
  readonly times: readonly number[];
};

type Judged = { readonly asked: Asked; readonly answers: BotMessage[] };

/** Compares what stands in the workspace with what was asked, thread by thread. */
export function judgeAnswers(asked: readonly Asked[], messages: readonly BotMessage[]): Verdict {
  const judged = asked.map((one): Judged => ({ asked: one, answers: [] }));
  const threads = Map.groupBy(judged, ({ asked: { channel, threadTs } }) => `${channel} ${threadTs}`);
  const strays: BotMessage[] = [];
  for (const message of messages) {
    const question = findQuestion(message, threads.get(`${message.channel} ${message.thread_ts}`) ?? []);
    if (question) question.answers.push(message);
    else strays.push(message);
  }
  const count = (isWanted: (answers: number) => boolean) =>
    judged.filter(({ answers }) => isWanted(answers.length)).length;
  return {
    once: count((answers) => answers === 1),
    none: count((answers) => answers === 0),
    several: count((answers) => answers > 1),
    strays,
    times: judged.flatMap(({ asked: { ts }, answers: [first] }) =>
      first ? [Math.max(0, Number(first.ts) - Number(ts)) * 1000] : [],
    ),
  };
}

/** The first question of the thread that waits for these very words; else one that has them already. */
function findQuestion({ blocks, ts }: BotMessage, thread: readonly Judged[]): Judged | undefined {
  const shown = toShown(blocks);
  const fitting = thread.filter(({ asked }) => asked.expected === shown && Number(asked.ts) <= Number(ts));
  return fitting.find(({ answers }) => answers.length === 0) ?? fitting[0];
}
