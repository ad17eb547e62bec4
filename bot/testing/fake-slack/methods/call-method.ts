import type { Fault } from '../faults.ts';
import type { World } from '../world.ts';
import type { Method } from './method.ts';
import { METHODS } from './methods.ts';
import { readArguments } from './read-arguments.ts';
import { type Reply, rateLimited, refuse } from './reply.ts';

/** A request to the Web API or to a response URL, as it came. */
export type Incoming = {
  readonly path: string;
  readonly authorization: string | undefined;
  readonly contentType: string | undefined;
  readonly body: string;
};

/** Answers a call of the Web API and writes it down. */
export async function callMethod(name: string, incoming: Incoming, world: World): Promise<Reply> {
  const read = readArguments(incoming.contentType, incoming.body);
  if (read.kind === 'unreadable') {
    world.journal.violate(`${name}: ${read.problem}`);
    return refuse(read.error);
  }
  const { args } = read;
  return answerWithFaults(name, args, world, () => answer(name, args, incoming.authorization, world));
}

/** Answers a call unless a fault was planned for it, and writes it down. */
export async function answerWithFaults(
  method: string,
  args: Readonly<Record<string, unknown>>,
  world: World,
  perform: () => Reply,
): Promise<Reply> {
  const fault = world.faults.find(method, args);
  const reply = fault === undefined ? perform() : await fail(fault, perform, world);
  const told =
    reply === 'drop' ? { status: undefined, result: undefined } : { status: reply.status, result: reply.body };
  const { token: _, ...shown } = args;
  world.journal.record({ method, args: shown, at: world.settings.now(), ...told });
  return reply;
}

async function fail(fault: Fault, perform: () => Reply, { lifetime }: World): Promise<Reply> {
  switch (fault.kind) {
    case 'rate-limited':
      return rateLimited(fault.retryAfter);
    case 'error':
      return refuse(fault.error);
    case 'server-error':
      if (fault.applied) perform();
      return { status: fault.status, body: 'upstream connect error' };
    case 'drop':
      if (fault.applied) perform();
      return 'drop';
    case 'delay':
      await lifetime.sleep(fault.ms);
      return perform();
    case 'late': {
      const reply = perform();
      await lifetime.sleep(fault.ms);
      return reply;
    }
  }
}

function answer(
  name: string,
  args: Readonly<Record<string, unknown>>,
  authorization: string | undefined,
  world: World,
): Reply {
  const { journal, limitRate } = world;
  const method = METHODS.get(name);
  if (method === undefined) {
    journal.violate(`${name}: the fake knows no such method`);
    return refuse('unknown_method');
  }
  const error = findTokenError(method, authorization, args.token, world);
  if (error !== undefined) {
    if (error !== 'token_revoked') journal.violate(`${name}: ${error}`);
    return refuse(error);
  }
  const needed = method.scopes.filter((scope) => !world.settings.scopes.includes(scope)).join(',');
  if (needed !== '') {
    const provided = world.settings.scopes.join(',');
    journal.violate(`${name}: the scope ${needed} was not granted`);
    return refuse('missing_scope', [], { needed, provided });
  }
  const retryAfter = name === 'chat.postMessage' ? limitRate(String(args.channel)) : undefined;
  return retryAfter === undefined ? method.call(args, world) : rateLimited(retryAfter);
}

function findTokenError(
  { token: kind }: Method,
  authorization: string | undefined,
  argument: unknown,
  { settings, switches }: World,
): string | undefined {
  const header = authorization?.replace(/^Bearer /, '');
  const token = header ?? argument;
  if (token === undefined) return 'not_authed';
  if (argument !== undefined && argument !== token) return 'invalid_auth';
  if (token !== settings.botToken && token !== settings.appToken) return 'invalid_auth';
  if (token === settings.botToken && switches.revoked) return 'token_revoked';
  const expected = kind === 'bot' ? settings.botToken : settings.appToken;
  return token === expected ? undefined : 'not_allowed_token_type';
}
