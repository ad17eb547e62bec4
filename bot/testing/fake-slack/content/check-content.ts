import { type Block, Blocks } from '../schemas/block-schemas.ts';
import { explainIssues, renderCount } from '../schemas/explain-issues.ts';
import type { World } from '../world.ts';
import { findMarkups, type Markup } from './find-markups.ts';
import { findMissingFiles } from './find-missing-files.ts';
import { listElements } from './list-elements.ts';
import { listShown, type Shown } from './list-shown.ts';

/** What a message says. */
export type Content = {
  readonly text: string;
  readonly blocks: readonly Block[];
  /** Special sequences of the message, for the tests to judge. */
  readonly markups: readonly Markup[];
};

/** Content as the bot gave it; `blocks` undefined keeps the former ones of an edited message. */
export type GivenContent = { readonly text?: string | undefined; readonly blocks?: unknown };

/** Content that was accepted, or the error that Slack answers with its details. */
export type CheckedContent =
  | { readonly kind: 'accepted'; readonly content: Content }
  | { readonly kind: 'refused'; readonly error: string; readonly details: readonly string[] };

/** Beyond, Slack cuts a text. */
const MOST_TEXT = 40_000;

/** What one message holds in all, as found by those who reached it: https://github.com/slackapi/bolt-js/issues/2509 */
export const MOST_SHOWN = 13_200;

/**
 * Checks what a message says, against the limits of Slack and of Block Kit.
 * @param subject who said it, for the violations: a method or an acknowledgement
 */
export function checkContent(
  subject: string,
  given: GivenContent,
  { journal, workspace }: Pick<World, 'journal' | 'workspace'>,
): CheckedContent {
  const refuse = (error: string, details: readonly string[]): CheckedContent => {
    for (const detail of details) journal.violate(`${subject}: ${detail}`);
    return { kind: 'refused', error, details };
  };
  const text = given.text ?? '';
  if (typeof given.blocks === 'string') return refuse('invalid_blocks_format', ['blocks is not JSON']);
  const parsed = Blocks.safeParse(given.blocks ?? []);
  if (!parsed.success) {
    return refuse('invalid_blocks', explainIssues(parsed.error.issues, given.blocks, 'blocks'));
  }
  const blocks = parsed.data;
  const problems = [...findRepeatedIds(blocks), ...findMissingFiles(blocks, workspace.files)];
  if (problems.length > 0) return refuse('invalid_blocks', problems);
  if (text === '' && blocks.length === 0) return refuse('no_text', ['there is neither text nor blocks']);
  const shown = blocks.length === 0 ? [{ where: 'text', text, marked: true }] : listShown(blocks);
  const tooLong = findTooLong(text, shown);
  if (tooLong !== undefined) return refuse(blocks.length === 0 ? 'msg_too_long' : 'msg_blocks_too_long', [tooLong]);
  if (text === '') journal.violate(`${subject}: there are blocks but no text, which notifications and readers need`);
  const everything = blocks.length === 0 ? shown : [{ where: 'text', text, marked: true }, ...shown];
  return { kind: 'accepted', content: { text, blocks, markups: findMarkups(everything) } };
}

function findTooLong(text: string, shown: readonly Shown[]): string | undefined {
  if (text.length > MOST_TEXT) return `text is ${renderCount(text.length)} characters long, the limit is 40 000`;
  let length = 0;
  for (const piece of shown) length += piece.text.length;
  if (length <= MOST_SHOWN) return undefined;
  return `the message shows ${renderCount(length)} characters in all, the limit is ${renderCount(MOST_SHOWN)}`;
}

/** Identifiers that stand twice: of blocks, or of actions in one block. */
export function findRepeatedIds(blocks: readonly Block[]): readonly string[] {
  const blockIds = findRepeated(blocks.map((block) => block.block_id));
  const problems = blockIds.map((id) => `the block_id « ${id} » stands twice`);
  for (const [index, block] of blocks.entries()) {
    const ids = findRepeated(listElements([block]).map(({ element }) => element.action_id));
    problems.push(...ids.map((id) => `blocks[${index}] has the action_id « ${id} » twice`));
  }
  return problems;
}

function findRepeated(ids: readonly (string | undefined)[]): readonly string[] {
  const known = ids.filter((id) => id !== undefined);
  return [...new Set(known.filter((id, index) => known.indexOf(id) !== index))];
}
