import type { PlacedElement } from './content/list-elements.ts';
import { findAnyMessage, toSlackMessage, withBlockIds } from './content/to-slack-message.ts';
import { toAction, toMessageState } from './to-action.ts';
import { isStateful } from './views/element-state.ts';
import { fillElement, type Given } from './views/fill-element.ts';
import type { BotMessage, Ephemeral } from './workspace.ts';
import type { World } from './world.ts';

/** Who uses a command, and where. */
export function toCommandPlace(channel: string, user: string, world: World) {
  const { settings } = world;
  const place = toPlace(channel, world);
  return {
    token: 'verification-token',
    team_id: settings.teamId,
    team_domain: 'cpts',
    channel_id: place.id,
    channel_name: place.name,
    user_id: user,
    user_name: user.toLowerCase(),
    api_app_id: settings.appId,
    is_enterprise_install: 'false',
  };
}

/** Who acts, in which team, on which app: what every payload of an interaction tells. */
export function toActor({ user }: { readonly user: string }, { settings }: World) {
  const name = user.toLowerCase();
  return {
    user: { id: user, username: name, name, team_id: settings.teamId },
    api_app_id: settings.appId,
    token: 'verification-token',
    team: { id: settings.teamId, domain: 'cpts' },
    enterprise: null,
    is_enterprise_install: false,
  };
}

/** A conversation, as the payloads of an interaction tell it. */
function toPlace(channel: string, { workspace }: World) {
  const isIm = workspace.channels.get(channel)?.kind === 'im';
  return { id: channel, name: isIm ? 'directmessage' : channel.toLowerCase() };
}

/**
 * What an action in a message sends; for an ephemeral message, Slack tells where it stood, not what it said.
 * @param given what was chosen; nothing for a button
 */
export function toClick(
  shown: BotMessage | Ephemeral,
  placed: PlacedElement,
  { user, given }: { readonly user: string; readonly given: Given | undefined },
  world: World,
) {
  const { channel, ts, thread_ts } = shown;
  const ephemeral = shown.kind === 'ephemeral';
  const thread = thread_ts === undefined ? {} : { thread_ts };
  const action = toAction(placed, given, world);
  const isHeld = given !== undefined && isStateful(placed.element.type);
  const changed = isHeld ? { target: placed, state: fillElement(placed.element, given, world) } : undefined;
  return {
    type: 'block_actions',
    ...toActor({ user }, world),
    container: { type: 'message', message_ts: ts, channel_id: channel, is_ephemeral: ephemeral, ...thread },
    channel: toPlace(channel, world),
    ...(ephemeral ? {} : { message: toSlackMessage(shown, world.settings) }),
    state: toMessageState(withBlockIds(shown.blocks), changed),
    actions: [action],
  };
}

/**
 * What a shortcut used on a message sends.
 * @throws {Error} when there is no such message
 */
export function toShortcut(
  callbackId: string,
  { channel, ts }: { readonly channel: string; readonly ts: string },
  user: string,
  world: World,
) {
  return {
    type: 'message_action',
    ...toActor({ user }, world),
    action_ts: world.workspace.nextTs(),
    callback_id: callbackId,
    channel: toPlace(channel, world),
    message_ts: ts,
    message: findAnyMessage({ channel, ts }, world),
  };
}
