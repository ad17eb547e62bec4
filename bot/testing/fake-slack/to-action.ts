import { type Actionable, listElements, type PlacedElement } from './content/list-elements.ts';
import type { Block } from './schemas/block-schemas.ts';
import { type ElementState, isStateful, toInitialState } from './views/element-state.ts';
import { fillElement, type Given } from './views/fill-element.ts';
import type { World } from './world.ts';

/** An element to act on, by the name that the bot gave it; the block is told when several bear that name. */
export type Target = { readonly actionId: string; readonly blockId?: string | undefined };

/**
 * The element of that name.
 * @param kind how the error calls what is looked for
 * @throws {Error} when the blocks have no such element, or several
 */
export function findElement(
  blocks: readonly Block[],
  { actionId, blockId }: Target,
  kind: 'button' | 'element' = 'element',
): PlacedElement {
  const all = listElements(blocks).filter(({ element }) => kind === 'element' || isButton(element));
  const found = all.filter(
    (placed) => placed.element.action_id === actionId && (blockId ?? placed.blockId) === placed.blockId,
  );
  const [first] = found;
  if (first !== undefined && found.length === 1) return first;
  const known = all.map(({ element }) => element.action_id).join(', ') || 'none';
  if (first === undefined) throw new Error(`the message has no ${kind} ${actionId}; its ${kind}s: ${known}`);
  const places = found.map((placed) => placed.blockId).join(', ');
  throw new Error(`several ${kind}s are named ${actionId}: tell the block, one of ${places}`);
}

/**
 * The same element with a value that the bot never gave it, as a payload that was forged tells it.
 * @throws {Error} for what carries no value of the bot
 */
export function forgeValue(placed: PlacedElement, value: string): PlacedElement {
  const { element } = placed;
  if (isButton(element)) return { ...placed, element: { ...element, value } };
  if (element.type === 'feedback_buttons') {
    return { ...placed, element: { ...element, positive_button: { ...element.positive_button, value } } };
  }
  throw new Error(`${element.type} carries no value of the bot`);
}

/**
 * What a payload tells of an element that somebody acted on.
 * @param given what was chosen; nothing for a button
 */
export function toAction({ element, blockId }: PlacedElement, given: Given | undefined, world: World) {
  const { type, action_id } = element;
  const confirm = 'confirm' in element && element.confirm !== undefined ? { confirm: element.confirm } : {};
  const head = { type, action_id, block_id: blockId, ...confirm, action_ts: world.workspace.nextTs() };
  if (type === 'feedback_buttons') return { ...head, ...chooseOpinion(element, given) };
  if (isButton(element)) {
    const { type: _, action_id: __, confirm: ___, ...told } = element;
    return { ...head, ...told };
  }
  if (given === undefined) throw new Error(`${type} ${action_id ?? ''}: tell what is chosen`);
  const begun = Object.entries(element).filter(([key]) => key.startsWith('initial_') || key === 'placeholder');
  return { ...head, ...Object.fromEntries(begun), ...fillElement(element, given, world) };
}

/** What stands in the elements of a message, once something was chosen in one of them. */
export function toMessageState(blocks: readonly Block[], changed?: { target: PlacedElement; state: ElementState }) {
  const values: Record<string, Record<string, ElementState>> = {};
  for (const { element, blockId } of listElements(blocks)) {
    const { type, action_id: actionId = '' } = element;
    if (!isStateful(type)) continue;
    const isChanged = changed?.target.blockId === blockId && changed.target.element.action_id === actionId;
    const state = isChanged ? changed.state : toInitialState(element, undefined);
    values[blockId] = { ...values[blockId], [actionId]: state };
  }
  return { values };
}

function isButton(element: Actionable): element is Extract<Actionable, { type: 'button' | 'icon_button' }> {
  return element.type === 'button' || element.type === 'icon_button';
}

function chooseOpinion(
  { positive_button, negative_button }: Extract<Actionable, { type: 'feedback_buttons' }>,
  given: Given | undefined,
) {
  const chosen = [positive_button, negative_button].find(({ value }) => value === given);
  if (chosen !== undefined) return { value: chosen.value, text: chosen.text };
  throw new Error(`one answers ${positive_button.value} or ${negative_button.value}, not ${JSON.stringify(given)}`);
}
