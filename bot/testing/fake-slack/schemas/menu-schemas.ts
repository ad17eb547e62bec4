import { z } from 'zod';
import { ActionId, anyText, Confirm, MenuOption, plainText } from './text-schemas.ts';

const Choice = MenuOption.omit({ text: true, description: true, url: true }).extend({
  text: anyText(75),
  description: anyText(75).optional(),
});

const Option = MenuOption.omit({ url: true });

const OptionGroup = z.strictObject({ label: plainText(75), options: z.array(Option).min(1).max(100) });

const ids = z.array(z.string().min(1)).min(1);

/** What every menu and every field may have. */
export const shared = {
  action_id: ActionId.optional(),
  focus_on_load: z.boolean().optional(),
  confirm: Confirm.optional(),
};

const menu = { ...shared, placeholder: plainText(150).optional() };

const several = { ...menu, max_selected_items: z.int().positive().optional() };

const listed = {
  options: z.array(Option).min(1).max(100).optional(),
  option_groups: z.array(OptionGroup).min(1).max(100).optional(),
};

const filter = z
  .strictObject({
    include: z
      .array(z.enum(['im', 'mpim', 'private', 'public']))
      .min(1)
      .optional(),
    exclude_external_shared_channels: z.boolean().optional(),
    exclude_bot_users: z.boolean().optional(),
  })
  .optional();

const conversations = { filter, default_to_current_conversation: z.boolean().optional() };

type Listed = {
  readonly options?: readonly unknown[] | undefined;
  readonly option_groups?: readonly { readonly options: readonly unknown[] }[] | undefined;
};

const StaticSelect = z
  .strictObject({ type: z.literal('static_select'), ...menu, ...listed, initial_option: Option.optional() })
  .refine(hasOneList, 'needs either options or option_groups')
  .refine((element) => holds(element, element.initial_option), 'begins with an option that it does not have');

const MultiStaticSelect = z
  .strictObject({
    type: z.literal('multi_static_select'),
    ...several,
    ...listed,
    initial_options: z.array(Option).min(1).optional(),
  })
  .refine(hasOneList, 'needs either options or option_groups')
  .refine(
    (element) => holds(element, ...(element.initial_options ?? [])),
    'begins with an option that it does not have',
  );

const RadioButtons = z
  .strictObject({
    type: z.literal('radio_buttons'),
    ...shared,
    options: z.array(Choice).min(1).max(10),
    initial_option: Choice.optional(),
  })
  .refine((element) => holds(element, element.initial_option), 'begins with an option that it does not have');

const Checkboxes = z
  .strictObject({
    type: z.literal('checkboxes'),
    ...shared,
    options: z.array(Choice).min(1).max(10),
    initial_options: z.array(Choice).min(1).optional(),
  })
  .refine(
    (element) => holds(element, ...(element.initial_options ?? [])),
    'begins with an option that it does not have',
  );

const Datepicker = z.strictObject({
  type: z.literal('datepicker'),
  ...menu,
  initial_date: z.iso.date().optional(),
});

const Timepicker = z.strictObject({
  type: z.literal('timepicker'),
  ...menu,
  initial_time: z
    .string()
    .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/)
    .optional(),
  timezone: z.string().min(1).optional(),
});

/** Elements in which one chooses: in an actions block, at the side of a section, or in a field of a view. */
export const MENUS = [
  StaticSelect,
  MultiStaticSelect,
  RadioButtons,
  Checkboxes,
  Datepicker,
  Timepicker,
  z.strictObject({ type: z.literal('users_select'), ...menu, initial_user: z.string().optional() }),
  z.strictObject({ type: z.literal('multi_users_select'), ...several, initial_users: ids.optional() }),
  z.strictObject({
    type: z.literal('conversations_select'),
    ...menu,
    ...conversations,
    initial_conversation: z.string().optional(),
    response_url_enabled: z.boolean().optional(),
  }),
  z.strictObject({
    type: z.literal('multi_conversations_select'),
    ...several,
    ...conversations,
    initial_conversations: ids.optional(),
  }),
  z.strictObject({
    type: z.literal('channels_select'),
    ...menu,
    initial_channel: z.string().optional(),
    response_url_enabled: z.boolean().optional(),
  }),
  z.strictObject({ type: z.literal('multi_channels_select'), ...several, initial_channels: ids.optional() }),
] as const;

function hasOneList({ options, option_groups: groups }: Listed): boolean {
  return (options === undefined) !== (groups === undefined);
}

/** Slack compares whole options, not their values alone. */
function holds({ options = [], option_groups: groups = [] }: Listed, ...initial: readonly unknown[]): boolean {
  const known = [...options, ...groups.flatMap((group) => group.options)].map((option) => JSON.stringify(option));
  return initial.every((option) => option === undefined || known.includes(JSON.stringify(option)));
}
