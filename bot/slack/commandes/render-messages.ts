import type { AnswerParts, Rubrique } from '#bot/render/render-text.ts';
import type { LicensedText } from '#corpus/law/licensed-text.ts';
import type { OutgoingObject } from '../outgoing/outgoing.ts';
import { renderBlocks, renderSentence } from '../render/render-blocks.ts';
import type { Delivery } from '../render/render-delivery.ts';
import { splitParts } from '../render/split-parts.ts';
import type { Parole } from './parler.ts';

/** Parts of an answer as messages: one, or several when they are long. */
export function renderMessages(parts: AnswerParts, { say }: Pick<Parole, 'say'>): Delivery {
  const [first = parts, ...others] = splitParts(parts, say('livraison-suite'));
  return [renderBlocks(first), ...others.map(renderBlocks)];
}

/** The same as the blocks of a window, which holds all of them. */
export function renderWindow(parts: AnswerParts, parole: Pick<Parole, 'say'>): readonly OutgoingObject[] {
  return renderMessages({ ...parts }, parole).flatMap(({ blocks }) => blocks);
}

/** Adds buttons under the last message. */
export function addActions(delivery: Delivery, elements: readonly OutgoingObject[]): Delivery {
  if (elements.length === 0) return delivery;
  const [first, ...others] = delivery;
  const last = others.pop() ?? first;
  const completed = { ...last, blocks: [...last.blocks, { type: 'actions', elements }] };
  return last === first ? [completed] : [first, ...others, completed];
}

/** A sentence alone. */
export function renderTold(sentence: LicensedText): Delivery {
  return [renderSentence(sentence)];
}

/** Parts of an answer of which most are empty. */
export function toParts(parts: Partial<AnswerParts>): AnswerParts {
  return { enonces: [], rubriques: [], sources: undefined, avis: [], jour: undefined, ...parts };
}

/** Lists that have lines. */
export function keepFilled(rubriques: readonly Rubrique[]): readonly Rubrique[] {
  return rubriques.filter(({ lignes }) => lignes.length > 0);
}
