import type { LicensedText } from '#corpus/law/licensed-text.ts';
import { type OutgoingObject, toPlainText, toVisible } from '../outgoing/outgoing.ts';

/** A field of a form: `champ` names its block and its element, and is where its errors are shown. */
export type Champ = {
  readonly champ: string;
  readonly label: LicensedText;
  readonly hint?: LicensedText | undefined;
  /** Slack itself asks for a field that is not optional. */
  readonly optional?: boolean;
};

/** One of the things that can be chosen; `value` comes back to us. */
export type Choix = { readonly value: string; readonly label: LicensedText };

/** A field with the element that it is filled in by. */
export function toInput({ champ, label, hint, optional = true }: Champ, element: OutgoingObject): OutgoingObject {
  return {
    type: 'input',
    block_id: champ,
    optional,
    label: toPlainText(label),
    ...(hint ? { hint: toPlainText(hint) } : {}),
    element: { ...element, action_id: champ },
  };
}

/** A line to write in, with what stands in it already. */
export function toTextElement(initial: LicensedText | undefined, placeholder?: LicensedText): OutgoingObject {
  return {
    type: 'plain_text_input',
    ...(initial ? { initial_value: toVisible(initial) } : {}),
    ...(placeholder ? { placeholder: toPlainText(placeholder) } : {}),
  };
}

/** A calendar to pick a day in; what stands in it already is a day as a figure. */
export function toDateElement(initial: LicensedText | undefined): OutgoingObject {
  return { type: 'datepicker', ...(initial ? { initial_date: toVisible(initial) } : {}) };
}

/** A list of which one is chosen. */
export function toSelectElement(choix: readonly Choix[], chosen: string | undefined): OutgoingObject {
  const initial = choix.find(({ value }) => value === chosen);
  return {
    type: 'static_select',
    options: choix.map(toOption),
    ...(initial ? { initial_option: toOption(initial) } : {}),
  };
}

/** Boxes to tick, all of them seen at once. */
export function toCheckboxes(choix: readonly Choix[], chosen: readonly string[]): OutgoingObject {
  const initial = choix.filter(({ value }) => chosen.includes(value));
  return {
    type: 'checkboxes',
    options: choix.map(toOption),
    ...(initial.length > 0 ? { initial_options: initial.map(toOption) } : {}),
  };
}

/** People to choose. */
export function toUsersElement(initial: readonly string[]): OutgoingObject {
  return { type: 'multi_users_select', ...(initial.length > 0 ? { initial_users: initial } : {}) };
}

/** Channels and conversations to choose. */
export function toConversationsElement(initial: readonly string[]): OutgoingObject {
  return { type: 'multi_conversations_select', ...(initial.length > 0 ? { initial_conversations: initial } : {}) };
}

function toOption({ value, label }: Choix): OutgoingObject {
  return { text: toPlainText(label), value };
}
