import { z } from 'zod';
import type { Actionable } from '../content/list-elements.ts';
import { isNumber } from '../schemas/field-schemas.ts';
import { findChannel } from '../workspace.ts';
import type { World } from '../world.ts';
import { type ElementState, isPlural, toState } from './element-state.ts';

/** What a person types or chooses: the value of an option, a name, a date; several of them, or nothing. */
export type Given = string | readonly string[] | null;

type OptionLike = { readonly value: string };

type Listed = {
  readonly options?: readonly OptionLike[] | undefined;
  readonly option_groups?: readonly { readonly options: readonly OptionLike[] }[] | undefined;
};

/**
 * The state of an element once a person has filled it.
 * @throws {Error} when the window of Slack itself would not let her
 */
export function fillElement(element: Actionable, given: Given, world: World): ElementState {
  const { type } = element;
  if (given === null) return toState(type, isPlural(type) ? [] : null);
  if (isPlural(type)) {
    const several = typeof given === 'string' ? [given] : given;
    const most = 'max_selected_items' in element ? element.max_selected_items : undefined;
    if (most !== undefined && several.length > most) refuse(element, given, `it takes ${most} at most`);
    return toState(
      type,
      several.map((one) => fillOne(element, one, world)),
    );
  }
  if (typeof given !== 'string') return refuse(element, given, 'it takes one thing only');
  return toState(type, fillOne(element, given, world));
}

/** What may be left in a field when the view is submitted; undefined when nothing is wrong. */
export function findUnsubmittable(element: Actionable, held: unknown): string | undefined {
  if (element.type !== 'plain_text_input' || typeof held !== 'string') return undefined;
  const { min_length: least = 0 } = element;
  return held.length < least ? `it needs ${least} characters` : undefined;
}

function fillOne(element: Actionable, given: string, world: World): unknown {
  switch (element.type) {
    case 'static_select':
    case 'multi_static_select':
    case 'radio_buttons':
    case 'checkboxes':
    case 'overflow':
      return findOption(element, given) ?? refuse(element, given, 'it has no such option');
    case 'plain_text_input':
    case 'number_input':
    case 'email_text_input':
    case 'url_text_input':
      return typeText(element, given);
    case 'datepicker':
      return z.iso.date().safeParse(given).success ? given : refuse(element, given, 'it takes a date: 2026-11-22');
    case 'timepicker':
      return /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(given) ? given : refuse(element, given, 'it takes a time: 09:30');
    case 'users_select':
    case 'multi_users_select':
      return world.workspace.people.has(given) ? given : refuse(element, given, 'nobody has that identifier');
    case 'conversations_select':
    case 'multi_conversations_select':
      return isOffered(element, findChannel(world.workspace, given)?.kind)
        ? given
        : refuse(element, given, 'there is no such conversation, or it is not offered');
    case 'channels_select':
    case 'multi_channels_select':
      if (findChannel(world.workspace, given)?.kind !== 'channel') refuse(element, given, 'there is no such channel');
      return given;
    case 'button':
    case 'icon_button':
    case 'feedback_buttons':
      return refuse(element, given, 'one presses it');
  }
}

function typeText(element: Extract<Actionable, { type: `${string}_input` }>, given: string): string | null {
  if (given === '') return null;
  switch (element.type) {
    case 'plain_text_input': {
      const { max_length: most = 3000, multiline = false } = element;
      if (given.length > most) refuse(element, given, `it takes ${most} characters at most`);
      if (!multiline && given.includes('\n')) refuse(element, given, 'it has one line');
      return given;
    }
    case 'number_input':
      return isNumber(given, element) ? given : refuse(element, given, 'it does not allow that number');
    case 'email_text_input':
      return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(given) ? given : refuse(element, given, 'it takes an address');
    case 'url_text_input':
      return URL.canParse(given) ? given : refuse(element, given, 'it takes a link');
  }
}

/** The fake has public channels and ims. */
function isOffered(
  { filter }: Extract<Actionable, { type: 'conversations_select' | 'multi_conversations_select' }>,
  kind: 'channel' | 'im' | undefined,
): boolean {
  return kind !== undefined && filter?.include?.includes(kind === 'im' ? 'im' : 'public') !== false;
}

/** The option of that value, in a menu or a list of buttons. */
function findOption({ options = [], option_groups: groups = [] }: Listed, value: string): OptionLike | undefined {
  return [...options, ...groups.flatMap((group) => group.options)].find((option) => option.value === value);
}

function refuse({ type, action_id }: Actionable, given: Given, why: string): never {
  throw new Error(`the window of Slack does not take ${JSON.stringify(given)} in ${type} ${action_id ?? ''}: ${why}`);
}
