import { z } from 'zod';
import { MENUS, shared } from './menu-schemas.ts';
import { plainText } from './text-schemas.ts';

/** A text field holds no more. */
const MOST_TYPED = 3000;

const { confirm: _, ...typed } = shared;

const field = {
  ...typed,
  placeholder: plainText(150).optional(),
  dispatch_action_config: z
    .strictObject({
      trigger_actions_on: z
        .array(z.enum(['on_enter_pressed', 'on_character_entered']))
        .min(1)
        .max(2),
    })
    .optional(),
};

const number = z.string().regex(/^-?\d+(?:\.\d+)?$/);

const PlainTextInput = z
  .strictObject({
    type: z.literal('plain_text_input'),
    ...field,
    initial_value: z.string().max(MOST_TYPED).optional(),
    multiline: z.boolean().optional(),
    min_length: z.int().min(0).max(MOST_TYPED).optional(),
    max_length: z.int().min(1).max(MOST_TYPED).optional(),
  })
  .refine(
    ({ min_length: least = 0, max_length: most = MOST_TYPED }) => least <= most,
    'has a min_length above its max_length',
  )
  .refine(
    ({ initial_value: value = '', max_length: most = MOST_TYPED }) => value.length <= most,
    'begins with a text longer than its max_length',
  );

const NumberInput = z
  .strictObject({
    type: z.literal('number_input'),
    ...field,
    is_decimal_allowed: z.boolean(),
    initial_value: number.optional(),
    min_value: number.optional(),
    max_value: number.optional(),
  })
  .refine(({ initial_value: value, ...limits }) => value === undefined || isNumber(value, limits), {
    error: 'begins with a number that it does not allow',
  })
  .refine(
    ({ min_value: least = '-Infinity', max_value: most = 'Infinity' }) => Number(least) <= Number(most),
    'has a min_value above its max_value',
  );

/** What a field of a view may be. */
export const Field = z.discriminatedUnion('type', [
  ...MENUS,
  PlainTextInput,
  NumberInput,
  z.strictObject({ type: z.literal('email_text_input'), ...field, initial_value: z.string().optional() }),
  z.strictObject({ type: z.literal('url_text_input'), ...field, initial_value: z.string().optional() }),
]);

/** A field, as read. */
export type Field = z.infer<typeof Field>;

/** Limits of a number field. */
export type NumberLimits = {
  readonly is_decimal_allowed: boolean;
  readonly min_value?: string | undefined;
  readonly max_value?: string | undefined;
};

/** Whether a number field takes that text. */
export function isNumber(value: string, limits: NumberLimits): boolean {
  const { is_decimal_allowed: decimal, min_value: least = '-Infinity', max_value: most = 'Infinity' } = limits;
  if (!(decimal ? /^-?\d+(?:\.\d+)?$/ : /^-?\d+$/).test(value)) return false;
  return Number(value) >= Number(least) && Number(value) <= Number(most);
}
