import { type Carriers, deliver } from '../doors/deliver.ts';
import type { SlackEvent } from '../doors/hear-event.ts';
import { toCallback } from '../to-callback.ts';
import type { BotMessage } from '../workspace.ts';
import type { World } from '../world.ts';
import { toSlackMessage } from './to-slack-message.ts';

/** Lets the bot hear its own messages and edits in ims, as Slack does: a bot that answers itself never ends. */
export function echoMessages(world: World, carriers: Carriers): void {
  const { settings, workspace, switches } = world;
  const subscribed = settings.events.includes('message.im') && settings.scopes.includes('im:history');
  if (!settings.echo || !subscribed) return;
  let count = 0;
  world.onPosted.push((message, former) => {
    const reachable = switches.delivery === 'http' ? switches.eventsUrl !== undefined : carriers.sockets.count() > 0;
    if (!reachable || workspace.channels.get(message.channel)?.kind !== 'im') return;
    count += 1;
    const event = former === undefined ? toPosted(message, world) : toChanged(message, former, world);
    const payload = toCallback(event, `EvECHO${count}X${message.ts.replace('.', '')}`, world);
    void deliver({ type: 'events_api', payload }, world, carriers);
  });
}

function toPosted(message: BotMessage, { settings }: World): SlackEvent {
  const { channel, ts } = message;
  return { ...toSlackMessage(message, settings), channel, channel_type: 'im', event_ts: ts };
}

function toChanged(message: BotMessage, former: BotMessage, { settings, workspace }: World): SlackEvent {
  const ts = workspace.nextTs();
  return {
    type: 'message',
    subtype: 'message_changed',
    hidden: true,
    channel: message.channel,
    channel_type: 'im',
    ts,
    event_ts: ts,
    message: toSlackMessage(message, settings),
    previous_message: toSlackMessage(former, settings),
  };
}
