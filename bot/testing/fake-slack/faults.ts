/**
 * How a call fails; `applied` says that it took effect although its reply was lost.
 * `delay` takes effect late; `late` takes effect at once, and is answered late.
 */
export type Fault =
  | { readonly kind: 'rate-limited'; readonly retryAfter: number }
  | { readonly kind: 'server-error'; readonly status: 500 | 502 | 503; readonly applied: boolean }
  | { readonly kind: 'error'; readonly error: string }
  | { readonly kind: 'drop'; readonly applied: boolean }
  | { readonly kind: 'delay' | 'late'; readonly ms: number };

/** A call about to be answered; `attempt` counts from 1 how often these very arguments were sent to this method. */
export type FaultCall = {
  readonly method: string;
  readonly args: Readonly<Record<string, unknown>>;
  readonly attempt: number;
};

/** Chooses the fault of a call, if any. */
export type ChooseFault = (call: FaultCall) => Fault | undefined;

/** The faults to come. */
export type Faults = {
  /** Makes the next calls of a method fail; a response URL goes by the name `response_url`. */
  failNext(method: string, fault: Fault, times?: number): void;
  find(method: string, args: FaultCall['args']): Fault | undefined;
};

/** Keeps the faults asked for: those planned with `failNext` come before those that `choose` finds. */
export function createFaults(choose: ChooseFault | undefined): Faults {
  const planned = new Map<string, Fault[]>();
  const attempts = new Map<string, number>();
  return {
    failNext(method, fault, times = 1) {
      const queue = planned.get(method) ?? [];
      planned.set(method, [...queue, ...Array.from({ length: times }, () => fault)]);
    },
    find(method, args) {
      const key = JSON.stringify([method, args]);
      const attempt = (attempts.get(key) ?? 0) + 1;
      attempts.set(key, attempt);
      return planned.get(method)?.shift() ?? choose?.({ method, args, attempt });
    },
  };
}
