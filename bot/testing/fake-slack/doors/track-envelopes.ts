import type { WebSocket } from 'ws';
import { z } from 'zod';
import { parseJson } from '../methods/read-arguments.ts';
import type { World } from '../world.ts';
import type { Attempt } from './parcel.ts';

/** An envelope to send: its bytes, and whether a message may come with its acknowledgement. */
export type Envelope = { readonly id: string; readonly text: string; readonly takesMessage: boolean };

/** The envelopes on their way and those that have arrived. */
export type Envelopes = {
  /** Sends an envelope and waits for its acknowledgement, on whatever socket. */
  send(socket: WebSocket, envelope: Envelope): Promise<Attempt>;
  receive(text: string): void;
};

/** Without `settle`, it is too late for an acknowledgement. */
type Sent = {
  readonly takesMessage: boolean;
  acked: boolean;
  settle?: ((attempt: Attempt) => void) | undefined;
};

const Ack = z.strictObject({ envelope_id: z.string(), payload: z.looseObject({}).optional() });

/** Follows every envelope, so that an acknowledgement nobody asked for is seen. */
export function trackEnvelopes({ settings, lifetime, journal }: World): Envelopes {
  const all = new Map<string, Sent>();
  lifetime.signal.addEventListener('abort', () => {
    for (const envelope of all.values()) envelope.settle?.({ acked: false, reason: 'closed' });
  });
  return {
    send(socket, { id, text, takesMessage }) {
      const startedAt = performance.now();
      return new Promise((resolve) => {
        const sent: Sent = { takesMessage, acked: false };
        const cancel = lifetime.after(settings.ackTimeoutMs, () => sent.settle?.({ acked: false, reason: 'timeout' }));
        sent.settle = (attempt) => {
          cancel();
          sent.settle = undefined;
          resolve(attempt.acked ? { ...attempt, ackMs: performance.now() - startedAt } : attempt);
        };
        all.set(id, sent);
        socket.send(text);
      });
    },
    receive(text) {
      const ack = readAck(text, all);
      if (ack.problem !== undefined) journal.violate(`socket: ${ack.problem}`);
      if (ack.sent === undefined) return;
      ack.sent.acked = true;
      ack.sent.settle?.({ acked: true, reason: '', response: ack.payload });
    },
  };
}

type ReadAck = { readonly problem?: string; readonly sent?: Sent; readonly payload?: unknown };

function readAck(text: string, all: ReadonlyMap<string, Sent>): ReadAck {
  const parsed = Ack.safeParse(parseJson(text));
  if (!parsed.success) return { problem: `« ${text.slice(0, 200)} » is no acknowledgement` };
  const { envelope_id: id, payload = {} } = parsed.data;
  const sent = all.get(id);
  if (sent === undefined) return { problem: `the envelope ${id}, acknowledged, was never sent` };
  if (sent.acked) return { problem: `the envelope ${id} is acknowledged twice` };
  if (sent.takesMessage || Object.keys(payload).length === 0) return { sent, payload };
  return { sent, problem: `the envelope ${id} takes no message with its acknowledgement` };
}
