import type { RateLimit } from '../settings.ts';

/** Takes one call of a channel; tells how many whole seconds to wait when it is one too many. */
export type LimitRate = (channel: string) => number | undefined;

type Bucket = { readonly tokens: number; readonly at: number };

/** Keeps a bucket for each channel, filled in real time: callers truly wait for the seconds they are told. */
export function createRateLimiter(limit: RateLimit | undefined): LimitRate {
  const buckets = new Map<string, Bucket>();
  return (channel) => {
    if (limit === undefined) return undefined;
    const at = performance.now();
    const former = buckets.get(channel) ?? { tokens: limit.burst, at };
    const tokens = Math.min(limit.burst, former.tokens + ((at - former.at) / 1000) * limit.perSecond);
    const taken = tokens >= 1;
    buckets.set(channel, { tokens: taken ? tokens - 1 : tokens, at });
    return taken ? undefined : Math.max(1, Math.ceil((1 - tokens) / limit.perSecond));
  };
}
