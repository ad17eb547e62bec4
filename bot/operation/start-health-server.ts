import { once } from 'node:events';
import { createServer } from 'node:http';
import { BotError } from '#corpus/law/bot-error.ts';
import type { AnswerHealth } from './answer-health.ts';

/** Where to listen; port 0 takes a free one. */
export type HealthAddress = { readonly port: number; readonly host: string };

/** A server of its own for the health pages. */
export type HealthServer = { readonly port: number; readonly close: () => Promise<void> };

/** Whoever takes longer to ask is cut, in milliseconds. */
const ASK_MS = 5000;

/**
 * Starts a server of the health pages, and of nothing else (I/O edge).
 * @throws {BotError} ERR_SONDE_PORT when the address cannot be listened to
 */
export async function startHealthServer(
  { port, host }: HealthAddress,
  answerHealth: AnswerHealth,
): Promise<HealthServer> {
  const server = createServer({ requestTimeout: ASK_MS, headersTimeout: ASK_MS }, (incoming, response) => {
    if (!answerHealth(incoming, response)) response.writeHead(404).end();
  });
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (cause) {
    throw new BotError(
      'ERR_SONDE_PORT',
      `HEALTH_PORT : le port ${port} de ${host} ne peut pas être écouté`,
      'Il est peut-être pris par un autre programme, ou réservé : choisissez-en un autre, ou corrigez HEALTH_HOST.',
      cause,
    );
  }
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    async close() {
      const closed = once(server, 'close');
      server.close();
      // A request that never ends must not keep the process.
      server.closeAllConnections();
      await closed;
    },
  };
}
