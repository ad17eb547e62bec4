import { z } from 'zod';
import { ViewBlocks } from '../schemas/block-schemas.ts';
import { plainText } from '../schemas/text-schemas.ts';

const common = {
  blocks: ViewBlocks,
  private_metadata: z.string().max(3000).optional(),
  callback_id: z.string().max(255).optional(),
  external_id: z.string().max(255).optional(),
};

const Modal = z
  .strictObject({
    type: z.literal('modal'),
    ...common,
    title: plainText(24),
    submit: plainText(24).optional(),
    close: plainText(24).optional(),
    clear_on_close: z.boolean().optional(),
    notify_on_close: z.boolean().optional(),
    submit_disabled: z.literal(false).optional(),
  })
  .refine(
    ({ submit, blocks }) => submit !== undefined || !blocks.some(({ type }) => type === 'input'),
    'has fields, and no submit',
  );

/** A view of the bot, with the limits that Slack documents. */
export const View = z.discriminatedUnion('type', [Modal, z.strictObject({ type: z.literal('home'), ...common })]);

/** A view, as read. */
export type View = z.infer<typeof View>;
