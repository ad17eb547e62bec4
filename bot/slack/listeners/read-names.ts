/** The names that Slack gave to what it sent, as far as it gave any. */
export function readNames(
  body: { readonly event_id?: unknown },
  envelopeId: unknown,
): { readonly eventId: string | undefined; readonly envelopeId: string | undefined } {
  return { eventId: toText(body.event_id), envelopeId: toText(envelopeId) };
}

function toText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
