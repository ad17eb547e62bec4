import type { FakeSlackOptions } from '#bot/testing/fake-slack/settings.ts';
import { loadManifest } from './load-manifest.ts';

const { features, oauth_config, settings } = loadManifest();

/** A workspace in which the application was installed from the manifest: what it does not ask for is refused. */
export const INSTALLED: FakeSlackOptions = {
  scopes: oauth_config.scopes.bot,
  events: settings.event_subscriptions.bot_events,
  commands: features.slash_commands.map(({ command }) => command),
  shortcuts: (features.shortcuts ?? []).map(({ callback_id }) => callback_id),
  homeTab: features.app_home.home_tab_enabled,
};
