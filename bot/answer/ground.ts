import { findFigures } from '#corpus/law/find-figures.ts';
import type { Materials, Segment } from './compose.ts';

/**
 * What is wrong with a draft, as sentences for the composer; empty when it can be shown.
 * Every énoncé must be one that was offered, every claim must have a source, and linking words hold no figure.
 */
export function ground(segments: readonly Segment[], materials: Materials): readonly string[] {
  const offered = new Set([
    materials.notInForce,
    ...materials.calculs,
    ...materials.passages.map(({ enonce }) => enonce),
  ]);
  const problems: string[] = [];
  for (const [index, segment] of segments.entries()) {
    if (segment.type === 'liaison') {
      if (findFigures(segment.words).length > 0) problems.push(`segment ${index}: linking words hold a figure`);
      continue;
    }
    const { enonce } = segment;
    const known = offered.has(enonce) || isReplacement(enonce.id, materials);
    if (!known) problems.push(`segment ${index}: unknown statement ${enonce.id}`);
    const claims = enonce.statut !== null && enonce.statut !== 'absent' && enonce.statut !== 'deduit';
    if (claims && enonce.references.length === 0) problems.push(`segment ${index}: claim without a source`);
  }
  return problems;
}

function isReplacement(id: string, { passages, findReplacement }: Materials): boolean {
  return passages.some(({ found }) => findReplacement(found.passage.id)?.id === id);
}
