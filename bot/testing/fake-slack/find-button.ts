import type { Block } from './block-schemas.ts';
import type { Button } from './element-schemas.ts';
import { withBlockIds } from './to-slack-message.ts';

/**
 * The button of that action, in the shape of a payload.
 * @throws {Error} when the blocks have no such button
 */
export function findButton(blocks: readonly Block[], actionId: string) {
  for (const block of withBlockIds(blocks)) {
    const button = listButtons(block).find((found) => found.action_id === actionId);
    if (button === undefined) continue;
    const { type, text, value, style } = button;
    const { block_id } = block;
    return { type, action_id: actionId, block_id, text, ...(value ? { value } : {}), ...(style ? { style } : {}) };
  }
  const known = blocks.flatMap(listButtons).map((button) => button.action_id);
  throw new Error(`the message has no button ${actionId}; its buttons: ${known.join(', ') || 'none'}`);
}

function listButtons(block: Block): readonly Button[] {
  if (block.type === 'section') return block.accessory?.type === 'button' ? [block.accessory] : [];
  if (block.type !== 'actions') return [];
  return block.elements.filter((element) => element.type === 'button');
}
