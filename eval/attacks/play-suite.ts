import type { Assembly } from '#bot/assemble.ts';
import { playFaults } from './faults.ts';
import { createJudge } from './judge-answer.ts';
import { loadAttaques, loadHonnetes } from './load-attacks.ts';
import { playAttaques, playHonnetes, type Tally } from './play-attacks.ts';
import { playGenerated } from './play-generated.ts';
import { openEndpointRoad } from './roads.ts';

/** How hostile outputs went, by kind, and the honest drafts that were blocked. */
export type Suite = {
  readonly tallies: readonly Tally[];
  readonly honest: { readonly played: number; readonly blocked: readonly string[] };
};

/** Drafts to generate, from which seed; one written draft out of `every` is played, all when not given. */
export type Extent = { readonly count: number; readonly seed: number; readonly every?: number };

/** Plays hostile and honest outputs through a real endpoint on the loopback. */
export async function playSuite(assembly: Assembly, { every = 1, ...generation }: Extent): Promise<Suite> {
  const keep = <T>(list: readonly T[]) => list.filter((_, at) => at % every === 0);
  const judge = createJudge(assembly);
  const road = await openEndpointRoad(assembly);
  const tallies: Tally[] = [];
  for (const { brouillons, sorties, appels, ...rest } of loadAttaques()) {
    const played = { ...rest, brouillons: keep(brouillons), sorties: keep(sorties), appels: keep(appels) };
    tallies.push(await playAttaques(played, road, judge));
  }
  tallies.push(...(await playGenerated(assembly, { road, judge, generation })));
  tallies.push(await playFaults(assembly, judge));
  const honest = { played: 0, blocked: [] as string[] };
  for (const honnetes of loadHonnetes()) {
    const { played, shown } = await playHonnetes({ ...honnetes, brouillons: keep(honnetes.brouillons) }, road);
    honest.played += played;
    honest.blocked.push(...shown);
  }
  await road.stop();
  return { tallies, honest };
}
