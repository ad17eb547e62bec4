import type { Lang } from '#corpus/law/lang.ts';
import type { LicensedText } from '#corpus/law/licensed-text.ts';
import type { Args } from '../answer/render-message.ts';
import type { Assembly } from '../assemble.ts';
import type { Log } from '../operation/log.ts';
import type { Meters } from '../operation/meters.ts';
import type { Store } from '../store/store.ts';
import type { Incident } from '../tell-error.ts';
import type { ImageSender } from './images/create-image-sender.ts';
import type { InOrder } from './in-order.ts';
import type { SlackSender } from './outgoing/slack-sender.ts';
import type { People } from './people/create-people.ts';

/** Makes a sentence of the interface from its code. */
export type Say = (code: string, args?: Args) => LicensedText;

/** What every listener works with, built once when the bot connects. */
export type SlackContext = People & {
  readonly assembly: Assembly;
  readonly sender: SlackSender;
  readonly store: Store;
  readonly images: ImageSender;
  readonly inOrder: InOrder;
  /** How many works are under way, those that wait for Slack among them. */
  readonly countWorks: () => number;
  /** Notes an incident for the person who runs the bot. */
  readonly journal: (incident: Incident) => void;
  /** What is counted, and what is noted of the ordinary course. */
  readonly meters: Meters;
  readonly log: Log;
  /** A sentence of the interface, in French. */
  readonly say: Say;
  /** The same in a language. */
  readonly sayIn: (lang: Lang) => Say;
  /** The workspace, and the bot in it. */
  readonly team: string;
  readonly botUserId: string;
  /** Milliseconds of the clock. */
  readonly now: () => number;
};
