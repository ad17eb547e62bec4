import { listElements, type PlacedElement } from '../content/list-elements.ts';
import { type Carriers, type Delivered, type Delivery, deliver } from '../doors/deliver.ts';
import { toActor } from '../interaction-payloads.ts';
import { findElement, forgeValue, type Target, toAction } from '../to-action.ts';
import type { World } from '../world.ts';
import { answerSubmission, type Outcome } from './answer-submission.ts';
import { closeWindow, findView, replaceView } from './change-views.ts';
import { type ElementState, isStateful, readState } from './element-state.ts';
import { fillElement, findUnsubmittable, type Given } from './fill-element.ts';
import { toSlackView } from './to-slack-view.ts';
import type { ShownView } from './views.ts';

/** Something done in a view, once the bot has acknowledged it or failed to. */
export type ViewInteraction = Delivery & { readonly triggerId: string };

/** A view that was submitted, and what became of it. */
export type Submission = ViewInteraction & {
  readonly outcome: Outcome;
  /** What the bot said under the fields, by block. */
  readonly errors: Readonly<Record<string, string>>;
};

/** What is entered in a view: by block, or by action when only one bears that name. */
export type Entries = Readonly<Record<string, Given>>;

/** What people do in windows and in the home of the bot. */
export type ViewActs = {
  /**
   * Presses a button, or chooses in a menu that is no field; `forged` is a value that the bot never gave the button.
   * @throws {Error} when the view has left the screen, or has no such element
   */
  actInView(
    act: Target & { readonly view: ShownView; readonly value?: Given; readonly forged?: string },
  ): Promise<ViewInteraction>;
  /**
   * Enters values in the fields of a view; those that tell the bot at once do so.
   * @throws {Error} for what the window of Slack itself would not take
   */
  fillView(view: ShownView, entries: Entries): Promise<ShownView>;
  /**
   * Fills the fields, then submits the window; `forged` is told as what the bot had put in its `private_metadata`.
   * @throws {Error} when a field that may not be empty is, or when there is nothing to submit with
   */
  submitView(view: ShownView, entries?: Entries, how?: { readonly forged?: string }): Promise<Submission>;
  /** Closes a window, or with `all` those below too; the bot is told when it has asked for it. */
  closeView(view: ShownView, options?: { readonly all?: boolean }): Promise<Delivery | undefined>;
};

/** Lets people act in views. */
export function createViewActs(world: World, carriers: Carriers): ViewActs {
  const send = (payload: Readonly<Record<string, unknown>>): Promise<Delivered> =>
    deliver({ type: 'interactive', payload }, world, carriers);

  async function act(view: ShownView, actions: readonly unknown[]): Promise<ViewInteraction> {
    const triggerId = world.triggers.open({ user: view.user, viewId: view.id });
    const container = { type: 'view', view_id: view.id };
    const shown = toSlackView(view, world.settings);
    const payload = { type: 'block_actions', ...toActor(view, world), container, view: shown, actions };
    const { response, ...delivery } = await send({ ...payload, trigger_id: triggerId });
    if (hasWords(response)) world.journal.violate('acknowledgement of an action in a view: it takes no message');
    return { ...delivery, triggerId };
  }

  async function fillView(view: ShownView, entries: Entries): Promise<ShownView> {
    let shown = findCurrent(view, world);
    for (const [name, given] of Object.entries(entries)) {
      const placed = findField(shown, name);
      shown = enter(shown, placed, fillElement(placed.element, given, world), world);
      if (placed.field?.dispatch_action) {
        await act(shown, [toAction(placed, given, world)]);
        shown = findCurrent(shown, world);
      }
    }
    return shown;
  }

  return {
    fillView,
    async actInView({ view, value, forged, ...target }) {
      const shown = findCurrent(view, world);
      const found = findElement(shown.blocks, target);
      const placed = forged === undefined ? found : forgeValue(found, forged);
      const action = toAction(placed, value, world);
      if (value === undefined || !isStateful(placed.element.type)) return act(shown, [action]);
      return act(enter(shown, placed, fillElement(placed.element, value, world), world), [action]);
    },
    async submitView(view, entries = {}, { forged } = {}) {
      const shown = replaceView({ ...(await fillView(view, entries)), errors: {} }, world);
      checkSubmittable(shown);
      const triggerId = world.triggers.open({ user: shown.user, viewId: shown.id });
      const sent = forged === undefined ? shown : { ...shown, privateMetadata: forged };
      const told = { view: toSlackView(sent, world.settings), response_urls: openResponseUrls(shown, world) };
      const payload = { type: 'view_submission', ...toActor(shown, world), trigger_id: triggerId, ...told };
      const { response, ...delivery } = await send(payload);
      const outcome = delivery.acked ? answerSubmission(shown, response, world) : 'kept';
      return { ...delivery, triggerId, outcome, errors: findView(shown.id, world)?.errors ?? {} };
    },
    async closeView(view, { all = false } = {}) {
      const shown = findCurrent(view, world);
      const { given } = shown;
      const clears = all || (given.type === 'modal' && given.clear_on_close === true);
      closeWindow(shown, clears, world);
      if (given.type !== 'modal' || given.notify_on_close !== true) return undefined;
      const told = { view: toSlackView(shown, world.settings), is_cleared: clears };
      const { response, ...delivery } = await send({ type: 'view_closed', ...toActor(shown, world), ...told });
      if (hasWords(response)) world.journal.violate('acknowledgement of a closed view: it takes no message');
      return delivery;
    },
  };
}

