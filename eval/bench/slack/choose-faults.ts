import type { ChooseFault, Fault } from '#bot/testing/fake-slack/faults.ts';
import { drawIndex, type Random } from './random.ts';

/** Faults of the Web API, on while the load lasts. */
export type FaultChooser = {
  readonly choose: ChooseFault;
  setOn(on: boolean): void;
  /** How many were served: 429, 5xx that took effect, 5xx that did not. */
  count(): { readonly limited: number; readonly applied: number; readonly lost: number; readonly calls: number };
};

const FAULT_SHARE = 0.1;
const STATUSES = [500, 502, 503] as const;

/** Half of the faults are 429, the others 5xx, half of which took effect. */
export function createFaultChooser(random: Random): FaultChooser {
  let isOn = false;
  const counts = { limited: 0, applied: 0, lost: 0, calls: 0 };
  return {
    choose() {
      if (!isOn) return undefined;
      counts.calls += 1;
      if (random() >= FAULT_SHARE) return undefined;
      const fault = drawFault(random);
      if (fault.kind === 'rate-limited') counts.limited += 1;
      else if (fault.applied) counts.applied += 1;
      else counts.lost += 1;
      return fault;
    },
    setOn(on) {
      isOn = on;
    },
    count: () => ({ ...counts }),
  };
}

function drawFault(random: Random): Extract<Fault, { readonly kind: 'rate-limited' | 'server-error' }> {
  if (random() < 0.5) return { kind: 'rate-limited', retryAfter: 1 };
  const status = STATUSES[drawIndex(random, STATUSES.length)] ?? 500;
  return { kind: 'server-error', status, applied: random() < 0.5 };
}
