import { createHash } from 'node:crypto';

/**
 * The identifier of a message, always the same for what it answers: Slack keeps one message for one identifier,
 * so that a message whose reply was lost is not posted twice.
 */
export function toMessageId(...parts: readonly string[]): string {
  const hex = createHash('sha256').update(JSON.stringify(parts)).digest('hex');
  // The form of an UUID made from a name: version and variant in their places.
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 3) | 8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `5${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20, 32),
  ].join('-');
}
