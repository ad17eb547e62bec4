import type { Server } from 'node:http';
import { createHttpReceiver, type HttpEdges, type HttpSettings } from './create-http-receiver.ts';
import type { Door } from './door.ts';

/** Where to listen; port 0 takes a free one. */
export type HttpDoorSettings = HttpSettings & { readonly port: number; readonly host: string };

/** Takes Slack's requests over HTTP: for a bot that has a public address. */
export function createHttpDoor(
  { port, host, ...settings }: HttpDoorSettings,
  edges: Omit<HttpEdges, 'isClosing'>,
): Door {
  let isClosing = false;
  const receiver = createHttpReceiver(settings, { ...edges, isClosing: () => isClosing });
  let server: Server | undefined;
  return {
    receiver,
    async open() {
      server = (await receiver.start({ port, host })) as Server;
    },
    findPort() {
      const address = server?.address();
      return typeof address === 'object' ? address?.port : undefined;
    },
    isOpen: () => server?.listening === true && !isClosing,
    async close() {
      isClosing = true;
    },
    async end() {
      if (!server) return;
      const stopped = receiver.stop();
      // A request that never ends must not keep the process.
      server.closeAllConnections();
      await stopped;
    },
  };
}
