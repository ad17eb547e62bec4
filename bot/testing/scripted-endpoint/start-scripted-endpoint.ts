import { randomBytes } from 'node:crypto';
import { createServer as createPlainServer } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { createLifetime } from '../fake-slack/lifetime.ts';
import type { Exchange } from './exchange.ts';
import { createPlayer, type Play, type Received } from './play-script.ts';
import type { EndpointRefusal } from './refusal.ts';

/** What a test decides of an endpoint; the key is drawn anew unless given, the models are those that exist. */
export type ScriptedEndpointOptions = Partial<Play> & {
  /** Serves over TLS, with a certificate that nobody has signed. */
  readonly selfSigned?: boolean;
};

/** A strict endpoint on the loopback that plays a script. */
export type ScriptedEndpoint = {
  /** To give as the base address, `/v1` included. */
  readonly url: string;
  readonly key: string;
  /** First of the models that exist. */
  readonly model: string;
  /** What was accepted, in order. */
  readonly exchanges: readonly Exchange[];
  /** What was refused as a strict endpoint does, in order. */
  readonly refusals: readonly EndpointRefusal[];
  /** What no script expected, and what was badly made: each is an error of the test. */
  readonly unexpected: readonly string[];
  /** How many connections were opened so far. */
  readonly connections: number;
  /** Ends every exchange under way and closes; calling it again does nothing. */
  stop(): Promise<void>;
};

/** Starts an endpoint on a free port of the loopback. */
export async function startScriptedEndpoint(options: ScriptedEndpointOptions = {}): Promise<ScriptedEndpoint> {
  const { key = `sk-${randomBytes(12).toString('hex')}`, models = ['modele-de-test'], script = [] } = options;
  const lifetime = createLifetime();
  const received: Received = { exchanges: [], refusals: [], unexpected: [] };
  const serve = createPlayer({ ...options, key, models, script }, received, lifetime);
  const server = options.selfSigned ? createSecureServer(await makeSelfSigned(), serve) : createPlainServer(serve);
  let connections = 0;
  server.on('connection', () => {
    connections++;
  });
  // A program that forgot to stop it ends all the same.
  server.unref();
  await new Promise<void>((started) => server.listen(0, '127.0.0.1', started));
  const { port } = server.address() as AddressInfo;
  return {
    url: `${options.selfSigned ? 'https' : 'http'}://127.0.0.1:${port}/v1`,
    key,
    model: models[0] ?? '',
    ...received,
    get connections() {
      return connections;
    },
    async stop() {
      lifetime.end();
      const closed = new Promise((done) => server.close(done));
      server.closeAllConnections();
      await closed;
    },
  };
}

/** A key and a certificate that nobody vouches for, made anew. */
async function makeSelfSigned() {
  const { generate } = await import('selfsigned');
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'localhost' }]);
  return { key, cert };
}
