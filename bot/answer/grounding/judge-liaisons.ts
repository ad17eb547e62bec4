import type { Materials, Segment } from '../compose.ts';
import { checkBorders } from './check-borders.ts';
import { checkFraming } from './check-framing.ts';
import { checkMeaning } from './check-meaning.ts';
import { checkPolarity } from './check-polarity.ts';
import { checkWords, holdsFigure } from './check-words.ts';
import { MOTIFS, type Motif } from './regles.ts';
import { listRuns } from './runs.ts';

/** Why the linking words of a draft cannot be shown, each reason once; none when they only link. */
export function judgeLiaisons(segments: readonly Segment[], materials: Materials): readonly Motif[] {
  if (!segments.some((segment) => segment.type === 'liaison' && segment.words.trim() !== '')) return [];
  const liaisons = materials.openLiaisons();
  const runs = listRuns(segments, liaisons);
  const found = new Set<Motif>(holdsFigure(segments, liaisons) ? ['chiffre'] : []);
  for (const run of runs) {
    for (const motif of checkWords(run, materials, liaisons)) found.add(motif);
    for (const motif of checkBorders(run, liaisons)) found.add(motif);
    for (const motif of checkMeaning(run, liaisons)) found.add(motif);
    for (const motif of checkPolarity(run, materials, liaisons)) found.add(motif);
    for (const motif of checkFraming(run, materials, liaisons)) found.add(motif);
  }
  return MOTIFS.filter((motif) => found.has(motif));
}
