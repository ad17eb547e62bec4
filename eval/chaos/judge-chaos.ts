import type { BotMessage } from '#bot/testing/fake-slack/workspace.ts';
import { toShown } from '../bench/slack/load-scripts.ts';
import type { Asked, AskedByCommand, AskedThere } from './ask-questions.ts';
import { toPlain, toPlainWords } from './to-plain.ts';

/** How the questions ended. */
export type ChaosVerdict = {
  readonly questions: number;
  /** Answered by exactly one complete answer. */
  readonly once: number;
  /** Answered once, and once more in a message that says that it is taken up again. */
  readonly marked: number;
  /** Commands that nobody took while the process was dead: Slack says so to the person. */
  readonly untaken: number;
  /** What must not be, one line each. */
  readonly faults: readonly string[];
};

/** What stands in the workspace, and what is said where a message is taken up again. */
export type Seen = {
  readonly messages: readonly BotMessage[];
  /** In each language. */
  readonly again: readonly string[];
  /** How often each question was left between a send and its record, by the name of its work. */
  readonly unsure: ReadonlyMap<string, number>;
};

/** Demands of each question one complete answer; a second is forgiven when it says so and could not be known. */
export function judgeChaos(asked: Asked, seen: Seen): ChaosVerdict {
  const inPerson = seen.messages.filter(isInPerson);
  const threads = Map.groupBy(
    seen.messages.filter((message) => !isInPerson(message)),
    ({ channel, thread_ts: ts }) => `${channel} ${ts}`,
  );
  const judged = [
    ...judgeThreads(asked.there, threads, seen),
    ...asked.byCommand.map((one) => judgeCommand(one, inPerson, seen)),
    ...listStrangers(asked.byCommand, inPerson, seen),
  ];
  return {
    questions: judged.length,
    once: judged.filter(({ kind }) => kind === 'once').length,
    marked: judged.filter(({ kind }) => kind === 'marked').length,
    untaken: judged.filter(({ kind }) => kind === 'untaken').length,
    faults: judged.flatMap((one) => (one.kind === 'fault' ? [one.what] : [])),
  };
}

/** Letters of a stray that are told. */
const SHOWN = 120;

type Judged = { readonly kind: 'once' | 'marked' | 'untaken' } | { readonly kind: 'fault'; readonly what: string };

/** A thread holds as many complete answers as questions, each of them once, and nothing else. */
function judgeThreads(
  there: readonly AskedThere[],
  threads: ReadonlyMap<string, readonly BotMessage[]>,
  seen: Seen,
): readonly Judged[] {
  const byThread = Map.groupBy(there, ({ channel, threadTs }) => `${channel} ${threadTs}`);
  const strangers = [...threads].filter(([name]) => !byThread.has(name));
  const judged = [...byThread].flatMap(([name, questions]) => judgeThread(questions, threads.get(name) ?? [], seen));
  return [...judged, ...strangers.map(([name]) => toFault(`${name}: answered where nobody asked`))];
}

function judgeThread(questions: readonly AskedThere[], messages: readonly BotMessage[], seen: Seen): readonly Judged[] {
  const left = [...messages];
  function take(expected: string): boolean {
    const index = left.findIndex((message) => toPlainWords(message) === expected);
    if (index >= 0) left.splice(index, 1);
    return index >= 0;
  }
  const judged = questions.map(({ channel, ts, expected, isTaken }): Judged => {
    const words = toPlain(expected);
    const isAnswered = take(words);
    const isMarked = seen.again.some((again) => take(words + toPlain(again)));
    const unsure = seen.unsure.get(`message ${channel} ${ts}`) ?? 0;
    if (isAnswered && !isMarked) return { kind: 'once' };
    if (isMarked && unsure > 0) return { kind: 'marked' };
    if (isMarked) return toFault(`${channel} ${ts}: taken up again without need`);
    return toFault(`${channel} ${ts}: ${isTaken ? 'not answered' : 'never delivered'}`);
  });
  const strays = left.map(({ channel, ts, blocks }) =>
    toFault(`${channel} ${ts}: a stray: ${toShown(blocks).slice(0, SHOWN)}`),
  );
  return [...judged, ...strays];
}

/** The reply to a command that may have been given twice through its address comes in the asker's own conversation. */
function isInPerson({ channel, thread_ts: ts }: BotMessage): boolean {
  return channel.startsWith('D') && ts === undefined;
}

/** What is said in person and answers no command. */
function listStrangers(
  commands: readonly AskedByCommand[],
  inPerson: readonly BotMessage[],
  seen: Seen,
): readonly Judged[] {
  const known = new Set(commands.flatMap(({ expected }) => listForms(expected, seen)));
  return inPerson
    .filter((message) => !known.has(toPlainWords(message)))
    .map(({ channel, blocks }) => toFault(`${channel}: a stray: ${toShown(blocks).slice(0, SHOWN)}`));
}

/** An answer as it stands, and with each mark. */
function listForms(expected: string, { again }: Seen): readonly string[] {
  return [toPlain(expected), ...again.map((mark) => toPlain(expected + mark))];
}

/** A command that nobody took was told to have failed: it may have an answer, and needs none. */
function judgeCommand({ interaction, expected }: AskedByCommand, inPerson: readonly BotMessage[], seen: Seen): Judged {
  const { acked, triggerId } = interaction;
  const replies = interaction.responses().map(toPlainWords);
  const whole = replies.filter((words) => words === toPlain(expected)).length;
  const marked = replies.filter((words) => seen.again.some((again) => words === toPlain(expected + again))).length;
  const unsure = seen.unsure.get(`commande ${triggerId}`) ?? 0;
  if (replies.length !== whole + marked)
    return toFault(`command ${triggerId}: a stray: ${replies.join(' | ').slice(0, SHOWN)}`);
  if (whole > 1 || marked > unsure)
    return toFault(`command ${triggerId}: answered ${whole} times, and ${marked} again`);
  const forms = listForms(expected, seen);
  const isToldInPerson = unsure > 1 && inPerson.some((message) => forms.includes(toPlainWords(message)));
  if (marked > 0 || isToldInPerson) return { kind: 'marked' };
  if (whole === 1) return { kind: 'once' };
  return acked ? toFault(`command ${triggerId}: not answered`) : { kind: 'untaken' };
}

function toFault(what: string): Judged {
  return { kind: 'fault', what };
}
