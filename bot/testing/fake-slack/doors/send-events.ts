import { randomBytes } from 'node:crypto';
import { toCallback } from '../to-callback.ts';
import type { World } from '../world.ts';
import { type Carriers, type Delivery, deliver, replay, sendOnce, toDelivered } from './deliver.ts';
import { hearEvent, type SlackEvent } from './hear-event.ts';
import type { Parcel } from './parcel.ts';

/** How an event reached the bot. */
export type EventDelivery = Delivery & { readonly eventId: string };

/** Sends events to the bot. */
export type EventSender = {
  /**
   * Sends an event; it is retried as Slack retries it.
   * @param overrides fields of the callback around the event: another team, other authorizations, a known `event_id`
   * @throws {Error} when the app would not get such an event: not subscribed, or in a channel that it cannot see
   */
  sendEvent(event: SlackEvent, overrides?: Readonly<Record<string, unknown>>): Promise<EventDelivery>;
  /** Sends an event again, once, as a retry: same `event_id`, another envelope; the last one unless told. */
  redeliver(eventId?: string, reason?: string): Promise<EventDelivery>;
  /** Sends again the very bytes that were last sent for an event: same envelope, or same signature and timestamp. */
  replay(eventId?: string): Promise<EventDelivery>;
};

/** Remembers what was sent, so that it can come again. */
export function createEventSender(world: World, carriers: Carriers): EventSender {
  const parcels = new Map<string, Parcel>();
  const run = randomBytes(3).toString('hex').toUpperCase();
  let last: string | undefined;

  function findLast(eventId = last): { readonly eventId: string; readonly parcel: Parcel } {
    const parcel = parcels.get(eventId ?? '');
    if (eventId === undefined || parcel === undefined) throw new Error(`the event ${eventId ?? ''} was never sent`);
    return { eventId, parcel };
  }

  return {
    async sendEvent(event, overrides = {}) {
      hearEvent(event, 'team_id' in overrides, world);
      const payload = { ...toCallback(event, `Ev${run}${parcels.size + 1}`, world), ...overrides };
      const eventId = String(payload.event_id);
      const parcel: Parcel = { type: 'events_api', payload };
      parcels.set(eventId, parcel);
      last = eventId;
      return { eventId, ...(await deliver(parcel, world, carriers)) };
    },
    async redeliver(given, reason = world.switches.delivery === 'http' ? 'http_timeout' : 'timeout') {
      const { eventId, parcel } = findLast(given);
      return { eventId, ...toDelivered(await sendOnce(parcel, { attempt: 1, reason }, world, carriers), 1) };
    },
    async replay(given) {
      const { eventId } = findLast(given);
      return { eventId, ...(await replay(eventId, world, carriers)) };
    },
  };
}
