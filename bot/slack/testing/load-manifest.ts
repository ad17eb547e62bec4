import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const text = (most: number) => z.string().min(1).max(most);

/** The parts of an application's manifest that ours has, with Slack's limits. */
const Manifest = z.strictObject({
  display_information: z.strictObject({
    name: text(35),
    description: text(140),
    long_description: z.string().min(174).max(4000),
    background_color: z.string().regex(/^#[0-9a-f]{6}$/),
  }),
  features: z.strictObject({
    agent_view: z.strictObject({
      agent_description: text(300),
      suggested_prompts: z.array(z.strictObject({ title: text(75), message: text(255) })).max(4),
    }),
    app_home: z.strictObject({
      home_tab_enabled: z.boolean(),
      messages_tab_enabled: z.literal(true),
      messages_tab_read_only_enabled: z.literal(false),
    }),
    bot_user: z.strictObject({ display_name: text(80), always_online: z.boolean() }),
    shortcuts: z
      .array(
        z.strictObject({
          name: text(24),
          type: z.literal('message'),
          callback_id: text(255),
          description: text(150),
        }),
      )
      .max(10)
      .optional(),
    slash_commands: z.array(
      z.strictObject({
        command: z.string().regex(/^\/[a-z]{1,31}$/),
        description: text(2000),
        usage_hint: text(1000),
        should_escape: z.boolean(),
      }),
    ),
  }),
  oauth_config: z.strictObject({
    scopes: z.strictObject({ bot: z.array(z.string()), bot_optional: z.array(z.string()) }),
  }),
  settings: z.strictObject({
    event_subscriptions: z.strictObject({ bot_events: z.array(z.string()) }),
    interactivity: z.strictObject({ is_enabled: z.literal(true) }),
    org_deploy_enabled: z.literal(false),
    socket_mode_enabled: z.literal(true),
    token_rotation_enabled: z.literal(false),
  }),
});

/** Reads `manifest.json` as Slack would: what it does not know, or finds too long, is refused. */
export function loadManifest(): z.infer<typeof Manifest> {
  const path = join(import.meta.dirname, '../../../manifest.json');
  return Manifest.parse(JSON.parse(readFileSync(path, 'utf8')));
}
