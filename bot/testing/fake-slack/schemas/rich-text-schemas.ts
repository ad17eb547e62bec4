import { z } from 'zod';

const style = z
  .strictObject({
    bold: z.boolean().optional(),
    italic: z.boolean().optional(),
    strike: z.boolean().optional(),
    underline: z.boolean().optional(),
    code: z.boolean().optional(),
  })
  .optional();

const Text = z.strictObject({ type: z.literal('text'), text: z.string().min(1), style });

const Link = z.strictObject({
  type: z.literal('link'),
  url: z.url().max(3000),
  text: z.string().min(1).optional(),
  unsafe: z.boolean().optional(),
  style,
});

/** A run of words, or one thing among words. */
export const RichTextElement = z.discriminatedUnion('type', [
  Text,
  Link,
  z.strictObject({ type: z.literal('emoji'), name: z.string().min(1), unicode: z.string().optional(), style }),
  z.strictObject({ type: z.literal('user'), user_id: z.string().min(1), style }),
  z.strictObject({ type: z.literal('channel'), channel_id: z.string().min(1), style }),
  z.strictObject({ type: z.literal('broadcast'), range: z.enum(['here', 'channel', 'everyone']), style }),
]);

/** A run of words, as read. */
export type RichTextElement = z.infer<typeof RichTextElement>;

const border = z.union([z.literal(0), z.literal(1)]).optional();

const Section = z.strictObject({
  type: z.literal('rich_text_section'),
  elements: z.array(RichTextElement),
});

/** A part of a rich text: paragraph, list, code or quote. */
export const RichTextPart = z.discriminatedUnion('type', [
  Section,
  z.strictObject({
    type: z.literal('rich_text_list'),
    style: z.enum(['bullet', 'ordered']),
    elements: z.array(Section).min(1),
    indent: z.int().min(0).max(8).optional(),
    offset: z.int().nonnegative().optional(),
    border,
  }),
  z.strictObject({
    type: z.literal('rich_text_preformatted'),
    elements: z.array(z.discriminatedUnion('type', [Text, Link])).min(1),
    border,
  }),
  z.strictObject({ type: z.literal('rich_text_quote'), elements: z.array(RichTextElement).min(1), border }),
]);

/** A part of a rich text, as read. */
export type RichTextPart = z.infer<typeof RichTextPart>;
