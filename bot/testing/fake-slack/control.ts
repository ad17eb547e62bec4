import type { Server } from 'node:http';
import type { HttpCarrier } from './doors/carry-over-http.ts';
import type { Sockets } from './doors/connect-sockets.ts';
import type { Carriers } from './doors/deliver.ts';
import type { Faults } from './faults.ts';
import { assertClean } from './observe.ts';
import type { Person } from './people.ts';
import type { Channel } from './settings.ts';
import { endStreams } from './streams/settle-stream.ts';
import type { World } from './world.ts';

/** What a test does to Slack itself. */
export type Controls = Pick<Faults, 'failNext'> &
  Pick<HttpCarrier, 'sendRaw'> & {
    /** Sends everything over HTTP from now on, to that request URL. */
    useHttp(url: string): void;
    /** Adds a channel, or changes one: the bot is put out, the channel is archived. */
    setChannel(channel: Channel): void;
    /** Removes a channel with all that it holds. */
    deleteChannel(id: string): void;
    /** Adds a person, or changes her language or her zone. */
    setPerson(person: Person): void;
    /** Ends the streams that are open, as Slack does when their time is over, or a person who has read enough. */
    endStreams(by?: 'time' | 'person'): void;
    /** Takes the token of the bot back. */
    revokeToken(): void;
    /** Refuses everything on the same port: cut connections, or 503. */
    goDown(how?: 'reset' | 'unavailable'): void;
    comeBack(): void;
    /** Cuts the sockets of the bot without a word. */
    dropSockets(): void;
    disconnectSockets: Sockets['disconnect'];
    /** Waits until the bot has that many live sockets. */
    waitForSocket(count?: number, timeoutMs?: number): Promise<void>;
    /**
     * Stops everything; nothing stays open.
     * @throws {Error} listing the violations, unless they are expected
     */
    close(options?: { readonly expected?: boolean }): Promise<void>;
  };

/** Puts the world under control of the test. */
export function createControls(world: World, { sockets, http }: Carriers, server: Server): Controls {
  const { switches, changes, lifetime, journal, faults, workspace } = world;
  return {
    failNext: faults.failNext,
    sendRaw: http.sendRaw,
    useHttp(url) {
      switches.delivery = 'http';
      switches.eventsUrl = url;
    },
    setChannel: (channel) => void workspace.channels.set(channel.id, channel),
    deleteChannel(id) {
      const { channels, messages, ephemerals, said } = workspace;
      channels.delete(id);
      for (const held of [messages, ephemerals, said]) {
        for (const [key, { channel }] of held) if (channel === id) held.delete(key);
      }
      changes.changed();
    },
    setPerson: (person) => void workspace.people.set(person.id, person),
    endStreams: (by = 'time') => endStreams(by === 'person' ? 'halted' : 'expired', world),
    revokeToken() {
      switches.revoked = true;
    },
    goDown(how = 'reset') {
      switches.down = how;
      sockets.drop();
      server.closeAllConnections();
    },
    comeBack() {
      switches.down = undefined;
    },
    dropSockets: sockets.drop,
    disconnectSockets: sockets.disconnect,
    async waitForSocket(count = 1, timeoutMs = 5000) {
      await changes.waitFor(() => sockets.count() >= count, { timeoutMs, what: `${count} live socket(s)` });
    },
    async close({ expected = false } = {}) {
      lifetime.end();
      await sockets.close();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
      if (!expected) assertClean(journal.violations);
    },
  };
}
