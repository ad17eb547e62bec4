import { z } from 'zod';
import {
  Accessory,
  ActionElement,
  ContextAction,
  ContextElement,
  hasOnePicture,
  picture,
  SectionField,
  SectionText,
} from './element-schemas.ts';
import { Field } from './field-schemas.ts';
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

const Image = z
  .strictObject({ type: z.literal('image'), block_id: blockId, ...picture, title: plainText(2000).optional() })
  .refine(hasOnePicture, 'needs either image_url or slack_file');

/** Blocks of messages and of views alike. */
const COMMON = [
  Section,
  z.strictObject({ type: z.literal('context'), block_id: blockId, elements: z.array(ContextElement).min(1).max(10) }),
  z.strictObject({ type: z.literal('divider'), block_id: blockId }),
  z.strictObject({ type: z.literal('header'), block_id: blockId, text: plainText(150) }),
  z.strictObject({ type: z.literal('actions'), block_id: blockId, elements: z.array(ActionElement).min(1).max(25) }),
  Image,
  z.strictObject({ type: z.literal('rich_text'), block_id: blockId, elements: z.array(RichTextPart).min(1) }),
] as const;

const MessageBlock = z.discriminatedUnion('type', [
  ...COMMON,
  z.strictObject({ type: z.literal('markdown'), block_id: blockId, text: z.string().min(1).max(12_000) }),
  z.strictObject({
    type: z.literal('context_actions'),
    block_id: blockId,
    elements: z.array(ContextAction).min(1).max(5),
  }),
]);

const ViewBlock = z.discriminatedUnion('type', [
  ...COMMON,
  z.strictObject({
    type: z.literal('input'),
    block_id: blockId,
    label: plainText(2000),
    hint: plainText(2000).optional(),
    optional: z.boolean().optional(),
    dispatch_action: z.boolean().optional(),
    element: Field,
  }),
]);

/** A block, as read. */
export type Block = z.infer<typeof MessageBlock> | z.infer<typeof ViewBlock>;

/** The blocks of one message, with the limits that Slack documents; what the bot never uses is not listed. */
export const Blocks = z.array(MessageBlock).max(50);

/** The blocks of one view. */
export const ViewBlocks = z.array(ViewBlock).max(100);
