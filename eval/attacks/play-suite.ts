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

/** Plays every hostile and honest output through a real endpoint on the loopback. */
export async function playSuite(
  assembly: Assembly,
  generation: { readonly count: number; readonly seed: number },
): Promise<Suite> {
  const judge = createJudge(assembly);
  const road = await openEndpointRoad(assembly);
  const tallies: Tally[] = [];
  for (const attaques of loadAttaques()) tallies.push(await playAttaques(attaques, road, judge));
  tallies.push(...(await playGenerated(assembly, { road, judge, generation })));
  tallies.push(await playFaults(assembly, judge));
  const honest = { played: 0, blocked: [] as string[] };
  for (const honnetes of loadHonnetes()) {
    const { played, shown } = await playHonnetes(honnetes, road);
    honest.played += played;
    honest.blocked.push(...shown);
  }
  await road.stop();
  return { tallies, honest };
}
