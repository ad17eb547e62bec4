import { App, HTTPReceiver, type Logger, LogLevel, SocketModeReceiver } from '@slack/bolt';
import { afterEach } from 'vitest';
import type { FakeSlack } from './fake-slack.ts';
import { startFakeSlack } from './start-fake-slack.ts';

const QUICK = { retryConfig: { retries: 5, minTimeout: 5, maxTimeout: 20 } };

/** Cut connections are meant here: nobody needs to read about them. */
const SILENT: Logger = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  setLevel() {},
  getLevel: () => LogLevel.ERROR,
  setName() {},
};

const running: { stop(): Promise<unknown> }[] = [];
const slacks: FakeSlack[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((app) => app.stop()));
  await Promise.all(slacks.splice(0).map((slack) => slack.close()));
});

/** Starts a fake that is closed after the test, which fails if violations are left. */
export async function start(options: Parameters<typeof startFakeSlack>[0] = {}): Promise<FakeSlack> {
  const slack = await startFakeSlack({ retryDelaysMs: [0, 5, 10], ...options });
  slacks.push(slack);
  return slack;
}

/** A real Bolt in Socket Mode, which comes back soon after it was cut. */
export async function startSocketApp(slack: FakeSlack): Promise<App> {
  const clientOptions = { slackApiUrl: slack.apiUrl, ...QUICK };
  const receiver = new SocketModeReceiver({
    appToken: slack.appToken,
    clientPingTimeout: 250,
    logger: SILENT,
    installerOptions: { clientOptions },
  });
  const app = new App({ token: slack.botToken, receiver, clientOptions, logger: SILENT });
  await app.start();
  running.push(app);
  return app;
}

/** A real Bolt over HTTP. */
export async function startHttpApp(slack: FakeSlack): Promise<App> {
  const { signingSecret } = slack;
  const receiver = new HTTPReceiver({ signingSecret, logger: SILENT });
  const clientOptions = { slackApiUrl: slack.apiUrl, ...QUICK };
  const app = new App({ token: slack.botToken, receiver, clientOptions, logger: SILENT });
  const server = await receiver.start({ port: 0, host: '127.0.0.1' } as unknown as number);
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  slack.useHttp(`http://127.0.0.1:${address.port}/slack/events`);
  running.push(app);
  return app;
}
