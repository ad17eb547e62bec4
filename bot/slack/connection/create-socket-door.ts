import { type Logger, SocketModeReceiver, type webApi } from '@slack/bolt';
import type { Door } from './door.ts';
import type { Waiting } from './find-identity.ts';
import { type Connection, stayConnected } from './stay-connected.ts';

/** How the socket is opened; `clientOptions` are those of the Web API, which gives its address. */
export type SocketSettings = {
  readonly appToken: string;
  readonly clientOptions: webApi.WebClientOptions;
  readonly logger: Logger;
};

/** Takes Slack's requests over a socket that it opens itself: no public address is needed. */
export function createSocketDoor({ appToken, clientOptions, logger }: SocketSettings, waiting: Waiting): Door {
  const receiver = new SocketModeReceiver({
    appToken,
    logger,
    autoReconnectEnabled: false,
    installerOptions: { clientOptions: { ...clientOptions } },
    customPropertiesExtractor: ({ envelope_id: envelopeId }: { readonly envelope_id?: string }) => ({ envelopeId }),
  });
  let connection: Connection | undefined;
  return {
    receiver,
    async open() {
      connection = stayConnected(receiver.client, waiting);
      await connection.ready;
    },
    findPort: () => undefined,
    isOpen: () => connection?.isOpen() === true,
    close: async () => connection?.stop(),
    async end() {},
  };
}
