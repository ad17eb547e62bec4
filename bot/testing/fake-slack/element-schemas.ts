import { z } from 'zod';
import { ActionId, anyText, Confirm, MenuOption, mrkdwn, plainText } from './text-schemas.ts';

/** A button. */
export const Button = z.strictObject({
  type: z.literal('button'),
  text: plainText(75),
  action_id: ActionId.optional(),
  value: z.string().min(1).max(2000).optional(),
  url: z.url().max(3000).optional(),
  style: z.enum(['primary', 'danger']).optional(),
  accessibility_label: z.string().min(1).max(75).optional(),
  confirm: Confirm.optional(),
});

/** A button, as read. */
export type Button = z.infer<typeof Button>;

const StaticSelect = z.strictObject({
  type: z.literal('static_select'),
  action_id: ActionId.optional(),
  placeholder: plainText(150).optional(),
  options: z.array(MenuOption).min(1).max(100),
  initial_option: MenuOption.optional(),
  focus_on_load: z.boolean().optional(),
  confirm: Confirm.optional(),
});

const Overflow = z.strictObject({
  type: z.literal('overflow'),
  action_id: ActionId.optional(),
  options: z.array(MenuOption).min(1).max(5),
  confirm: Confirm.optional(),
});

const ImageElement = z.strictObject({
  type: z.literal('image'),
  image_url: z.url().max(3000),
  alt_text: z.string().min(1).max(2000),
});

/** What an actions block may hold. */
export const ActionElement = z.discriminatedUnion('type', [Button, StaticSelect, Overflow]);

/** What may stand at the side of a section. */
export const Accessory = z.discriminatedUnion('type', [Button, StaticSelect, Overflow, ImageElement]);

/** What a context block may hold. */
export const ContextElement = z.discriminatedUnion('type', [plainText(2000), mrkdwn(2000), ImageElement]);

/** Text of a section. */
export const SectionText = anyText(3000);

/** One field of a section. */
export const SectionField = anyText(2000);
