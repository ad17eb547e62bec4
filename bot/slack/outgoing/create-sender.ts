import type { webApi } from '@slack/bolt';
import { z } from 'zod';
import { BotError } from '#corpus/law/bot-error.ts';
import type { SlackCaller } from './call-slack.ts';
import { checkAddress } from './check-address.ts';
import { createCalls } from './create-calls.ts';
import { createReader } from './create-reader.ts';
import { createStreams } from './create-streams.ts';
import { type OutgoingObject, toVisible } from './outgoing.ts';
import { postJson } from './post-json.ts';
import { sealPayload } from './seal-payload.ts';
import { sendFile } from './send-file.ts';
import type { OutgoingMessage, SlackSender } from './slack-sender.ts';

/** What the sender is built on; `origins` are those to which an answer address or an upload may lead. */
export type SenderParts = {
  readonly client: Pick<webApi.WebClient, 'apiCall'>;
  /** Gives up sooner: a status line that comes late is worth nothing. */
  readonly briefClient: Pick<webApi.WebClient, 'apiCall'>;
  readonly call: SlackCaller;
  readonly fetch: typeof fetch;
  readonly origins: ReadonlySet<string>;
  /** The bot's own name among the authors of messages. */
  readonly botUserId: string;
};

/** Nothing that Slack would add to a message: no preview of a link, no link or name made of the words. */
const AS_WRITTEN = { parse: 'none', link_names: false } as const;
const NO_PREVIEW = { unfurl_links: false, unfurl_media: false } as const;

/** What we read of Slack's replies. */
const PostReply = z.object({ ts: z.string() });
const ViewReply = z.object({ view: z.object({ id: z.string() }) });
const ImReply = z.object({ channel: z.object({ id: z.string() }) });

/** Builds the sender. */
export function createSender({ client, briefClient, call, fetch, origins, botUserId }: SenderParts): SlackSender {
  const calls = createCalls(client, briefClient, call);
  const { callMethod, callUnlessTaken, callOnce, callBriefly } = calls;
  return {
    async post(message, { channel, threadTs, id, ifUnsure }) {
      const named = { client_msg_id: id, metadata: toMetadata(id) };
      const to = { ...toThread(channel, threadTs), ...named };
      const toPayload = (words: OutgoingMessage) => ({ ...to, ...words, ...AS_WRITTEN, ...NO_PREVIEW });
      const reply = await callUnlessTaken('chat.postMessage', channel, toPayload(message), async () => {
        const known = await ifUnsure?.();
        if (known === undefined) return undefined;
        return 'blocks' in known ? { payload: toPayload(known) } : { reply: known };
      });
      return PostReply.parse(reply).ts;
    },
    async postEphemeral(message, { channel, threadTs, user }) {
      const payload = { ...toThread(channel, threadTs), user, ...message, ...AS_WRITTEN };
      await callMethod('chat.postEphemeral', channel, payload);
    },
    update(message, channel, ts, id) {
      const named = id === undefined ? {} : { metadata: toMetadata(id) };
      return unlessGone(callMethod('chat.update', channel, { channel, ts, ...named, ...message, ...AS_WRITTEN }));
    },
    async remove(channel, ts) {
      await unlessGone(callMethod('chat.delete', channel, { channel, ts }));
    },
    async respond(address, message) {
      const url = checkAddress(address, origins);
      const body = JSON.stringify(sealPayload(message));
      await call('respond', () => postJson(fetch, url, body));
    },
    seal: sealPayload,
    async openView(view, triggerId) {
      return ViewReply.parse(await callOnce('views.open', { trigger_id: triggerId, view })).view.id;
    },
    async updateView(view, viewId) {
      await callMethod('views.update', viewId, { view_id: viewId, view });
    },
    async publishHome(view, user) {
      await callMethod('views.publish', user, { user_id: user, view });
    },
    ...createStreams(calls, toMetadata),
    async showStatus(status, channel, threadTs) {
      await callBriefly('assistant.threads.setStatus', { channel_id: channel, thread_ts: threadTs, status });
    },
    async suggestPrompts(prompts, { channel, threadTs }) {
      const shown = prompts.map(({ title, message }) => ({ title: toVisible(title), message: toVisible(message) }));
      const thread = threadTs === undefined ? {} : { thread_ts: threadTs };
      await callOnce('assistant.threads.setSuggestedPrompts', { channel_id: channel, ...thread, prompts: shown });
    },
    async setTitle(title, { channel, threadTs }) {
      const payload = { channel_id: channel, thread_ts: threadTs, title: toVisible(title) };
      await callOnce('assistant.threads.setTitle', payload);
    },
    sendFile: (file, to) => sendFile(file, to, { ...calls, call, fetch, origins }),
    async openIm(user) {
      return ImReply.parse(await callMethod('conversations.open', user, { users: user })).channel.id;
    },
    ...createReader({ client, briefClient, call, botUserId }),
  };
}

function toThread(channel: string, threadTs: string | undefined): OutgoingObject {
  return threadTs === undefined ? { channel } : { channel, thread_ts: threadTs };
}

/** Under what a message of ours is found again. */
function toMetadata(id: string): OutgoingObject {
  return { event_type: 'cpts_message', event_payload: { id } };
}

/** False when the message that is meant is no longer there. */
async function unlessGone(sending: Promise<unknown>): Promise<boolean> {
  try {
    await sending;
    return true;
  } catch (error) {
    if (error instanceof BotError && error.code === 'ERR_SLACK_DISPARU') return false;
    throw error;
  }
}
