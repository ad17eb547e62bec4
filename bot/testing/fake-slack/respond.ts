import type { z } from 'zod';
import { type Content, checkContent } from './content/check-content.ts';
import { checkThread } from './content/check-place.ts';
import { editContent, postEphemeral, postMessage } from './content/post-content.ts';
import { answerWithFaults, type Incoming } from './methods/call-method.ts';
import { readArguments } from './methods/read-arguments.ts';
import { type Reply, refuse, succeed } from './methods/reply.ts';
import type { ResponseUrl } from './response-urls.ts';
import { ResponseMessage } from './schemas/argument-schemas.ts';
import { explainIssues } from './schemas/explain-issues.ts';
import type { BotMessage, Ephemeral } from './workspace.ts';
import { keyOf } from './workspace.ts';
import type { World } from './world.ts';

type Message = z.output<typeof ResponseMessage>;

const NAME = 'response_url';

/** Slack takes five messages for a response URL, within half an hour. */
const MOST_USES = 5;
const LIFE_MS = 30 * 60_000;

/** Answers a message sent to a response URL. */
export async function respond(incoming: Incoming, world: World): Promise<Reply> {
  const { journal, settings } = world;
  const read = readArguments(incoming.contentType, incoming.body);
  if (read.kind === 'unreadable' || !incoming.contentType?.startsWith('application/json')) {
    journal.violate(`${NAME}: ${read.kind === 'unreadable' ? read.problem : 'a form is not read, only JSON'}`);
    return refuse('invalid_payload');
  }
  return answerWithFaults(NAME, read.args, world, () => {
    const target = world.responseUrls.find(incoming.path);
    if (target === undefined) {
      journal.violate(`${NAME}: ${incoming.path} was never handed out`);
      return gone('invalid_url');
    }
    if (settings.now() - target.openedAt > LIFE_MS) return gone('expired_url');
    if (target.uses >= MOST_USES) {
      journal.violate(`${NAME}: used more than ${MOST_USES} times`);
      return gone('used_url');
    }
    target.uses += 1;
    return readMessage(read.args, target, world);
  });
}

/**
 * Shows what the bot says to a command or to a button.
 * @param subject who said it, for the violations
 */
export function showResponse(subject: string, message: Message, target: ResponseUrl, world: World): Reply {
  const { journal, workspace } = world;
  const former = message.delete_original || message.replace_original ? findOriginal(target, world) : undefined;
  if ((message.delete_original || message.replace_original) && former === undefined) {
    journal.violate(`${subject}: there is no original to replace or delete`);
    return refuse('message_not_found');
  }
  if (message.delete_original && former !== undefined) {
    workspace[former.kind === 'message' ? 'messages' : 'ephemerals'].delete(keyOf(former));
    world.changes.changed();
    return succeed();
  }
  const { channel } = target;
  const lost = checkThread(subject, { channel, thread_ts: message.thread_ts }, 'thread_not_found', world);
  if (lost !== undefined) return lost;
  const checked = checkContent(subject, message, world);
  if (checked.kind === 'refused') return refuse(checked.error, checked.details);
  if (former === undefined) post(message, checked.content, target, world);
  else editContent(world, former, checked.content);
  return succeed();
}

function readMessage(args: Readonly<Record<string, unknown>>, target: ResponseUrl, world: World): Reply {
  const parsed = ResponseMessage.safeParse(args);
  if (parsed.success) return showResponse(NAME, parsed.data, target, world);
  const problems = explainIssues(parsed.error.issues, args, 'arguments');
  for (const problem of problems) world.journal.violate(`${NAME}: ${problem}`);
  return refuse('invalid_arguments', problems);
}

function findOriginal(target: ResponseUrl, { workspace }: World): BotMessage | Ephemeral | undefined {
  const original = target.source ?? target.posted.at(-1);
  if (original === undefined) return undefined;
  return original.kind === 'message' ? workspace.messages.get(original.key) : workspace.ephemerals.get(original.key);
}

function post(message: Message, content: Content, target: ResponseUrl, world: World): void {
  const place = { channel: target.channel, thread_ts: message.thread_ts ?? target.thread_ts };
  const posted =
    message.response_type === 'in_channel'
      ? postMessage(world, place, content)
      : postEphemeral(world, place, target.user, content);
  target.posted.push({ kind: posted.kind, key: keyOf(posted) });
  world.changes.changed();
}

function gone(error: string): Reply {
  return { status: 404, body: { ok: false, error } };
}
