import { createHmac } from 'node:crypto';

/**
 * Signature of a request, as Slack computes it.
 * @param timestamp seconds since 1970, as in the header
 */
export function sign(secret: string, timestamp: number, body: string): string {
  return `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')}`;
}
