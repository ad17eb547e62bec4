import type { Identity } from '../settings.ts';
import type { ShownView } from './views.ts';

/** A view as the Web API and the payloads of Slack show it. */
export function toSlackView(shown: ShownView, { teamId, appId, botId }: Identity) {
  const { id, kind, hash, blocks, values, rootId, previousId, callbackId, privateMetadata, given } = shown;
  const modal = given.type === 'modal' ? given : undefined;
  return {
    id,
    team_id: teamId,
    type: kind,
    blocks,
    private_metadata: privateMetadata,
    callback_id: callbackId,
    state: { values },
    hash,
    title: modal?.title ?? { type: 'plain_text', text: 'View Title', emoji: true },
    clear_on_close: modal?.clear_on_close ?? false,
    notify_on_close: modal?.notify_on_close ?? false,
    close: modal?.close ?? null,
    submit: modal?.submit ?? null,
    previous_view_id: previousId,
    root_view_id: rootId,
    app_id: appId,
    external_id: given.external_id ?? '',
    app_installed_team_id: teamId,
    bot_id: botId,
  };
}