function findCurrent({ id, kind, user }: ShownView, world: World): ShownView {
  const shown = findView(id, world);
  const top = world.workspace.views.windows.get(user)?.at(-1);
  if (shown === undefined) throw new Error(`the view ${id} is no longer on the screen of ${user}`);
  if (kind === 'modal' && top?.id !== id) throw new Error(`another window stands on the view ${id}`);
  return shown;
}

function findField(shown: ShownView, name: string): PlacedElement {
  const all = listElements(shown.blocks);
  const byBlock = all.filter(({ blockId }) => blockId === name);
  const [found, ...others] = byBlock.length > 0 ? byBlock : all.filter(({ element }) => element.action_id === name);
  if (found !== undefined && others.length === 0) return found;
  const known = all.map(({ blockId, element }) => `${blockId}/${element.action_id}`).join(', ') || 'none';
  throw new Error(`the view has ${found === undefined ? 'no' : 'several'} ${name}; its elements: ${known}`);
}

function enter(shown: ShownView, { element, blockId }: PlacedElement, state: ElementState, world: World): ShownView {
  const block = { ...shown.values[blockId], [element.action_id ?? '']: state };
  return replaceView({ ...shown, values: { ...shown.values, [blockId]: block } }, world);
}

function checkSubmittable({ given, blocks, values }: ShownView): void {
  if (given.type !== 'modal' || given.submit === undefined) throw new Error('the view has nothing to submit with');
  for (const { element, blockId, field } of listElements(blocks)) {
    if (field === undefined) continue;
    const state = values[blockId]?.[element.action_id ?? ''];
    const held = state === undefined ? null : readState(state);
    const isEmpty = held === null || (Array.isArray(held) && held.length === 0);
    if (isEmpty && field.optional !== true) throw new Error(`the field ${blockId} may not be left empty`);
    const problem = findUnsubmittable(element, held);
    if (problem !== undefined) throw new Error(`the field ${blockId} cannot be submitted: ${problem}`);
  }
}

/** Addresses for the conversations chosen in the menus that ask for one. */
function openResponseUrls({ blocks, values, user }: ShownView, world: World) {
  return listElements(blocks).flatMap(({ element, blockId }) => {
    if (!('response_url_enabled' in element) || element.response_url_enabled !== true) return [];
    const { action_id = '' } = element;
    const state = values[blockId]?.[action_id];
    const channel = state === undefined ? null : readState(state);
    if (typeof channel !== 'string') return [];
    const { url } = world.responseUrls.open('app', { channel, user });
    return [{ block_id: blockId, action_id, channel_id: channel, response_url: url }];
  });
}

function hasWords(response: unknown): boolean {
  return typeof response === 'object' && response !== null && Object.keys(response).length > 0;
}
