import { App, HTTPReceiver, LogLevel, SocketModeReceiver } from '@slack/bolt';
import { z } from 'zod';

/** Where the fake is, and how it speaks to the bot. */
const Arguments = z.tuple([z.enum(['socket', 'http']), z.string(), z.string(), z.string(), z.coerce.number()]);

const [delivery, slackApiUrl, botToken, secret, port] = Arguments.parse(process.argv.slice(2));

const receiver =
  delivery === 'socket'
    ? new SocketModeReceiver({ appToken: secret, installerOptions: { clientOptions: { slackApiUrl } } })
    : new HTTPReceiver({ signingSecret: secret, logLevel: LogLevel.ERROR });
const app = new App({ token: botToken, receiver, clientOptions: { slackApiUrl }, logLevel: LogLevel.ERROR });

/** Answers every mention in its thread, once it has said so: a process made to be killed. */
app.event('app_mention', async ({ event, client }) => {
  const { channel, ts, text } = event;
  await client.chat.postMessage({ channel, thread_ts: ts, text: `Reçu : ${text}` });
});

await app.start(port);
