import { findRepeatedIds } from '../content/check-content.ts';
import { findMissingFiles } from '../content/find-missing-files.ts';
import { listElements } from '../content/list-elements.ts';
import { type Reply, refuse } from '../methods/reply.ts';
import type { Block } from '../schemas/block-schemas.ts';
import { explainIssues } from '../schemas/explain-issues.ts';
import type { World } from '../world.ts';
import { View } from './view-schemas.ts';

/** A view that may be shown, or the refusal. */
export type CheckedView =
  | { readonly kind: 'accepted'; readonly view: View }
  | { readonly kind: 'refused'; readonly reply: Reply };

/** The most that a view weighs, in bytes. */
const MOST_BYTES = 250_000;

/**
 * Checks a view of the bot against the limits of Slack.
 * @param subject who gave it, for the violations
 * @param type what it must be there
 */
export function checkView(subject: string, given: unknown, type: View['type'], world: World): CheckedView {
  const fail = (error: string, details: readonly string[]): CheckedView => {
    for (const detail of details) world.journal.violate(`${subject}: ${detail}`);
    return { kind: 'refused', reply: refuse(error, details) };
  };
  if (typeof given !== 'object' || given === null) return fail('invalid_arguments', ['view is not an object']);
  if (Buffer.byteLength(JSON.stringify(given)) > MOST_BYTES) return fail('view_too_large', ['view weighs over 250 kB']);
  const parsed = View.safeParse(given);
  if (!parsed.success) return fail('invalid_arguments', explainIssues(parsed.error.issues, given, 'view'));
  const view = parsed.data;
  if (view.type !== type) return fail('invalid_arguments', [`view is a ${view.type}, not a ${type}`]);
  const problems = [...findRepeatedIds(view.blocks), ...findTwoFocused(view.blocks)];
  problems.push(...findMissingFiles(view.blocks, world.workspace.files));
  return problems.length === 0 ? { kind: 'accepted', view } : fail('invalid_arguments', problems);
}

/** Finds an external identifier that another view of the team has. */
export function isTaken({ external_id: id }: View, except: string | undefined, { workspace }: World): boolean {
  if (id === undefined || id === '') return false;
  const all = [...workspace.views.homes.values(), ...[...workspace.views.windows.values()].flat()];
  return all.some((shown) => shown.given.external_id === id && shown.id !== except);
}

function findTwoFocused(blocks: readonly Block[]): readonly string[] {
  const focused = listElements(blocks).filter(({ element }) => 'focus_on_load' in element && element.focus_on_load);
  return focused.length > 1 ? ['view has several elements with focus_on_load'] : [];
}
