import { z } from 'zod';
import { explainIssues } from '../schemas/explain-issues.ts';
import type { World } from '../world.ts';
import { changeView, closeWindow, pushWindow, replaceView } from './change-views.ts';
import { checkView } from './check-view.ts';
import type { ShownView } from './views.ts';

/** What became of a view that was submitted; `kept` when the bot did not answer as Slack expects. */
export type Outcome = 'closed' | 'errors' | 'updated' | 'pushed' | 'cleared' | 'kept';

const Answer = z.discriminatedUnion('response_action', [
  z.strictObject({
    response_action: z.literal('errors'),
    errors: z.record(z.string(), z.string().min(1)).refine((errors) => Object.keys(errors).length > 0, 'is empty'),
  }),
  z.strictObject({ response_action: z.literal('update'), view: z.unknown() }),
  z.strictObject({ response_action: z.literal('push'), view: z.unknown() }),
  z.strictObject({ response_action: z.literal('clear') }),
]);

const SUBJECT = 'acknowledgement of a submission';

/** Does to the screen what the bot answered to a submission: nothing closes the window. */
export function answerSubmission(shown: ShownView, response: unknown, world: World): Outcome {
  const isEmpty = typeof response !== 'object' || response === null || Object.keys(response).length === 0;
  if (isEmpty) {
    closeWindow(shown, false, world);
    return 'closed';
  }
  const parsed = Answer.safeParse(response);
  if (!parsed.success) {
    for (const problem of explainIssues(parsed.error.issues, response, 'it')) blame(problem, world);
    return 'kept';
  }
  const answer = parsed.data;
  switch (answer.response_action) {
    case 'errors':
      return showErrors(shown, answer.errors, world);
    case 'clear':
      closeWindow(shown, true, world);
      return 'cleared';
    case 'update': {
      const checked = checkView(SUBJECT, answer.view, 'modal', world);
      if (checked.kind === 'refused') return 'kept';
      changeView(shown, checked.view, world);
      return 'updated';
    }
    case 'push': {
      const checked = checkView(SUBJECT, answer.view, 'modal', world);
      if (checked.kind === 'refused') return 'kept';
      if (pushWindow(checked.view, shown.user, world) !== undefined) return 'pushed';
      blame('a fourth window is one too many', world);
      return 'kept';
    }
  }
}

/** Slack shows an error under a field; it knows no other place. */
function showErrors(shown: ShownView, errors: Readonly<Record<string, string>>, world: World): Outcome {
  const fields = new Set(shown.blocks.filter(({ type }) => type === 'input').map(({ block_id: id }) => id));
  const lost = Object.keys(errors).filter((id) => !fields.has(id));
  for (const id of lost) blame(`the view has no field « ${id} »`, world);
  if (lost.length > 0) return 'kept';
  replaceView({ ...shown, errors }, world);
  return 'errors';
}

function blame(problem: string, { journal }: World): void {
  journal.violate(`${SUBJECT}: ${problem}`);
}
