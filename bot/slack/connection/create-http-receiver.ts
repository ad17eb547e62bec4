import type { IncomingMessage, ServerResponse } from 'node:http';
import { HTTPModuleFunctions, HTTPReceiver, type Logger, verifySlackRequest } from '@slack/bolt';
import type { AnswerHealth } from '#bot/operation/answer-health.ts';
import { BotError } from '#corpus/law/bot-error.ts';

/** How Slack's requests come in. */
export type HttpSettings = { readonly signingSecret: string; readonly logger: Logger };

/** What taking a request needs: the clock in milliseconds, and where refusals are told. */
export type HttpEdges = {
  readonly now: () => number;
  readonly onRefused: (error: unknown) => void;
  /** Whether the bot stops: Slack is told to come again later. */
  readonly isClosing?: (() => boolean) | undefined;
  /** Answers with the health pages, when they are here. */
  readonly answerHealth?: AnswerHealth | undefined;
};

/** Path of the only address that Slack is given. */
export const EVENTS_PATH = '/slack/events';

/** A request is taken five minutes around its own time. */
const WINDOW_SECONDS = 300;
/** Slack's requests are a few kilobytes. */
const LONGEST_BODY = 1024 * 1024;
const SSL_CHECK = /(?:^|&)ssl_check=1(?:&|$)/;

/**
 * Receives Slack's requests over HTTP.
 * Bolt takes a request signed for the future, which could be kept and sent again later: the window is closed on both
 * sides here, before Bolt checks the signature by itself.
 */
export function createHttpReceiver(
  { signingSecret, logger }: HttpSettings,
  { now, onRefused, isClosing = () => false, answerHealth = () => false }: HttpEdges,
): HTTPReceiver {
  const receiver = new HTTPReceiver({ signingSecret, logger, endpoints: EVENTS_PATH, bodyLimit: LONGEST_BODY });
  const listener = receiver.requestListener;
  receiver.requestListener = async (incoming, response) => {
    // Bolt throws on a path that it does not know, and nobody would catch it here.
    if (incoming.url?.split('?')[0] !== EVENTS_PATH || incoming.method !== 'POST') {
      return answerHealth(incoming, response) ? undefined : end(response, 404);
    }
    if (isClosing()) return end(response, 503);
    let body = '';
    try {
      body = (await HTTPModuleFunctions.bufferIncomingMessage(incoming, LONGEST_BODY)).rawBody.toString();
      verify(incoming, body, signingSecret, now());
    } catch (error) {
      // Slack tries the certificate without signing: nothing of it is read.
      if (SSL_CHECK.test(body)) return end(response, 200);
      onRefused(error);
      return end(response, 401);
    }
    listener(incoming, response);
  };
  return receiver;
}

function verify({ headers }: IncomingMessage, body: string, signingSecret: string, now: number): void {
  const stamp = Number(headers['x-slack-request-timestamp']);
  const signature = headers['x-slack-signature'];
  if (typeof signature !== 'string') throw createRefusal('ERR_SLACK_SANS_SIGNATURE');
  if (!(Math.abs(now / 1000 - stamp) <= WINDOW_SECONDS)) throw createRefusal('ERR_SLACK_HORLOGE');
  const own = { 'x-slack-signature': signature, 'x-slack-request-timestamp': stamp };
  verifySlackRequest({ signingSecret, body, headers: own, nowMilliseconds: now });
}

/** Told to the log alone, by its code: whoever knocks without a signature is given no reason. */
function createRefusal(code: string): BotError {
  const remedy = "Vérifiez le secret de signature et l'horloge de la machine.";
  return new BotError(code, 'une requête que Slack ne semble pas avoir envoyée est refusée', remedy);
}

function end(response: ServerResponse, status: number): void {
  response.writeHead(status).end();
}
