import { createHash } from 'node:crypto';
import type { SlackEvent } from './doors/hear-event.ts';
import type { EventDelivery, EventSender } from './doors/send-events.ts';
import type { Settings } from './settings.ts';
import { toSlackView } from './views/to-slack-view.ts';
import { findChannel, keyOf, type Said } from './workspace.ts';
import type { World } from './world.ts';

/** What a person writes. */
export type Speech = {
  readonly channel?: string;
  readonly user?: string;
  readonly text: string;
  /** Timestamp of the message; a new one unless told. */
  readonly ts?: string;
  /** Thread in which it is written. */
  readonly thread_ts?: string;
  /** The event is sent for an edited message. */
  readonly edited?: boolean;
};

/** How a message reached the bot, and which message it is. */
export type SpeechDelivery = EventDelivery & { readonly channel: string; readonly ts: string };

/** The home of the bot, opened. */
export type HomeVisit = { readonly user?: string; readonly tab?: 'home' | 'messages' };

/** What people do in channels. */
export type Speakers = {
  /** Mentions the bot in a channel (`C0GENERAL` unless told); the mention is added to the text when it lacks. */
  mention(speech: Speech): Promise<SpeechDelivery>;
  /** Writes to the bot alone (`D0ALICE` unless told). */
  directMessage(speech: Speech): Promise<SpeechDelivery>;
  /** Writes in a channel without speaking to the bot, which hears nothing of it. */
  write(speech: Speech & { readonly channel: string }): Said;
  /** Opens the home of the bot, or its messages: the bot gets an `app_home_opened`. */
  openHome(visit?: HomeVisit): Promise<EventDelivery & { readonly channel: string }>;
  /** Edits a message written before: the bot gets a `message_changed`. */
  editDirectMessage(edit: Speech & { readonly ts: string }): Promise<SpeechDelivery>;
};

/** Lets people speak. */
export function createSpeakers(world: World, { sendEvent }: EventSender): Speakers {
  const { settings, workspace } = world;

  async function send(event: SlackEvent, place: { readonly channel: string; readonly ts: string }) {
    return { ...place, ...(await sendEvent(event)) };
  }

  return {
    mention(speech) {
      const place = { channel: speech.channel ?? 'C0GENERAL', ts: speech.ts ?? workspace.nextTs() };
      const mark = `<@${settings.botUserId}>`;
      const text = speech.text.includes(mark) ? speech.text : `${mark} ${speech.text}`;
      return send({ ...toMessage({ ...speech, text }, place, settings), type: 'app_mention' }, place);
    },
    directMessage(speech) {
      const place = { channel: speech.channel ?? 'D0ALICE', ts: speech.ts ?? workspace.nextTs() };
      return send({ ...toMessage(speech, place, settings), channel_type: 'im' }, place);
    },
    write({ channel, user = 'U0ALICE', text, ts = workspace.nextTs(), thread_ts }) {
      const said = { channel, user, text, ts, ...(thread_ts === undefined ? {} : { thread_ts }) };
      workspace.said.set(keyOf(said), said);
      return said;
    },
    async openHome({ user = 'U0ALICE', tab = 'home' } = {}) {
      const channel = findChannel(workspace, user)?.id;
      if (channel === undefined) throw new Error(`nobody is called ${user}`);
      const shown = tab === 'home' ? workspace.views.homes.get(user) : undefined;
      const view = shown === undefined ? {} : { view: toSlackView(shown, settings) };
      const event = { type: 'app_home_opened', user, channel, tab, ...view, event_ts: workspace.nextTs() };
      return { channel, ...(await sendEvent(event)) };
    },
    async editDirectMessage({ channel = 'D0ALICE', ts, text, user = 'U0ALICE' }) {
      const former = workspace.said.get(keyOf({ channel, ts }));
      if (former === undefined) throw new Error(`nobody wrote the message ${ts} of ${channel}`);
      const [place, changedAt] = [{ channel, ts }, workspace.nextTs()];
      const previous = toMessage({ ...former, user }, place, settings);
      workspace.said.set(keyOf(place), { ...former, text });
      const event = {
        type: 'message',
        subtype: 'message_changed',
        hidden: true,
        channel,
        channel_type: 'im',
        ts: changedAt,
        event_ts: changedAt,
        message: { ...previous, text, edited: { user, ts: changedAt } },
        previous_message: previous,
      };
      return send(event, place);
    },
  };
}

function toMessage(speech: Speech, place: { readonly channel: string; readonly ts: string }, { teamId }: Settings) {
  const { user = 'U0ALICE', text, thread_ts, edited } = speech;
  return {
    type: 'message',
    user,
    text,
    ...place,
    event_ts: place.ts,
    team: teamId,
    client_msg_id: toClientMsgId(keyOf(place)),
    blocks: [
      {
        type: 'rich_text',
        block_id: 'b0',
        elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }],
      },
    ],
    ...(thread_ts === undefined ? {} : { thread_ts, parent_user_id: user }),
    ...(edited ? { edited: { user, ts: place.ts } } : {}),
  };
}

/** A message keeps its identifier when it is edited. */
function toClientMsgId(key: string): string {
  const hex = createHash('sha256').update(key).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
}
