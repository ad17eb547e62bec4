import { z } from 'zod';
import { Accessory, ActionElement, ContextElement, SectionField, SectionText } from './element-schemas.ts';
import { RichTextPart } from './rich-text-schemas.ts';
import { plainText } from './text-schemas.ts';

const blockId = z.string().min(1).max(255).optional();

const Section = z
  .strictObject({
    type: z.literal('section'),
    block_id: blockId,
    text: SectionText.optional(),
    fields: z.array(SectionField).min(1).max(10).optional(),
    accessory: Accessory.optional(),
    expand: z.boolean().optional(),
  })
  .refine(({ text, fields }) => text !== undefined || fields !== undefined, 'has neither text nor fields');

/** Blocks that a message may hold, with the limits that Slack documents; what the bot never uses is not listed. */
export const Block = z.discriminatedUnion('type', [
  Section,
  z.strictObject({ type: z.literal('context'), block_id: blockId, elements: z.array(ContextElement).min(1).max(10) }),
  z.strictObject({ type: z.literal('divider'), block_id: blockId }),
  z.strictObject({ type: z.literal('header'), block_id: blockId, text: plainText(150) }),
  z.strictObject({ type: z.literal('actions'), block_id: blockId, elements: z.array(ActionElement).min(1).max(25) }),
  z.strictObject({
    type: z.literal('image'),
    block_id: blockId,
    image_url: z.url().max(3000),
    alt_text: z.string().min(1).max(2000),
    title: plainText(2000).optional(),
  }),
  z.strictObject({ type: z.literal('rich_text'), block_id: blockId, elements: z.array(RichTextPart).min(1) }),
  z.strictObject({ type: z.literal('markdown'), block_id: blockId, text: z.string().min(1).max(12_000) }),
]);

/** A block, as read. */
export type Block = z.infer<typeof Block>;

/** The blocks of one message. */
export const Blocks = z.array(Block).max(50);
