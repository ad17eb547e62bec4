import { type Carriers, deliver } from './deliver.ts';
import { toCallback } from './to-callback.ts';
import { toSlackMessage } from './to-slack-message.ts';
import type { World } from './world.ts';

/** Lets the bot hear its own messages in ims, as Slack does: a bot that answers itself never ends. */
export function echoMessages(world: World, carriers: Carriers): void {
  const { settings, workspace, switches } = world;
  const subscribed = settings.events.includes('message.im') && settings.scopes.includes('im:history');
  if (!settings.echo || !subscribed) return;
  let count = 0;
  world.onPosted.push((message) => {
    const { channel, ts } = message;
    const reachable = switches.delivery === 'http' ? switches.eventsUrl !== undefined : carriers.sockets.count() > 0;
    if (!reachable || workspace.channels.get(channel)?.kind !== 'im') return;
    count += 1;
    const event = { ...toSlackMessage(message, settings), channel, channel_type: 'im', event_ts: ts };
    void deliver({ type: 'events_api', payload: toCallback(event, `EvECHO${count}${ts}`, world) }, world, carriers);
  });
}
