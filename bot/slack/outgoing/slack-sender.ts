import type { LicensedText } from '#corpus/law/licensed-text.ts';
import type { OutgoingObject, SealedObject } from './outgoing.ts';

/** A message before the gate: text for notifications and screen readers, and its blocks. */
export type OutgoingMessage = OutgoingObject & {
  readonly text: OutgoingObject[string];
  readonly blocks: readonly OutgoingObject[];
};

/** A conversation, and the thread in it. */
export type Place = { readonly channel: string; readonly threadTs?: string | undefined };

/** Where a message goes; `id` lets Slack recognise a message it already has, when its reply to us was lost. */
export type Destination = Place & {
  readonly id: string;
  /** Asked before a post whose reply was lost is repeated: the message if it is there, else what to post. */
  readonly ifUnsure?: (() => Promise<{ readonly ts: string } | OutgoingMessage>) | undefined;
};

/** A message of ours. */
export type SentMessage = { readonly channel: string; readonly ts: string };

/** Where a stream goes: the thread of a question, and the person who asked it. */
export type StreamDestination = {
  readonly channel: string;
  readonly threadTs: string;
  readonly user: string;
  readonly team: string;
};

/** A file before the gate: its name with its extension, what it is called, what a picture shows. */
export type OutgoingFile = {
  readonly name: LicensedText;
  readonly title: LicensedText;
  readonly bytes: Uint8Array;
  readonly altText?: LicensedText | undefined;
};

/** A question that a person is offered: what she reads, and what she says when she takes it. */
export type Prompt = { readonly title: LicensedText; readonly message: LicensedText };

/** What Slack tells of a person. */
export type Person = { readonly locale?: string | undefined; readonly zone?: string | undefined };

/** Messages. */
type MessageRoads = {
  /** Posts a message and gives its timestamp. */
  readonly post: (message: OutgoingMessage, to: Destination) => Promise<string>;
  /** Shows a message to one person in a conversation. */
  readonly postEphemeral: (message: OutgoingMessage, to: Place & { readonly user: string }) => Promise<void>;
  /** Puts a message in the place of one of ours; false when that one is gone. */
  readonly update: (message: OutgoingMessage, channel: string, ts: string, id?: string) => Promise<boolean>;
  /** Takes one of our messages away; one that is gone already is no fault. */
  readonly remove: (channel: string, ts: string) => Promise<void>;
  /** Answers a command or a button through the address that came with it. */
  readonly respond: (address: string, message: OutgoingObject) => Promise<void>;
  /** The payload of an acknowledgement, through the same gate. */
  readonly seal: (message: OutgoingObject) => SealedObject;
};

/** Modals and the home of the application. */
type ViewRoads = {
  /**
   * Opens a modal and gives its identifier; tried once, since a click opens one for three seconds.
   * @throws {BotError} ERR_SLACK_TROP_TARD when the click is too old
   */
  readonly openView: (view: OutgoingObject, triggerId: string) => Promise<string>;
  /** Puts a view in the place of one that is open. */
  readonly updateView: (view: OutgoingObject, viewId: string) => Promise<void>;
  /** Shows the home of the application to a person. */
  readonly publishHome: (view: OutgoingObject, user: string) => Promise<void>;
};

/** An answer said as it is made: whole paragraphs, so that no figure is cut; tried once each. */
type StreamRoads = {
  readonly startStream: (
    to: StreamDestination,
    paragraphs?: readonly LicensedText[],
  ) => Promise<{ readonly ts: string }>;
  readonly appendStream: (paragraphs: readonly LicensedText[], to: SentMessage) => Promise<void>;
  /** Ends a stream: the blocks stand under what was said. */
  readonly stopStream: (
    parts: { readonly blocks: readonly OutgoingObject[] },
    to: SentMessage & { readonly id: string },
  ) => Promise<void>;
};

/** What the agent view shows besides messages; tried once, since the answer matters more. */
type AgentRoads = {
  /** Shows what the bot is doing in a thread until it posts there. */
  readonly showStatus: (status: OutgoingObject[string], channel: string, threadTs: string) => Promise<void>;
  /** Offers questions; `threadTs` is for the threads of the former assistant only. */
  readonly suggestPrompts: (prompts: readonly Prompt[], to: Place) => Promise<void>;
  readonly setTitle: (
    title: LicensedText,
    to: { readonly channel: string; readonly threadTs: string },
  ) => Promise<void>;
};

/** Files, conversations, and what Slack knows. */
type OtherRoads = {
  /** Shows a file in a conversation, and gives its identifier: a picture may then stand in blocks. */
  readonly sendFile: (
    file: OutgoingFile,
    to: Place & { readonly comment?: LicensedText | undefined },
  ) => Promise<string>;
  /** The conversation between the bot and a person. */
  readonly openIm: (user: string) => Promise<string>;
  /**
   * Looks for a message of ours by its identifier, or for a stream that was never ended.
   * @returns undefined when there is none, 'inconnu' when the bot may not read that conversation
   */
  readonly findSent: (
    channel: string,
    threadTs: string | undefined,
    id: string,
  ) => Promise<{ readonly ts: string } | undefined | 'inconnu'>;
  readonly findPerson: (user: string) => Promise<Person>;
};

/** The only way out to Slack: every payload passes the gate, then is repeated until Slack has answered. */
export type SlackSender = MessageRoads & ViewRoads & StreamRoads & AgentRoads & OtherRoads;
