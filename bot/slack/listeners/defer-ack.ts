import type { App } from '@slack/bolt';
import type { Acknowledge } from '../works/work-kind.ts';

/** Events that ask for an answer: what they tell is kept before they are acknowledged. */
const KEPT_EVENTS: ReadonlySet<unknown> = new Set(['app_mention', 'message']);

/** Gives the acknowledgement to the listener that asks for it. */
type TakeAck = () => Acknowledge;

/**
 * Lets the listeners of these events acknowledge them. Bolt does it before anybody has heard: what the process then
 * takes with it is never sent again.
 * An event that no listener takes upon itself is acknowledged in the end.
 */
export function deferAck(app: App): void {
  const processEvent = app.processEvent.bind(app);
  app.processEvent = async (event) => {
    const { body, customProperties, ack } = event;
    if (!KEPT_EVENTS.has(body.event?.type)) return processEvent(event);
    let isTaken = false;
    const takeAck: TakeAck = () => {
      isTaken = true;
      return () => ack();
    };
    await processEvent({ ...event, ack: async () => {}, customProperties: { ...customProperties, takeAck } });
    if (!isTaken) await ack();
  };
}

/** The acknowledgement of an event, from the context of its listener, where Bolt types nothing. */
export function takeAcknowledge(takeAck: unknown): Acknowledge {
  if (typeof takeAck === 'function') return takeAck() as Acknowledge;
  return () => Promise.resolve();
}
