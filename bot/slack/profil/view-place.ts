import { z } from 'zod';

/** Where a view stands, which Slack hands back with it: the profile, the channel it was opened from, the mission. */
const Place = z.strictObject({
  id: z.string().regex(/^[A-Z]+$/),
  /** The profile is being made: it has its identifier before it is kept, so that a form sent twice makes one. */
  nouveau: z.literal(true).optional(),
  canal: z.string().optional(),
  mission: z.string().optional(),
  /** When the profile that a form shows was kept: what another person changed since is not undone by it. */
  vu: z.number().optional(),
});
export type ViewPlace = z.infer<typeof Place>;

/** A place as Slack carries it. */
export function renderPlace(place: ViewPlace): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

/** Reads a place; undefined when it is not one of ours. */
export function parsePlace(metadata: string): ViewPlace | undefined {
  try {
    return Place.parse(JSON.parse(Buffer.from(metadata, 'base64url').toString()));
  } catch {
    return undefined;
  }
}
