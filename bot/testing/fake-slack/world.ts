import { type Changes, createChanges } from './changes.ts';
import { createFaults, type Faults } from './faults.ts';
import { createUploads, type Uploads } from './files/uploads.ts';
import { createJournal, type Journal } from './journal.ts';
import { createLifetime, type Lifetime } from './lifetime.ts';
import { createRateLimiter, type LimitRate } from './methods/limit-rate.ts';
import { createResponseUrls, type ResponseUrls } from './response-urls.ts';
import type { Settings } from './settings.ts';
import { createTriggers, type Triggers } from './triggers.ts';
import { type BotMessage, createWorkspace, type Workspace } from './workspace.ts';

/** What a test turns on and off while the fake runs. */
export type Switches = {
  /** How requests are refused, when Slack is down. */
  down?: 'reset' | 'unavailable' | undefined;
  revoked: boolean;
  delivery: 'socket' | 'http';
  eventsUrl: string | undefined;
};

/** Everything the parts of the fake share. */
export type World = {
  readonly settings: Settings;
  /** Address of the server: `http://127.0.0.1:PORT`. */
  readonly origin: string;
  readonly lifetime: Lifetime;
  readonly changes: Changes;
  readonly journal: Journal;
  readonly workspace: Workspace;
  readonly faults: Faults;
  readonly limitRate: LimitRate;
  readonly responseUrls: ResponseUrls;
  readonly triggers: Triggers;
  readonly uploads: Uploads;
  /** Tickets of sockets that were not used yet. */
  readonly tickets: Set<string>;
  readonly switches: Switches;
  /** Called with each message of the bot that appears or changes, and with what it was before. */
  readonly onPosted: ((message: BotMessage, former?: BotMessage) => void)[];
};

/** Builds a world where nothing has happened. */
export function createWorld(settings: Settings, origin: string): World {
  const lifetime = createLifetime();
  const changes = createChanges(lifetime);
  return {
    settings,
    origin,
    lifetime,
    changes,
    journal: createJournal(changes),
    workspace: createWorkspace(settings),
    faults: createFaults(settings.faults),
    limitRate: createRateLimiter(settings.rateLimit),
    responseUrls: createResponseUrls(origin, settings, settings.now),
    triggers: createTriggers(settings.now),
    uploads: createUploads(),
    tickets: new Set(),
    switches: { revoked: false, delivery: settings.delivery, eventsUrl: settings.eventsUrl },
    onPosted: [],
  };
}
