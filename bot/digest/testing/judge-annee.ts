import { listExpected, type Simule, tellTime } from './expect-annee.ts';
import type { Parti } from './simulate-annee.ts';

/** The simulated year, and some days at its borders for the zones that are ahead or behind. */
export const SPAN = { du: Date.parse('2026-01-01T22:00:00Z'), au: Date.parse('2027-01-03T12:00:00Z') };

/** Whole days of every zone: what falls on the borders is left to neither side. */
const [FIRST, LAST] = ['2026-01-04', '2027-01-01'];

/** What left in a year against what had to. */
export function judgeAnnee(simules: readonly Simule[], partis: readonly Parti[]) {
  const byChannel = new Map(simules.map((simule) => [simule.channel, simule]));
  const within = partis.filter(({ key }) => toDay(key) >= FIRST && toDay(key) <= LAST);
  const expected = new Set(listExpected(simules, FIRST, LAST));
  const found = new Set(within.map(({ key }) => key));
  return {
    expected: expected.size,
    rappels: [...expected].filter((key) => key.startsWith('rappel')).length,
    missing: [...expected].filter((key) => !found.has(key)),
    extra: [...found].filter((key) => !expected.has(key)),
    repeated: [...Map.groupBy(within, ({ key }) => key)].filter(([, all]) => all.length > 1).map(([key]) => key),
    wrongHour: within.filter(({ key, at }) => {
      const simule = byChannel.get(key.split('|')[2] ?? '');
      return !simule || tellTime(at, simule.fuseau) !== `${toDay(key)} ${simule.heure}`;
    }),
  };
}

/** Day of a key, which it ends with. */
function toDay(key: string): string {
  return key.slice(-'AAAA-MM-JJ'.length);
}
