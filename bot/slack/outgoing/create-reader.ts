import type { webApi } from '@slack/bolt';
import { z } from 'zod';
import { BotError } from '#corpus/law/bot-error.ts';
import type { SlackCaller } from './call-slack.ts';
import type { SlackSender } from './slack-sender.ts';
import { toFailure } from './to-failure.ts';

/** What the reader is built on. */
export type ReaderParts = {
  readonly client: Pick<webApi.WebClient, 'apiCall'>;
  /** Gives up sooner: nobody waits for the language she is spoken to in. */
  readonly briefClient: Pick<webApi.WebClient, 'apiCall'>;
  readonly call: SlackCaller;
  readonly botUserId: string;
};

/** What we read of a person. */
const UserReply = z.object({ user: z.object({ locale: z.string().optional(), tz: z.string().nullish() }) });

/** What we read of the messages of a conversation. */
const HistoryReply = z.object({
  messages: z.array(
    z.object({
      ts: z.string(),
      user: z.string().optional(),
      streaming_state: z.string().optional(),
      metadata: z.object({ event_type: z.string(), event_payload: z.record(z.string(), z.unknown()) }).optional(),
    }),
  ),
  response_metadata: z.object({ next_cursor: z.string().optional() }).optional(),
});

/** Messages looked at for one of ours: it is looked for moments after it may have been sent. */
const PAGE = 200;
const MOST_PAGES = 5;

/** What is asked of Slack without anything being shown: nothing here passes the gate, nobody reads it. */
export function createReader({
  client,
  briefClient,
  call,
  botUserId,
}: ReaderParts): Pick<SlackSender, 'findPerson' | 'findSent'> {
  async function* listMessages(channel: string, threadTs: string | undefined) {
    const [method, thread] =
      threadTs === undefined
        ? (['conversations.history', {}] as const)
        : (['conversations.replies', { ts: threadTs }] as const);
    let cursor = '';
    for (let page = 0; page < MOST_PAGES; page += 1) {
      const more = cursor === '' ? {} : { cursor };
      const payload = { channel, ...thread, ...more, limit: PAGE, include_all_metadata: true };
      const reply = HistoryReply.parse(await call(`${method} ${channel}`, () => client.apiCall(method, payload)));
      yield* reply.messages;
      cursor = reply.response_metadata?.next_cursor ?? '';
      if (cursor === '') return;
    }
  }
  return {
    async findPerson(user) {
      const payload = { user, include_locale: true };
      try {
        const { user: known } = UserReply.parse(await briefClient.apiCall('users.info', payload));
        return { locale: known.locale, zone: known.tz ?? undefined };
      } catch (error) {
        const failure = toFailure(error);
        const name = failure.kind === 'final' && failure.error instanceof BotError ? failure.error.code : '';
        // Somebody of another workspace: there is nothing to be known of her.
        if (name === 'ERR_SLACK_PERSONNE') return {};
        throw error;
      }
    },
    async findSent(channel, threadTs, id) {
      try {
        let open: { readonly ts: string } | undefined;
        for await (const { ts, user, metadata, streaming_state: state } of listMessages(channel, threadTs)) {
          if (metadata?.event_payload.id === id) return { ts };
          if (user === botUserId && state !== undefined && state !== 'completed' && !metadata) open = { ts };
        }
        return open;
      } catch (error) {
        if (error instanceof BotError && UNREADABLE.has(error.code)) return 'inconnu';
        throw error;
      }
    },
  };
}

/** The bot may not read there, or it is not there. */
const UNREADABLE: ReadonlySet<string> = new Set(['ERR_SLACK_DROITS', 'ERR_SLACK_CANAL']);
