import type { Channel } from '#bot/testing/fake-slack/settings.ts';
import type { Script, Turn } from './load-scripts.ts';
import { drawIndex, type Random } from './random.ts';

/** A question to ask: those of one conversation share a thread. */
export type Planned = {
  readonly conversation: number;
  readonly place: Channel;
  readonly user: string;
  readonly turn: Turn;
  /** Milliseconds after which the event is sent again; undefined when it comes once. */
  readonly againMs: number | undefined;
};

const [CHANNELS, IMS, PEOPLE] = [150, 250, 400];
/** A place drawn is a channel as often as this; where people speak is not spread evenly. */
const CHANNEL_SHARE = 0.6;
/** A conversation drawn has several turns as often as this. */
const LONG_SHARE = 0.25;
/** Questions of others before somebody goes on. */
const [SHORTEST_PAUSE, PAUSE_SPREAD] = [50, 150];
const AGAIN_SHARE = 0.1;
/** Of the events sent again, those sent before the first could be acknowledged. */
const AT_ONCE_SHARE = 0.25;
const LONGEST_AGAIN_MS = 5000;

/** The channels and ims of a workspace where the bot is at home. */
export function listPlaces(): readonly Channel[] {
  return [
    ...Array.from(
      { length: CHANNELS },
      (_, index) => ({ id: `C0BENCH${index}`, kind: 'channel', member: true }) as const,
    ),
    ...Array.from(
      { length: IMS },
      (_, index) => ({ id: `D0BENCH${index}`, kind: 'im', member: true, user: `U0BENCH${index}` }) as const,
    ),
  ];
}

/** Draws that many questions: who asks what, where, in which thread, and which events come twice. */
export function makePlan(count: number, scripts: readonly Script[], random: Random): readonly Planned[] {
  const long = scripts.filter((script) => script.length > 1);
  const waiting: { readonly from: number; readonly planned: Planned; readonly rest: Script }[] = [];
  const plan: Planned[] = [];
  const places = listPlaces();
  while (plan.length < count) {
    const due = waiting.findIndex(({ from }) => from <= plan.length);
    const [next] = due < 0 ? [] : waiting.splice(due, 1);
    const script = next?.rest ?? draw(random() < LONG_SHARE ? long : scripts, random);
    const [turn, ...rest] = script;
    if (turn === undefined) throw new Error('a conversation without a turn');
    const begun = next?.planned ?? { conversation: plan.length, ...drawPlace(places, random) };
    const planned = { ...begun, turn, againMs: drawAgain(random) };
    plan.push(planned);
    const from = plan.length + SHORTEST_PAUSE + drawIndex(random, PAUSE_SPREAD);
    if (rest.length > 0) waiting.push({ from, planned, rest });
  }
  return plan;
}

function draw<T>(list: readonly T[], random: Random): T {
  const drawn = list[drawIndex(random, list.length)];
  if (drawn === undefined) throw new Error('nothing to draw from');
  return drawn;
}

/** Places at the head of each list are drawn more often, as some channels are busier. */
function drawPlace(places: readonly Channel[], random: Random): Pick<Planned, 'place' | 'user'> {
  const kind = random() < CHANNEL_SHARE ? 'channel' : 'im';
  const own = places.filter((place) => place.kind === kind);
  const place = own[Math.floor(random() ** 1.5 * own.length)];
  if (place === undefined) throw new Error(`no ${kind}`);
  return { place, user: place.user ?? `U0BENCH${drawIndex(random, PEOPLE)}` };
}

function drawAgain(random: Random): number | undefined {
  if (random() >= AGAIN_SHARE) return undefined;
  return random() < AT_ONCE_SHARE ? 0 : drawIndex(random, LONGEST_AGAIN_MS + 1);
}
