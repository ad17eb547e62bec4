import { findButton } from './find-button.ts';
import { toSlackMessage } from './to-slack-message.ts';
import type { BotMessage, Ephemeral } from './workspace.ts';
import type { World } from './world.ts';

/** Who uses a command, and where. */
export function toCommandPlace(channel: string, user: string, { settings, workspace }: World) {
  const kind = workspace.channels.get(channel)?.kind;
  return {
    token: 'verification-token',
    team_id: settings.teamId,
    team_domain: 'cpts',
    channel_id: channel,
    channel_name: kind === 'im' ? 'directmessage' : channel.toLowerCase(),
    user_id: user,
    user_name: user.toLowerCase(),
    api_app_id: settings.appId,
    is_enterprise_install: 'false',
  };
}

/**
 * What a pressed button sends; for an ephemeral message, Slack tells where it stood, not what it said.
 * @throws {Error} when the message has no such button
 */
export function toClick(shown: BotMessage | Ephemeral, actionId: string, user: string, { settings, workspace }: World) {
  const { channel, ts, thread_ts } = shown;
  const ephemeral = shown.kind === 'ephemeral';
  const thread = thread_ts === undefined ? {} : { thread_ts };
  const button = findButton(shown.blocks, actionId);
  return {
    type: 'block_actions',
    user: { id: user, username: user.toLowerCase(), name: user.toLowerCase(), team_id: settings.teamId },
    api_app_id: settings.appId,
    token: 'verification-token',
    container: { type: 'message', message_ts: ts, channel_id: channel, is_ephemeral: ephemeral, ...thread },
    team: { id: settings.teamId, domain: 'cpts' },
    enterprise: null,
    is_enterprise_install: false,
    channel: { id: channel, name: workspace.channels.get(channel)?.kind === 'im' ? 'directmessage' : channel },
    ...(ephemeral ? {} : { message: toSlackMessage(shown, settings) }),
    state: { values: {} },
    actions: [{ ...button, action_ts: workspace.nextTs() }],
  };
}
