import { findFigures } from '#corpus/law/find-figures.ts';
import { renderLicensed } from '#corpus/law/licensed-text.ts';
import { listCitationEnonces } from './citations/citations.ts';
import type { Materials, Segment } from './compose.ts';
import type { Enonce } from './enonce.ts';

/**
 * What is wrong with a draft, as sentences for the composer; empty when it can be shown.
 * Every énoncé must be one that was offered, every claim must have a source, and linking words hold no figure.
 */
export function ground(segments: readonly Segment[], materials: Materials): readonly string[] {
  const offered = new Set([
    materials.notInForce,
    ...materials.calculs,
    ...materials.passages.map(({ enonce }) => enonce),
    ...listCitationEnonces(materials.citations),
  ]);
  const problems: string[] = [];
  for (const [index, segment] of segments.entries()) {
    if (segment.type === 'liaison') {
      if (findFigures(segment.words).length > 0) problems.push(`segment ${index}: linking words hold a figure`);
      continue;
    }
    const { enonce } = segment;
    const known = offered.has(enonce) || isReplacement(enonce, materials);
    if (!known) problems.push(`segment ${index}: unknown statement ${enonce.id}`);
    const claims = enonce.statut !== null && enonce.statut !== 'absent' && enonce.statut !== 'deduit';
    if (claims && enonce.references.length === 0) problems.push(`segment ${index}: claim without a source`);
  }
  return problems;
}

/** Made anew at each call: the same claim is the same words, not only the same name. */
function isReplacement(enonce: Enonce, { passages, findReplacement }: Materials): boolean {
  const { text } = renderLicensed(enonce.text);
  return passages.some(({ found }) => {
    const replacement = findReplacement(found.passage.id);
    return replacement?.id === enonce.id && renderLicensed(replacement.text).text === text;
  });
}
