import { z } from 'zod';
import { parseJson } from '../methods/read-arguments.ts';

/** Timestamp of a message. */
export const Ts = z.string().regex(/^\d{10}\.\d{6}$/);

/** Identifier of a conversation, or of a person in its place. */
export const ChannelId = z.string().regex(/^[CDGU][A-Z0-9]+$/);

/** Identifier of a person. */
export const UserId = z.string().regex(/^[UW][A-Z0-9]+$/);

/** Yes or no, in JSON or in a form. */
export const Flag = z.preprocess(fromForm, z.union([z.boolean(), z.literal([0, 1])]));

/** A whole number, in JSON or in a form. */
export const Count = z.preprocess(fromForm, z.int().positive());

/** What every client may add to its arguments; the token goes rather in a header. */
export const common = { token: z.string().optional(), team_id: z.string().optional() };

/** Checked apart, so that errors of blocks are told as errors of blocks. */
export const content = { text: z.string().optional(), blocks: z.preprocess(fromForm, z.unknown()).optional() };

/** What an application notes on a message. */
export const MessageMetadata = z
  .preprocess(
    fromForm,
    z.strictObject({ event_type: z.string().min(1), event_payload: z.record(z.string(), z.unknown()) }),
  )
  .optional();

/** In a form, what is not a text is written as JSON. */
export function fromForm(value: unknown): unknown {
  return typeof value === 'string' ? (parseJson(value) ?? value) : value;
}
