import type { BotMessage, Ephemeral } from '#bot/testing/fake-slack/workspace.ts';
import { toShown } from '../bench/slack/load-scripts.ts';

/** Letters and digits in their order: a stream writes its signs in another way than blocks do. */
export function toPlain(words: string): string {
  return words.replaceAll(/[^\p{L}\p{N}]+/gu, '');
}

/** The same of what a person reads in a message, buttons aside. */
export function toPlainWords({ blocks }: Pick<BotMessage | Ephemeral, 'blocks'>): string {
  return toPlain(toShown(blocks.filter(({ type }) => type !== 'actions' && type !== 'context_actions')));
}
