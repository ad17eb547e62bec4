import type { Actionable } from '../content/list-elements.ts';

/** What stands in an element, in the form of the payloads of Slack. */
export type ElementState = { readonly type: Actionable['type']; readonly [name: string]: unknown };

/** What stands in the elements of a view or a message: by block, then by action. */
export type StateValues = Readonly<Record<string, Readonly<Record<string, ElementState>>>>;

/** Under which name the payloads of Slack tell what stands in an element; the others hold nothing. */
const NAMES: Readonly<Partial<Record<Actionable['type'], string>>> = {
  plain_text_input: 'value',
  number_input: 'value',
  email_text_input: 'value',
  url_text_input: 'value',
  datepicker: 'selected_date',
  timepicker: 'selected_time',
  static_select: 'selected_option',
  overflow: 'selected_option',
  radio_buttons: 'selected_option',
  multi_static_select: 'selected_options',
  checkboxes: 'selected_options',
  users_select: 'selected_user',
  multi_users_select: 'selected_users',
  conversations_select: 'selected_conversation',
  multi_conversations_select: 'selected_conversations',
  channels_select: 'selected_channel',
  multi_channels_select: 'selected_channels',
};

/** The state of an element that holds that. */
export function toState(type: Actionable['type'], held: unknown): ElementState {
  return { type, [nameOf(type)]: held };
}

/** What stands in an element: null or an empty list when it is empty. */
export function readState(state: ElementState): unknown {
  return state[nameOf(state.type)];
}

/** Whether an element holds something that is told with every payload. */
export function isStateful(type: Actionable['type']): boolean {
  return NAMES[type] !== undefined && type !== 'overflow';
}

/** Whether an element holds a list. */
export function isPlural(type: Actionable['type']): boolean {
  return nameOf(type).endsWith('s');
}

/**
 * The state in which an element is first shown.
 * @param channel conversation that the person was reading, for the menus that begin with it
 */
export function toInitialState(element: Actionable, channel: string | undefined): ElementState {
  const { type } = element;
  const fallback = isPlural(type) ? [] : null;
  const initial = Object.entries(element).find(([key]) => key.startsWith('initial_'))?.[1];
  if (initial !== undefined) return toState(type, initial);
  const current = 'default_to_current_conversation' in element && element.default_to_current_conversation;
  return toState(type, current && channel !== undefined ? (isPlural(type) ? [channel] : channel) : fallback);
}

function nameOf(type: Actionable['type']): string {
  return NAMES[type] ?? 'value';
}
