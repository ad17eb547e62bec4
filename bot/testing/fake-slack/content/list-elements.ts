import type { z } from 'zod';
import type { Block } from '../schemas/block-schemas.ts';
import type { FeedbackButtons } from '../schemas/element-schemas.ts';
import type { Field } from '../schemas/field-schemas.ts';

type ElementOf<T> = T extends { readonly elements: readonly (infer E)[] } ? E : never;

/** Something people act on. */
export type Actionable =
  | Extract<ElementOf<Extract<Block, { type: 'actions' | 'context_actions' }>>, { type: string }>
  | Field
  | z.infer<typeof FeedbackButtons>;

/** Something people act on, and where it stands. */
export type PlacedElement = {
  readonly element: Actionable;
  readonly blockId: string;
  /** The field it is, unless it stands in another block. */
  readonly field?: Extract<Block, { type: 'input' }>;
};

/** Everything people can act on, in reading order; a block without identifier goes by an empty one. */
export function listElements(blocks: readonly Block[]): readonly PlacedElement[] {
  return blocks.flatMap((block): readonly PlacedElement[] => {
    const { block_id: blockId = '' } = block;
    switch (block.type) {
      case 'section': {
        const { accessory } = block;
        return accessory === undefined || accessory.type === 'image' ? [] : [{ element: accessory, blockId }];
      }
      case 'actions':
      case 'context_actions':
        return block.elements.map((element) => ({ element, blockId }));
      case 'input':
        return [{ element: block.element, blockId, field: block }];
      default:
        return [];
    }
  });
}
