import type { Assembly } from '../assemble.ts';
import type { ImageRenderer } from '../images/render-image.ts';
import type { Operation } from '../operation/operation.ts';
import type { Store } from '../store/store.ts';
import type { Incident } from '../tell-error.ts';

/** How to reach Slack: over a socket with the token of the application, or over HTTP with the signing secret. */
export type SlackSettings = { readonly botToken: string; readonly apiUrl: string } & (
  | { readonly mode: 'socket'; readonly appToken: string }
  | { readonly mode: 'http'; readonly signingSecret: string; readonly port: number; readonly host: string }
);

/** What the bot is given when it connects. */
export type SlackParts = {
  readonly assembly: Assembly;
  readonly store: Store;
  readonly journal: (incident: Incident) => void;
  /** Told once each time that Slack does not answer; the bot goes on trying. */
  readonly onWait: () => void;
  /** Log, meters and health pages; without it, nobody looks. */
  readonly operation?: Operation | undefined;
  /** What draws pictures, in the place of the usual one. */
  readonly renderImage?: ImageRenderer | undefined;
  /** Time given to the answers in hand when the bot stops, in milliseconds; some seconds unless told. */
  readonly farewellMs?: number | undefined;
  /** Aborted when the bot is asked to stop, even before it is connected. */
  readonly leaving?: AbortSignal | undefined;
};
