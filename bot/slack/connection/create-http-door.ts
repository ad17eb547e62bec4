import { createHttpReceiver, type HttpEdges, type HttpSettings } from './create-http-receiver.ts';
import type { Door } from './door.ts';

/** Where to listen; port 0 takes a free one. */
export type HttpDoorSettings = HttpSettings & { readonly port: number; readonly host: string };

/** Takes Slack's requests over HTTP: for a bot that has a public address. */
export function createHttpDoor({ port, host, ...settings }: HttpDoorSettings, edges: HttpEdges): Door {
  const receiver = createHttpReceiver(settings, edges);
  let taken: number | undefined;
  return {
    receiver,
    async open() {
      const server = await receiver.start({ port, host });
      const address = server.address();
      taken = typeof address === 'object' ? address?.port : undefined;
    },
    findPort: () => taken,
    close: () => receiver.stop(),
  };
}
