import type { webApi } from '@slack/bolt';
import { BotError } from '#corpus/law/bot-error.ts';
import type { SlackCaller } from './call-slack.ts';
import type { OutgoingObject } from './outgoing.ts';
import { sealPayload } from './seal-payload.ts';
import { mayBeTaken, toFailure } from './to-failure.ts';

/** The ways to call a method of the Web API; each payload passes the gate first. */
export type Calls = {
  /** Repeats until Slack has answered; `place` names what a rate limit holds for. */
  readonly callMethod: (method: string, place: string, payload: OutgoingObject) => Promise<unknown>;
  /** The same for what must not be done twice: before it is repeated, `ifUnsure` says whether Slack has taken it. */
  readonly callUnlessTaken: (
    method: string,
    place: string,
    payload: OutgoingObject,
    ifUnsure: () => Promise<Known | undefined>,
  ) => Promise<unknown>;
  /** Tries once: what comes late is worth nothing. */
  readonly callOnce: (method: string, payload: OutgoingObject) => Promise<unknown>;
  /** The same, with little patience. */
  readonly callBriefly: (method: string, payload: OutgoingObject) => Promise<unknown>;
};

/** What is known of a call whose reply was lost: the reply, or what to send now. */
export type Known = { readonly reply: unknown } | { readonly payload: OutgoingObject };

type Client = Pick<webApi.WebClient, 'apiCall'>;

/** Builds the calls. */
export function createCalls(client: Client, briefClient: Client, call: SlackCaller): Calls {
  return {
    async callMethod(method, place, payload) {
      const sealed = sealPayload(payload);
      return call(`${method} ${place}`, () => client.apiCall(method, sealed));
    },
    async callUnlessTaken(method, place, payload, ifUnsure) {
      const sealed = sealPayload(payload);
      let isUnsure = false;
      return call(`${method} ${place}`, async () => {
        const known = isUnsure ? await ifUnsure() : undefined;
        if (known && 'reply' in known) return known.reply;
        try {
          return await client.apiCall(method, known ? sealPayload(known.payload) : sealed);
        } catch (error) {
          isUnsure ||= mayBeTaken(error);
          throw error;
        }
      });
    },
    callOnce: (method, payload) => tryOnce(client, method, payload),
    callBriefly: (method, payload) => tryOnce(briefClient, method, payload),
  };
}

async function tryOnce(client: Client, method: string, payload: OutgoingObject): Promise<unknown> {
  const sealed = sealPayload(payload);
  try {
    return await client.apiCall(method, sealed);
  } catch (error) {
    const failure = toFailure(error);
    if (failure.kind === 'final') throw failure.error;
    throw new BotError(
      'ERR_SLACK_OCCUPE',
      'Slack ne prend pas un envoi pour le moment',
      'Recommencez dans un moment.',
      error,
    );
  }
}
