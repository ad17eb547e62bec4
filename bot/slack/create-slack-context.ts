import { webApi } from '@slack/bolt';
import type { Lang } from '#corpus/law/lang.ts';
import { findToday } from '../find-today.ts';
import { measureClient, measureFetch } from '../operation/measure-client.ts';
import type { Operation } from '../operation/operation.ts';
import { createScribe } from '../render/scribe.ts';
import { createThrottle } from './connection/create-throttle.ts';
import type { Identity } from './connection/find-identity.ts';
import { createImageSender } from './images/create-image-sender.ts';
import { createInOrder } from './in-order.ts';
import { createCaller } from './outgoing/call-slack.ts';
import { createSender } from './outgoing/create-sender.ts';
import { createPeople } from './people/create-people.ts';
import type { Say, SlackContext } from './slack-context.ts';
import type { SlackParts, SlackSettings } from './slack-parts.ts';

/** What the context is built with besides the parts; `clientOptions` are those of every call. */
export type ContextTools = {
  readonly settings: SlackSettings;
  readonly clientOptions: webApi.WebClientOptions;
  readonly wait: (ms: number) => Promise<void>;
  readonly countWorks: () => number;
  readonly operation: Pick<Operation, 'log' | 'meters'>;
};

/** A status line that comes later than this is worth nothing, in milliseconds. */
const STATUS_MS = 1500;
/** Where Slack's own answer addresses lead. */
const SLACK_HOOKS = 'https://hooks.slack.com';
/** Where the bytes of files go. */
const SLACK_FILES = 'https://files.slack.com';

/** Builds what the listeners share: the sender with its gate, the order of the threads, the sentences. */
export function createSlackContext(
  { assembly, store, journal, renderImage }: SlackParts,
  { team, botUserId }: Identity,
  { settings, clientOptions, wait, countWorks, operation: { log, meters } }: ContextTools,
): SlackContext {
  const { botToken, apiUrl } = settings;
  const { corpus, parametres, pipeline } = assembly;
  const { vocabulary } = pipeline;
  const now = () => Date.now();
  const openClient = (timeout?: number) => {
    const client = new webApi.WebClient(botToken, { ...clientOptions, ...(timeout && { timeout }) });
    return measureClient(client, { log, meters });
  };
  const sender = createSender({
    client: openClient(),
    briefClient: openClient(STATUS_MS),
    call: createCaller({ wait, now }),
    fetch: measureFetch(fetch, { log, meters }),
    origins: new Set([SLACK_HOOKS, SLACK_FILES, new URL(apiUrl).origin]),
    botUserId,
  });
  const sayIn = (lang: Lang): Say => {
    return (code, args) => createScribe('interface', findToday(), vocabulary, lang).phrase(code, args);
  };
  const note = createThrottle('ERR_SLACK_PERSONNE', journal, now);
  return {
    assembly,
    sender,
    store,
    images: createImageSender({ sender, sayIn, referentiel: { corpus, parametres, vocabulary }, renderImage }),
    inOrder: createInOrder(),
    countWorks,
    journal,
    meters,
    log,
    say: sayIn('fr'),
    sayIn,
    ...createPeople({ findPerson: sender.findPerson, now, note }),
    team,
    botUserId,
    now,
  };
}
