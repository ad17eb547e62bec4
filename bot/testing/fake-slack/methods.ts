import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { NoArguments, SetStatus } from './argument-schemas.ts';
import { checkChannel, checkThread } from './check-place.ts';
import { MESSAGE_METHODS } from './message-methods.ts';
import { defineMethod, type Method } from './method.ts';
import { clearStatus } from './post-content.ts';
import { type Reply, refuse, succeed } from './reply.ts';
import { STREAM_METHODS } from './streams/stream-methods.ts';
import { USER_METHODS } from './user-methods.ts';
import { VIEW_METHODS } from './views/view-methods.ts';
import type { World } from './world.ts';

/** The methods that the bot may call; any other is unknown to the fake. */
export const METHODS: ReadonlyMap<string, Method> = mapByName([
  defineMethod({ name: 'auth.test', schema: NoArguments, run: testAuth }),
  defineMethod({ name: 'apps.connections.open', token: 'app', schema: NoArguments, run: openConnection }),
  defineMethod({ name: 'assistant.threads.setStatus', scopes: ['chat:write'], schema: SetStatus, run: setStatus }),
  ...MESSAGE_METHODS,
  ...STREAM_METHODS,
  ...USER_METHODS,
  ...VIEW_METHODS,
]);

function mapByName(methods: readonly Method[]): ReadonlyMap<string, Method> {
  return new Map(methods.map((method) => [method.name, method]));
}

function testAuth(_: unknown, { settings, origin }: World): Reply {
  const { teamId, botUserId, botId } = settings;
  return succeed({
    url: `${origin}/`,
    team: 'CPTS',
    user: 'cpts',
    team_id: teamId,
    user_id: botUserId,
    bot_id: botId,
    is_enterprise_install: false,
  });
}

function openConnection(_: unknown, { origin, tickets, switches, journal }: World): Reply {
  if (switches.delivery === 'http') {
    journal.violate('apps.connections.open: this app gets its events over HTTP');
    return refuse('access_denied');
  }
  const drawn = randomUUID();
  tickets.add(drawn);
  return succeed({ url: `${origin.replace('http', 'ws')}/link/?ticket=${drawn}` });
}

function setStatus(args: z.output<typeof SetStatus>, world: World): Reply {
  const { workspace, settings, changes } = world;
  const place = checkChannel(args.channel_id, world);
  if (place.kind === 'refused') return place.reply;
  const thread = { channel: place.channel.id, thread_ts: args.thread_ts };
  const lost = checkThread('assistant.threads.setStatus', thread, 'invalid_thread_ts', world);
  if (lost !== undefined) return lost;
  const { status, loading_messages: loadingMessages = [] } = args;
  clearStatus(workspace.statuses, thread, status === '' ? 'empty' : 'replaced');
  if (status !== '') workspace.statuses.push({ ...thread, status, loadingMessages, at: settings.now() });
  changes.changed();
  return succeed();
}
