import { z } from 'zod';
import { common, fromForm, UserId } from '../schemas/argument-parts.ts';

/** Checked apart, so that errors of views are told as errors of views. */
const view = z.preprocess(fromForm, z.unknown());

/** Arguments of views.open and views.push. */
export const OpenView = z.strictObject({ ...common, view, trigger_id: z.string().min(1) });

/** Arguments of views.update. */
export const UpdateView = z
  .strictObject({
    ...common,
    view,
    view_id: z.string().min(1).optional(),
    external_id: z.string().min(1).max(255).optional(),
    hash: z.string().min(1).optional(),
  })
  .refine((args) => (args.view_id === undefined) !== (args.external_id === undefined), {
    error: 'needs either view_id or external_id',
  });

/** Arguments of views.publish. */
export const PublishView = z.strictObject({ ...common, view, user_id: UserId, hash: z.string().min(1).optional() });
