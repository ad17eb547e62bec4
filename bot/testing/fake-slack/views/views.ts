import { listElements } from '../content/list-elements.ts';
import { listShown } from '../content/list-shown.ts';
import type { Block } from '../schemas/block-schemas.ts';
import { isStateful, type StateValues, toInitialState } from './element-state.ts';
import type { View } from './view-schemas.ts';

/** A view as a person sees it: a window, or the home of the bot. */
export type ShownView = {
  readonly id: string;
  readonly kind: View['type'];
  readonly user: string;
  /** Changes with every change of the view. */
  readonly hash: string;
  readonly title: string;
  readonly callbackId: string;
  readonly privateMetadata: string;
  /** Blocks with the identifiers that Slack gives to those that have none. */
  readonly blocks: readonly Block[];
  /** Everything a person reads in it, in order. */
  readonly texts: readonly string[];
  /** What stands in its fields and menus. */
  readonly values: StateValues;
  /** What the bot said under its fields, by block. */
  readonly errors: Readonly<Record<string, string>>;
  readonly rootId: string;
  readonly previousId: string | null;
  /** Conversation that the person was reading. */
  readonly channel: string | undefined;
  /** The view as the bot gave it. */
  readonly given: View;
};

/** The views on the screens; a window may stand on one or two others. */
export type Views = {
  readonly windows: Map<string, readonly ShownView[]>;
  readonly homes: Map<string, ShownView>;
  drawId(): string;
  drawHash(): string;
};

/** Starts with empty screens. */
export function createViews(now: () => number): Views {
  let count = 0;
  return {
    windows: new Map(),
    homes: new Map(),
    drawId() {
      count += 1;
      return `V0VIEW${count}`;
    },
    drawHash() {
      count += 1;
      return `${Math.floor(now() / 1000)}.${String(count).padStart(8, '0')}`;
    },
  };
}

/** What places a view on a screen. */
export type ViewPlace = Pick<ShownView, 'id' | 'user' | 'rootId' | 'previousId' | 'channel'>;

/**
 * Shows a view.
 * @param former what it takes the place of: what a person has entered in the same fields stays
 */
export function showView(given: View, place: ViewPlace, hash: string, former?: ShownView): ShownView {
  const { id, user, rootId, previousId, channel } = place;
  const blocks = nameBlocks(given.blocks, hash);
  return {
    ...{ id, user, rootId, previousId, channel },
    kind: given.type,
    hash,
    title: given.type === 'modal' ? given.title.text : '',
    callbackId: given.callback_id ?? '',
    privateMetadata: given.private_metadata ?? '',
    blocks,
    texts: listViewTexts(given),
    values: toValues(blocks, channel, former?.values ?? {}),
    errors: {},
    given,
  };
}

/** Every text of a view, from its title to its buttons. */
function listViewTexts(given: View): readonly string[] {
  const shown = listShown(given.blocks).map(({ text }) => text);
  if (given.type === 'home') return shown;
  const buttons = [given.submit, given.close].flatMap((button) => (button === undefined ? [] : [button.text]));
  return [given.title.text, ...shown, ...buttons];
}

/** Identifiers that Slack draws are other ones each time: nothing may hang on them. */
function nameBlocks(blocks: readonly Block[], hash: string): readonly Block[] {
  const drawn = hash.split('.')[1] ?? '';
  let count = 0;
  const draw = () => {
    count += 1;
    return `${drawn}${count}`;
  };
  return blocks.map((block) => {
    const blockId = block.block_id ?? draw();
    if (block.type === 'input') {
      return {
        ...block,
        block_id: blockId,
        element: { ...block.element, action_id: block.element.action_id ?? draw() },
      };
    }
    return { ...block, block_id: blockId };
  });
}

function toValues(blocks: readonly Block[], channel: string | undefined, former: StateValues): StateValues {
  const values: Record<string, Record<string, StateValues[string][string]>> = {};
  for (const { element, blockId } of listElements(blocks)) {
    const { type, action_id: actionId = '' } = element;
    if (!isStateful(type)) continue;
    const kept = former[blockId]?.[actionId];
    const state = kept?.type === type ? kept : toInitialState(element, channel);
    values[blockId] = { ...values[blockId], [actionId]: state };
  }
  return values;
}
