/**
 * What a year of digests and reminders must be, worked out apart from the planner: days by the clock of the machine's
 * zone database, public holidays by the date of Easter, no code shared with what is tested.
 */

/** A subscriber of the simulated year; days are ISO strings. */
export type Simule = {
  readonly channel: string;
  /** 1 for Monday to 7, or a day of the month when `mensuel`. */
  readonly jour: number;
  readonly mensuel: boolean;
  readonly heure: string;
  readonly fuseau: string;
  readonly region: string;
  readonly rappels: readonly number[];
  readonly communautes: readonly {
    readonly id: string;
    readonly dates: readonly { readonly code: string; readonly date: string }[];
    /** Day from which nothing is reminded of, by code: it is done. */
    readonly faits: Readonly<Record<string, string>>;
  }[];
};

/** Keys of all that must be sent on the days of a year, « digest|*|C1|2026-S03|2026-01-12 ». */
export function listExpected(simules: readonly Simule[], first: string, last: string): readonly string[] {
  return simules.flatMap((simule) => {
    const digests = listDigests(simule, first, last);
    const taken = new Set(digests.map(({ day }) => day));
    const rappels = simule.communautes.flatMap(({ id, dates, faits }) => {
      const days = dates.flatMap(({ code, date }) =>
        simule.rappels
          .map((lead) => toWorked(shift(date, -lead), simule.region, -1))
          .filter((day) => day <= date && day >= first && day <= last && day < (faits[code] ?? '9999')),
      );
      return [...new Set(days)]
        .filter((day) => !taken.has(day))
        .map((day) => `rappel|${id}|${simule.channel}|${day}|${day}`);
    });
    return [...digests.map(({ periode, day }) => `digest|*|${simule.channel}|${periode}|${day}`), ...rappels];
  });
}

function listDigests({ jour, mensuel, region }: Simule, first: string, last: string) {
  const found: { readonly day: string; readonly periode: string }[] = [];
  for (let own = shift(first, -15); own <= last; own = shift(own, 1)) {
    const date = toDate(own);
    const end = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
    const isOwn = mensuel ? date.getUTCDate() === Math.min(jour, end) : (date.getUTCDay() || 7) === jour;
    const day = isOwn ? toWorked(own, region, 1) : '';
    if (day >= first && day <= last && day !== '')
      found.push({ day, periode: mensuel ? own.slice(0, 7) : toWeek(own) });
  }
  return found;
}

/** Week of ISO 8601, by the ordinal day of its Thursday. */
function toWeek(day: string): string {
  const date = toDate(day);
  const thursday = new Date(date.getTime() + (4 - (date.getUTCDay() || 7)) * DAY_MS);
  const ordinal = (thursday.getTime() - Date.UTC(thursday.getUTCFullYear(), 0, 1)) / DAY_MS;
  return `${thursday.getUTCFullYear()}-S${String(Math.floor(ordinal / 7) + 1).padStart(2, '0')}`;
}

function toWorked(day: string, region: string, step: number): string {
  let moved = day;
  while (isOff(moved, region)) moved = shift(moved, step);
  return moved;
}

function isOff(day: string, region: string): boolean {
  const weekday = toDate(day).getUTCDay();
  return weekday === 0 || weekday === 6 || listHolidays(Number(day.slice(0, 4)), region).has(day);
}

const known = new Map<string, ReadonlySet<string>>();

function listHolidays(year: number, region: string): ReadonlySet<string> {
  const key = `${year} ${region}`;
  const found = known.get(key);
  if (found) return found;
  const fixed = ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25', ...(REGIONS[region] ?? [])];
  const easter = toEaster(year);
  const moving = [1, 39, 50, ...(GOOD_FRIDAY.has(region) ? [-2] : [])];
  const days = new Set([
    ...fixed.map((monthDay) => `${year}-${monthDay}`),
    ...moving.map((days) => shift(easter, days)),
  ]);
  known.set(key, days);
  return days;
}

/** Days of their own of the regions that the test uses (code du travail, local days of commemoration). */
const REGIONS: Readonly<Record<string, readonly string[]>> = {
  'alsace-moselle': ['12-26'],
  reunion: ['12-20'],
};
const GOOD_FRIDAY: ReadonlySet<string> = new Set(['alsace-moselle']);

/** Sunday of Easter, by Gauss. */
function toEaster(year: number): string {
  const a = year % 19;
  const [b, c] = [Math.floor(year / 100), year % 100];
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
  return `${year}-${String(Math.floor(f / 31)).padStart(2, '0')}-${String((f % 31) + 1).padStart(2, '0')}`;
}

const DAY_MS = 86_400_000;

function toDate(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

function shift(day: string, days: number): string {
  return new Date(toDate(day).getTime() + days * DAY_MS).toISOString().slice(0, 10);
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** Day and hour somewhere: « 2026-03-29 09:00 ». */
export function tellTime(moment: number, zone: string): string {
  const clock =
    clocks.get(zone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  clocks.set(zone, clock);
  return clock.format(moment);
}
