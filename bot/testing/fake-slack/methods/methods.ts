import { randomUUID } from 'node:crypto';
import { CONVERSATION_METHODS } from '../conversations/conversation-methods.ts';
import { FILE_METHODS } from '../files/file-methods.ts';
import { NoArguments } from '../schemas/argument-schemas.ts';
import { STREAM_METHODS } from '../streams/stream-methods.ts';
import { VIEW_METHODS } from '../views/view-methods.ts';
import type { World } from '../world.ts';
import { ASSISTANT_METHODS } from './assistant-methods.ts';
import { MESSAGE_METHODS } from './message-methods.ts';
import { defineMethod, type Method } from './method.ts';
import { type Reply, refuse, succeed } from './reply.ts';
import { USER_METHODS } from './user-methods.ts';

/** The methods that the bot may call; any other is unknown to the fake. */
export const METHODS: ReadonlyMap<string, Method> = mapByName([
  defineMethod({ name: 'auth.test', schema: NoArguments, run: testAuth }),
  defineMethod({ name: 'apps.connections.open', token: 'app', schema: NoArguments, run: openConnection }),
  ...ASSISTANT_METHODS,
  ...CONVERSATION_METHODS,
  ...FILE_METHODS,
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
