import type { SlackEvent } from './doors/hear-event.ts';
import type { World } from './world.ts';

/** The callback that brings an event to the bot. */
export function toCallback(event: SlackEvent, eventId: string, { settings }: World) {
  const { teamId, appId, botUserId } = settings;
  return {
    token: 'verification-token',
    team_id: teamId,
    context_team_id: teamId,
    context_enterprise_id: null,
    api_app_id: appId,
    event,
    type: 'event_callback',
    event_id: eventId,
    event_time: Math.floor(settings.now() / 1000),
    authorizations: [
      { enterprise_id: null, team_id: teamId, user_id: botUserId, is_bot: true, is_enterprise_install: false },
    ],
    is_ext_shared_channel: false,
    event_context: `4-${eventId}`,
  };
}
