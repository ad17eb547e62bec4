import type { OnStep, Step } from '#bot/answer/step.ts';
import { toVisible } from '../outgoing/outgoing.ts';
import type { Say, SlackContext } from '../slack-context.ts';

/** The line that says what the bot is doing in a thread, until it writes there. */
export type StatusLine = {
  /** Shows a step; steps that come while one is being shown give way to the last of them. */
  readonly show: OnStep;
  /** Shows nothing more, once what is under way is settled: a line shown after the answer would stay. */
  readonly close: () => Promise<void>;
};

/** Opens the line of a thread, for a person; a step that cannot be shown keeps nobody from the answer. */
export function createStatusLine(
  { channel, threadTs, user }: { readonly channel: string; readonly threadTs: string; readonly user: string },
  { sender, sayIn, findLang }: Pick<SlackContext, 'sender' | 'sayIn' | 'findLang'>,
): StatusLine {
  let next: Step | undefined;
  let showing: Promise<void> | undefined;
  let [isShown, isClosed] = [false, false];

  async function showAll(): Promise<void> {
    const say = sayIn(await findLang(user));
    // The first one always: it tells that the question was heard.
    while (next && !(isClosed && isShown)) {
      const step = next;
      [next, isShown] = [undefined, true];
      // Nothing to do when it fails: the answer follows.
      await sender.showStatus(toVisible(tellStep(step, say)), channel, threadTs).catch(() => undefined);
    }
  }
  return {
    show(step) {
      if (isClosed) return;
      next = step;
      showing ??= showAll().finally(() => {
        showing = undefined;
      });
    },
    async close() {
      isClosed = true;
      await showing;
    },
  };
}

function tellStep(step: Step, say: Say) {
  switch (step.kind) {
    case 'cherche':
      return say('agent-etape-cherche');
    case 'modele':
      return say('agent-etape-modele');
    case 'verifie':
      return say('agent-etape-verifie');
    case 'calcule':
      return say(`agent-etape-calcul-${step.tool}`);
  }
}
