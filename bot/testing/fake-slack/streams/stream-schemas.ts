import { z } from 'zod';
import { Blocks } from '../block-schemas.ts';

const text = z.string().min(1).max(12_000);

const short = z.string().min(1).max(256);

/** A piece of a streamed message. */
export const Chunk = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('markdown_text'), text }),
  z.strictObject({ type: z.literal('blocks'), blocks: Blocks.min(1) }),
  z.strictObject({ type: z.literal('plan_update'), title: short }),
  z.strictObject({
    type: z.literal('task_update'),
    id: z.string().min(1),
    title: short,
    status: z.enum(['pending', 'in_progress', 'complete', 'error']),
    details: short.optional(),
    output: short.optional(),
  }),
]);

/** A piece, as read. */
export type Chunk = z.infer<typeof Chunk>;
