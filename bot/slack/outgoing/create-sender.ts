import type { webApi } from '@slack/bolt';
import { z } from 'zod';
import { BotError } from '#corpus/law/bot-error.ts';
import type { SlackCaller } from './call-slack.ts';
import type { OutgoingObject, SealedObject } from './outgoing.ts';
import { postJson } from './post-json.ts';
import { sealPayload } from './seal-payload.ts';

/** A message before the gate: text for notifications and screen readers, and its blocks. */
export type OutgoingMessage = OutgoingObject & {
  readonly text: OutgoingObject[string];
  readonly blocks: readonly OutgoingObject[];
};

/** Where a message goes; `id` lets Slack recognise a message it already has, when its reply to us was lost. */
export type Destination = { readonly channel: string; readonly threadTs?: string | undefined; readonly id: string };

/** The only way out to Slack: every payload passes the gate, then is repeated until Slack has answered. */
export type SlackSender = {
  /** Posts a message and gives its timestamp. */
  readonly post: (message: OutgoingMessage, to: Destination) => Promise<string>;
  /** Puts a message in the place of one of ours; false when that one is gone. */
  readonly update: (message: OutgoingMessage, channel: string, ts: string) => Promise<boolean>;
  /** Shows what the bot is doing in a thread until it posts there; tried once, since the answer matters more. */
  readonly showStatus: (status: OutgoingObject[string], channel: string, threadTs: string) => Promise<void>;
  /** Answers a command or a button through the address that came with it. */
  readonly respond: (address: string, message: OutgoingObject) => Promise<void>;
  /** The payload of an acknowledgement, through the same gate. */
  readonly seal: (message: OutgoingObject) => SealedObject;
};

/** What the sender is built on; `origins` are those to which an answer address may lead. */
export type SenderParts = {
  readonly client: Pick<webApi.WebClient, 'apiCall'>;
  /** Gives up sooner: a status line that comes late is worth nothing. */
  readonly briefClient: Pick<webApi.WebClient, 'apiCall'>;
  readonly call: SlackCaller;
  readonly fetch: typeof fetch;
  readonly origins: ReadonlySet<string>;
};

/** Nothing that Slack would add to a message: no preview of a link, no link or name made of the words. */
const AS_WRITTEN = { parse: 'none', link_names: false, unfurl_links: false, unfurl_media: false } as const;

/** What we read of Slack's reply to a post. */
const PostReply = z.object({ ts: z.string() });

/** Builds the sender. */
export function createSender({ client, briefClient, call, fetch, origins }: SenderParts): SlackSender {
  async function callMethod(method: string, place: string, payload: OutgoingObject) {
    const sealed = sealPayload(payload);
    return call(`${method} ${place}`, () => client.apiCall(method, sealed));
  }
  return {
    async post(message, { channel, threadTs, id }) {
      const thread = threadTs === undefined ? {} : { thread_ts: threadTs };
      const payload = { channel, ...thread, client_msg_id: id, ...message, ...AS_WRITTEN };
      const reply = await callMethod('chat.postMessage', channel, payload);
      return PostReply.parse(reply).ts;
    },
    async update(message, channel, ts) {
      try {
        await callMethod('chat.update', channel, { channel, ts, ...message, parse: 'none', link_names: false });
        return true;
      } catch (error) {
        if (error instanceof BotError && error.code === 'ERR_SLACK_DISPARU') return false;
        throw error;
      }
    },
    async showStatus(status, channel, threadTs) {
      const payload = sealPayload({ channel_id: channel, thread_ts: threadTs, status });
      await briefClient.apiCall('assistant.threads.setStatus', payload);
    },
    async respond(address, message) {
      const url = checkAddress(address, origins);
      const body = JSON.stringify(sealPayload(message));
      await call('respond', () => postJson(fetch, url, body));
    },
    seal: sealPayload,
  };
}

/** An answer address comes with a request: it may only lead to Slack. */
function checkAddress(address: string, origins: ReadonlySet<string>): URL {
  const url = URL.parse(address);
  if (url && origins.has(url.origin)) return url;
  throw new BotError(
    'ERR_SLACK_ADRESSE',
    "l'adresse de réponse reçue ne mène pas à Slack",
    'Rien ne lui est envoyé. Vérifiez SLACK_API_URL et le secret de signature.',
  );
}
