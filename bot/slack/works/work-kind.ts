import type { z } from 'zod';
import type { Sending } from '#bot/store/ports/works.ts';
import { BotError } from '#corpus/law/bot-error.ts';
import type { SealedObject } from '../outgoing/outgoing.ts';
import type { SlackContext } from '../slack-context.ts';

/** Acknowledges to Slack, which waits three seconds at most; a command may have its answer in it. */
export type Acknowledge = (reply?: SealedObject) => Promise<void>;

/** A work under way: what it must know of its past, and note of its sends. */
export type WorkInHand = {
  /** When Slack told of it, in milliseconds. */
  readonly receivedAt: number;
  /** Whether a former process, or a former try, has begun it. */
  readonly isTakenUp: boolean;
  /** What was about to be sent when it was left. */
  readonly sending: Sending | undefined;
  /** Makes the answer: a work that was taken up counts a try, for as long as it may be what ends the process. */
  readonly attempt: <T>(make: () => Promise<T>) => Promise<T>;
  /**
   * Writes what is about to be sent, then its `ts`; a store that fails keeps nobody from the answer.
   * @throws {BotError} ERR_SLACK_ARRET when the bot has stopped: nothing is sent any more
   */
  readonly noteSending: (sending: Sending) => Promise<void>;
  /** Acknowledges, for a kind that answers in its acknowledgement and while Slack waits for one. */
  readonly acknowledge?: Acknowledge | undefined;
};

/** How works of one kind are done; `payload` is what was kept of what Slack told. */
export type KindOfWork<T> = {
  /** Written in the store: never changed once released. */
  readonly name: string;
  readonly payload: z.ZodType<T>;
  /** Whether the acknowledgement waits for the work, since it carries the answer. */
  readonly answersInAck?: boolean;
  /** Works of one order are done one after the other. */
  readonly findOrder?: (payload: T) => string;
  /** Does it; done again from the start when the process died on the way. */
  readonly run: (payload: T, hand: WorkInHand, context: SlackContext) => Promise<void>;
  /** Tells the person that it failed; does not throw. */
  readonly tell: (error: unknown, payload: T, context: SlackContext) => Promise<void>;
};

/** A kind, whatever its payload. */
export type WorkKind = Pick<KindOfWork<unknown>, 'name' | 'answersInAck'> & {
  /** @throws {BotError} ERR_TRAVAIL_ILLISIBLE for a payload that this version does not know */
  readonly open: (json: string) => OpenWork;
};

/** A work whose payload was read. */
export type OpenWork = {
  readonly order: string | undefined;
  readonly run: (hand: WorkInHand, context: SlackContext) => Promise<void>;
  readonly tell: (error: unknown, context: SlackContext) => Promise<void>;
};

/** Makes a kind of its parts. */
export function createKind<T>({ name, payload, answersInAck, findOrder, run, tell }: KindOfWork<T>): WorkKind {
  return {
    name,
    answersInAck: answersInAck ?? false,
    open(json) {
      const read = readPayload(name, payload, json);
      return {
        order: findOrder?.(read),
        run: (hand, context) => run(read, hand, context),
        tell: (error, context) => tell(error, read, context),
      };
    },
  };
}

function readPayload<T>(name: string, payload: z.ZodType<T>, json: string): T {
  try {
    return payload.parse(JSON.parse(json));
  } catch (cause) {
    throw new BotError(
      'ERR_TRAVAIL_ILLISIBLE',
      `un travail en attente (${name}) n'est pas de ceux que cette version sait reprendre`,
      'Il est abandonné : la personne peut reposer sa question.',
      cause,
    );
  }
}
