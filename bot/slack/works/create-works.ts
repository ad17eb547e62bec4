import type { Work } from '#bot/store/ports/works.ts';
import { toIncident } from '#bot/tell-error.ts';
import type { SlackContext } from '../slack-context.ts';
import { createHeld } from './create-held.ts';
import { createSlots } from './create-slots.ts';
import { type Bench, doAgain, doWork, hasRoom } from './do-work.ts';
import type { Acknowledge, WorkKind } from './work-kind.ts';
import type { HeardWork, Works } from './works.ts';

/** What the works are built on. */
export type WorksParts = {
  readonly kinds: readonly WorkKind[];
  readonly context: SlackContext;
  /** Follows what is begun beside the listeners. */
  readonly track: <T>(work: Promise<T>) => Promise<T>;
  /** Notes that a work is left for later, with what hinders it and its code. */
  readonly noteLeft: (code: string, error: unknown) => void;
};

/** Answers of works taken up that are made side by side, when a model makes us wait for each. */
const MOST_WITH_MODEL = 8;
/** Works taken up at once. */
const MOST_TAKEN_UP = 100;
/** Works done without being kept whose names are remembered. */
const MOST_UNKEPT = 1000;

/** Builds the works of a workspace. */
export function createWorks({ kinds, context, track, noteLeft }: WorksParts): Works {
  const byName = new Map(kinds.map((kind) => [kind.name, kind]));
  const status = { isStopped: false, isLeft: false, isCrowded: false };
  const inSlot = createSlots(context.assembly.guidance ? MOST_WITH_MODEL : 1);
  function takeUpIfRoom(): void {
    if (hasRoom(context)) void takeUpLeft();
  }
  const bench: Bench = { kinds: byName, context, noteLeft, status, inSlot, takeUpIfRoom };
  const held = createHeld();
  const receive = createReceiver(bench);

  let taking: Promise<void> | undefined;

  function takeUp(): Promise<void> {
    taking ??= takeUpOldest().finally(() => {
      taking = undefined;
    });
    return taking;
  }

  /** Some at a time, oldest first: after a long stop there may be thousands, and each answer takes room. */
  async function takeUpOldest(): Promise<void> {
    status.isLeft = false;
    const works = (await listWorks(context)).filter(({ id }) => !held.has(id));
    status.isCrowded = works.length > MOST_TAKEN_UP;
    status.isLeft ||= status.isCrowded;
    for (const work of works.slice(0, MOST_TAKEN_UP)) void track(held.hold(work.id, () => doAgain(work, bench)));
  }

  async function takeUpLeft(): Promise<void> {
    if (status.isLeft && !status.isStopped) await takeUp();
  }

  return {
    receive: (heard, acknowledge) => held.hold(heard.id, () => receive(heard, acknowledge)),
    takeUp,
    takeUpLeft,
    stop() {
      status.isStopped = true;
    },
  };
}

async function listWorks({ store, team, journal }: SlackContext): Promise<readonly Work[]> {
  try {
    return await store.takeUpWorks(team);
  } catch (error) {
    journal(toIncident(error));
    return [];
  }
}

/** Keeps, acknowledges, does. */
function createReceiver(bench: Bench): (heard: HeardWork, acknowledge: Acknowledge) => Promise<boolean> {
  const unkept = new Map<string, Promise<boolean>>();

  /** It is acknowledged once it is done, and Slack sends it again if that takes long: its names must then be known. */
  async function doUnkept(work: Work, acknowledge: Acknowledge): Promise<void> {
    const doing = unkept.get(work.id) ?? doWork(work, bench, acknowledge);
    unkept.set(work.id, doing);
    const [oldest] = unkept.keys();
    if (unkept.size > MOST_UNKEPT && oldest !== undefined) unkept.delete(oldest);
    if (await doing) await acknowledge();
    else unkept.delete(work.id);
  }

  return async function receive(heard, given) {
    const { context, kinds } = bench;
    const acknowledge = toOnce(given, context);
    const { id, kind, payload, user } = heard;
    const work = { id, kind, payload: JSON.stringify(payload), user, receivedAt: context.now(), tries: 0 };
    const isNew = unkept.has(id) ? undefined : await keep(heard, work, context);
    if (isNew === undefined) {
      await doUnkept(work, acknowledge);
      return true;
    }
    if (isNew && kinds.get(kind)?.answersInAck) await doWork(work, bench, acknowledge);
    await acknowledge();
    if (isNew && !kinds.get(kind)?.answersInAck) await doInTurn(work, bench);
    return isNew;
  };
}

/** Behind those that wait, in their order: a question may go on from one of them. */
async function doInTurn(work: Work, bench: Bench): Promise<void> {
  if (!bench.status.isCrowded) return void (await doWork(work, bench));
  bench.status.isLeft = true;
  bench.takeUpIfRoom();
}

/** Whether the work is new; undefined when the store fails. */
async function keep({ names }: HeardWork, work: Work, { store, team, journal }: SlackContext) {
  try {
    return await store.receiveWork(team, names, work, work.receivedAt);
  } catch (error) {
    journal(toIncident(error));
    return undefined;
  }
}

/** Acknowledges at most once; an acknowledgement that is lost keeps nobody from the answer, unless it carries it. */
function toOnce(acknowledge: Acknowledge, { journal }: SlackContext): Acknowledge {
  let isDone = false;
  return async function acknowledgeOnce(reply) {
    if (isDone) return;
    isDone = true;
    try {
      await acknowledge(reply);
    } catch (error) {
      if (reply) throw error;
      journal(toIncident(error));
    }
  };
}
