import type { AnswerKind } from '../answer/answer.ts';

/** Where a question was asked. */
export type Surface = 'canal' | 'direct' | 'commande' | 'partage' | 'agent' | 'formulaire' | 'raccourci';

/** A question that was dealt with; `incident` when no answer could be made. */
export type MeasuredQuestion = {
  readonly surface: Surface;
  readonly kind: AnswerKind | 'incident';
  /** From the start of the work to the answer, in milliseconds. */
  readonly ms: number;
  /** Why drafts of a model were rejected, as codes. */
  readonly rejections: readonly string[];
};

/** A call of the Web API, one attempt; `outcome` is `ok`, `attente` (429), `panne` (network, 5xx) or `refus`. */
export type MeasuredCall = {
  readonly method: string;
  readonly outcome: 'ok' | 'attente' | 'panne' | 'refus';
  readonly ms: number;
  /** What Slack asked to wait, in milliseconds. */
  readonly waitMs?: number | undefined;
};

/** An exchange with a language model; `outcome` is `ok`, or the fault. */
export type MeasuredExchange = {
  readonly outcome: string;
  readonly ms: number;
  readonly input: number;
  readonly output: number;
};

/** What is counted while the bot runs; numbers and closed names only. */
export type Meters = {
  readonly question: (question: MeasuredQuestion) => void;
  readonly slackCall: (call: MeasuredCall) => void;
  readonly exchange: (exchange: MeasuredExchange) => void;
  readonly incident: (code: string) => void;
  /** A work left by a process that died is taken up again. */
  readonly takenUp: () => void;
  /** Says how the works in hand are counted, from now on. */
  readonly watchWorks: (count: () => number) => void;
};

/** Where nothing is counted. */
export const NO_METERS: Meters = {
  question() {},
  slackCall() {},
  exchange() {},
  incident() {},
  takenUp() {},
  watchWorks() {},
};
