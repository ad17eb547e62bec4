import type { AnswerHealth } from './answer-health.ts';
import { type Log, NO_LOG } from './log.ts';
import { type Meters, NO_METERS } from './meters.ts';
import { createReadiness, type Readiness } from './readiness.ts';

/** What tells how the bot does to the person who runs it. */
export type Operation = {
  readonly log: Log;
  readonly meters: Meters;
  readonly readiness: Readiness;
  /** Where the health pages are, when they have a server of their own. */
  readonly healthAddress?: string | undefined;
  /** Answers them at Slack's own address, when they have none. */
  readonly answerHealth?: AnswerHealth | undefined;
};

/** An operation that nobody looks at. */
export function createQuietOperation(): Operation {
  return { log: NO_LOG, meters: NO_METERS, readiness: createReadiness() };
}
