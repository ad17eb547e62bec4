import type { Controls } from './control.ts';
import type { EventSender } from './doors/send-events.ts';
import type { Interactions } from './interact.ts';
import type { Observed } from './observe.ts';
import type { Identity } from './settings.ts';
import type { Speakers } from './speak.ts';
import type { ViewActs } from './views/act-in-views.ts';

/** A Slack to test against. */
export type FakeSlack = Identity &
  EventSender &
  Speakers &
  Interactions &
  ViewActs &
  Controls &
  Observed & {
    /** To give to the clients as `slackApiUrl`. */
    readonly apiUrl: string;
    /** Live sockets of the bot. */
    readonly socketCount: number;
    /** Repeated posts that were recognised by their `client_msg_id`. */
    readonly deduplicated: number;
    /** Connections and requests refused while Slack was down: the bot has tried. */
    readonly refused: number;
  };
