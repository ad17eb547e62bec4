import type { World } from '../world.ts';
import type { HttpCarrier } from './carry-over-http.ts';
import type { Sockets } from './connect-sockets.ts';
import type { Attempt, Parcel, Retry } from './parcel.ts';

/** The ways to the bot. */
export type Carriers = { readonly sockets: Sockets; readonly http: HttpCarrier };

/** How something reached the bot, redeliveries counted. */
export type Delivery = {
  readonly acked: boolean;
  /** From the last sending to its acknowledgement; undefined when there was none. */
  readonly ackMs: number | undefined;
  readonly attempts: number;
  /** Why the last sending failed; empty when it was acknowledged. */
  readonly reason: string;
};

/** Something delivered, and what came with its acknowledgement. */
export type Delivered = Delivery & { readonly response: unknown };

/** Delivers as Slack does: an event that is not acknowledged comes again, a command or a button does not. */
export async function deliver(parcel: Parcel, world: World, carriers: Carriers): Promise<Delivered> {
  const delays = parcel.type === 'events_api' ? world.settings.retryDelaysMs : [];
  let retry: Retry = { attempt: 0, reason: '' };
  for (;;) {
    const attempt = await sendOnce(parcel, retry, world, carriers);
    const over = attempt.acked || attempt.noRetry || world.lifetime.signal.aborted;
    if (over || retry.attempt >= delays.length) return toDelivered(attempt, retry.attempt + 1);
    await world.lifetime.sleep(delays[retry.attempt] ?? 0);
    retry = { attempt: retry.attempt + 1, reason: attempt.reason };
  }
}

/** Sends once, by the way in use. */
export function sendOnce(parcel: Parcel, retry: Retry, world: World, carriers: Carriers): Promise<Attempt> {
  return chooseCarrier(world, carriers).send(parcel, retry);
}

/** Sends once more the very bytes of an event. */
export async function replay(eventId: string, world: World, carriers: Carriers): Promise<Delivered> {
  return toDelivered(await chooseCarrier(world, carriers).replay(eventId), 1);
}

/** One sending, told as a delivery. */
export function toDelivered({ acked, ackMs, reason, response }: Attempt, attempts: number): Delivered {
  return { acked, ackMs, attempts, reason, response };
}

function chooseCarrier({ switches }: World, { sockets, http }: Carriers) {
  return switches.delivery === 'http' ? http : sockets;
}
