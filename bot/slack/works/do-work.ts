import type { Work } from '#bot/store/ports/works.ts';
import { toIncident } from '#bot/tell-error.ts';
import { BotError } from '#corpus/law/bot-error.ts';
import type { SlackContext } from '../slack-context.ts';
import type { InSlot } from './create-slots.ts';
import type { Acknowledge, OpenWork, WorkInHand, WorkKind } from './work-kind.ts';

/** Where works are done. */
export type Bench = {
  readonly kinds: ReadonlyMap<string, WorkKind>;
  readonly context: SlackContext;
  readonly noteLeft: (code: string, error: unknown) => void;
  /** `isLeft`: works wait in the store; `isCrowded`: more of them than are taken up at once. */
  readonly status: { isStopped: boolean; isLeft: boolean; isCrowded: boolean };
  /** Lets few answers of works taken up be made at once, so that none is counted for what another does. */
  readonly inSlot: InSlot;
  /** Takes up works that are left, when there is room for some. */
  readonly takeUpIfRoom: () => void;
};

/**
 * Begun again so many times without coming to an end, a work is given up: it may be what ends the process.
 * Not sooner, since the first in the row is under way whenever something else ends it.
 */
const MOST_TRIES = 10;
/** Works under way at once, of some 20 kB each; what more comes stays in the store for later. */
const MOST_WORKS = 300;
/** Failures that leave no way to the person: the work waits for a better moment. */
const UNREACHABLE: ReadonlySet<string> = new Set(['ERR_SLACK_JETON', 'ERR_SLACK_INJOIGNABLE', 'ERR_SLACK_ARRET']);

/** Whether works that are left may be taken up. */
export function hasRoom({ countWorks }: SlackContext): boolean {
  return countWorks() < MOST_WORKS / 2;
}

/** Does a work to its end, in its order; false when it is left for later. */
export async function doWork(work: Work, bench: Bench, acknowledge?: Acknowledge): Promise<boolean> {
  const opened = openWork(work, bench);
  const isTakenUp = false;
  return inItsOrder(opened, bench, () => run(work, opened, { acknowledge, isTakenUp }, bench));
}

/** The same for a work that was left; given up when it never comes to an end. */
export async function doAgain(work: Work, bench: Bench): Promise<boolean> {
  const opened = openWork(work, bench);
  return inItsOrder(opened, bench, () => {
    if (work.tries >= MOST_TRIES) return giveUp(work, opened, bench);
    bench.context.meters.takenUp();
    return run(work, opened, { isTakenUp: true }, bench);
  });
}

function inItsOrder<T>(opened: OpenWork | undefined, { context }: Bench, work: () => Promise<T>): Promise<T> {
  return opened?.order === undefined ? work() : context.inOrder(opened.order, work);
}

/** How the work came to be done. */
type Past = Pick<WorkInHand, 'isTakenUp' | 'acknowledge'>;

async function run(work: Work, opened: OpenWork | undefined, past: Past, bench: Bench): Promise<boolean> {
  const { context, status, noteLeft, takeUpIfRoom } = bench;
  const { store, team } = context;
  if (status.isStopped) return false;
  try {
    if (context.countWorks() > MOST_WORKS) throw createOverloadedError();
    await opened?.run(createHand(work, past, bench), context);
  } catch (error) {
    if (isPassing(error)) {
      status.isLeft = true;
      noteLeft(error.code, error);
      return false;
    }
    await opened?.tell(error, context);
  }
  await orNote(context, () => store.finishWork(team, work.id));
  takeUpIfRoom();
  return true;
}

async function giveUp(work: Work, opened: OpenWork | undefined, { context }: Bench): Promise<boolean> {
  const remedy =
    'Cherchez dans le journal ce qui arrête le bot ; la personne est prévenue, et peut reposer sa question.';
  const error = new BotError('ERR_TRAVAIL_ABANDONNE', 'un travail repris plusieurs fois n’aboutit jamais', remedy);
  await opened?.tell(error, context);
  await orNote(context, () => context.store.finishWork(context.team, work.id));
  return true;
}

function createHand({ receivedAt, sending, id, tries }: Work, past: Past, bench: Bench): WorkInHand {
  const { context, status, inSlot } = bench;
  const noteTries = (count: number) => orNote(context, () => context.store.noteTries(context.team, id, count));
  return {
    ...past,
    receivedAt,
    sending,
    async attempt(make) {
      if (!past.isTakenUp) return make();
      return inSlot(async () => {
        await noteTries(tries + 1);
        const made = await make();
        await noteTries(tries);
        return made;
      });
    },
    async noteSending(intended) {
      if (status.isStopped) throw createStoppedError();
      await orNote(context, () => context.store.noteSending(context.team, id, intended));
    },
  };
}

function openWork({ kind, payload }: Work, { kinds, context }: Bench): OpenWork | undefined {
  try {
    const known = kinds.get(kind);
    if (known) return known.open(payload);
    throw new BotError('ERR_TRAVAIL_ILLISIBLE', `un travail d'un genre inconnu attend (${kind})`, 'Il est abandonné.');
  } catch (error) {
    context.journal(toIncident(error));
    return undefined;
  }
}

/** The store may fail: the person has her answer all the same. */
async function orNote({ journal }: SlackContext, ask: () => Promise<void>): Promise<void> {
  try {
    await ask();
  } catch (error) {
    journal(toIncident(error));
  }
}

function isPassing(error: unknown): error is BotError {
  return error instanceof BotError && (UNREACHABLE.has(error.code) || error.code === 'ERR_SLACK_ENCOMBRE');
}

function createOverloadedError(): BotError {
  return new BotError(
    'ERR_SLACK_ENCOMBRE',
    'trop de réponses attendent que Slack les prenne : les suivantes attendent leur tour',
    "Vérifiez le réseau et l'état de Slack.",
  );
}

function createStoppedError(): BotError {
  return new BotError('ERR_SLACK_ARRET', "le bot s'arrête avant d'avoir répondu", 'Il répondra quand il redémarrera.');
}
