import { z } from 'zod';
import { MENUS } from './menu-schemas.ts';
import { ActionId, anyText, Confirm, MenuOption, mrkdwn, plainText } from './text-schemas.ts';

const Button = z.strictObject({
  type: z.literal('button'),
  text: plainText(75),
  action_id: ActionId.optional(),
  value: z.string().min(1).max(2000).optional(),
  url: z.url().max(3000).optional(),
  style: z.enum(['primary', 'danger']).optional(),
  accessibility_label: z.string().min(1).max(75).optional(),
  confirm: Confirm.optional(),
});

const Overflow = z.strictObject({
  type: z.literal('overflow'),
  action_id: ActionId.optional(),
  options: z.array(MenuOption).min(1).max(5),
  confirm: Confirm.optional(),
});

/** An image of the web, or a file that was uploaded. */
export const picture = {
  image_url: z.url().max(3000).optional(),
  slack_file: z.union([z.strictObject({ id: z.string().min(1) }), z.strictObject({ url: z.url() })]).optional(),
  alt_text: z.string().min(1).max(2000),
};

const ImageElement = z
  .strictObject({ type: z.literal('image'), ...picture })
  .refine(hasOnePicture, 'needs either image_url or slack_file');

const opinion = z.strictObject({
  text: plainText(75),
  value: z.string().min(1).max(2000),
  accessibility_label: z.string().min(1).max(75).optional(),
});

/** Two buttons that say whether an answer was good. */
export const FeedbackButtons = z.strictObject({
  type: z.literal('feedback_buttons'),
  action_id: ActionId.optional(),
  positive_button: opinion,
  negative_button: opinion,
});

const IconButton = z.strictObject({
  type: z.literal('icon_button'),
  icon: z.literal('trash'),
  text: plainText(75),
  action_id: ActionId.optional(),
  value: z.string().min(1).max(2000).optional(),
  visible_to_user_ids: z.array(z.string().min(1)).optional(),
  accessibility_label: z.string().min(1).max(75).optional(),
  confirm: Confirm.optional(),
});

/** What an actions block may hold. */
export const ActionElement = z.discriminatedUnion('type', [Button, Overflow, ...MENUS]);

/** What a block of actions under an answer may hold. */
export const ContextAction = z.discriminatedUnion('type', [FeedbackButtons, IconButton]);

/** What may stand at the side of a section. */
export const Accessory = z.discriminatedUnion('type', [Button, Overflow, ...MENUS, ImageElement]);

/** What a context block may hold. */
export const ContextElement = z.discriminatedUnion('type', [plainText(2000), mrkdwn(2000), ImageElement]);

/** Text of a section. */
export const SectionText = anyText(3000);

/** One field of a section. */
export const SectionField = anyText(2000);

/** Whether a picture says where it comes from, once. */
export function hasOnePicture(given: { readonly image_url?: unknown; readonly slack_file?: unknown }): boolean {
  return (given.image_url === undefined) !== (given.slack_file === undefined);
}
