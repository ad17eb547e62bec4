import { renderLicensed } from '#corpus/law/licensed-text.ts';
import { listCitationEnonces } from './citations/citations.ts';
import type { Materials, Segment } from './compose.ts';
import type { Enonce } from './enonce.ts';
import { judgeLiaisons } from './grounding/judge-liaisons.ts';
import type { Motif } from './grounding/regles.ts';

/**
 * What is wrong with a draft, as sentences for who wrote it, without any figure; empty when it can be shown.
 * Every énoncé must be one that was offered, every claim must have a source, and linking words only link: known words,
 * no figure, no order, no rule, and no « yes » before a « no ».
 */
export function ground(segments: readonly Segment[], materials: Materials): readonly string[] {
  const motifs = [...judgeEnonces(segments, materials), ...judgeLiaisons(segments, materials)];
  if (motifs.length === 0) return [];
  const sentences = materials.openLiaisons().motifs;
  return motifs.map((motif) => sentences[motif]);
}

function judgeEnonces(segments: readonly Segment[], materials: Materials): readonly Motif[] {
  const offered = new Set([
    materials.notInForce,
    ...materials.calculs,
    ...materials.passages.map(({ enonce }) => enonce),
    ...[...materials.relations.changes, ...materials.relations.divergences].flatMap(({ enonces }) => enonces),
    ...listCitationEnonces(materials.citations),
  ]);
  const found = new Set<Motif>();
  for (const segment of segments) {
    if (segment.type === 'liaison') continue;
    const { enonce } = segment;
    if (!offered.has(enonce) && !isReplacement(enonce, materials)) found.add('enonce');
    const claims = enonce.statut !== null && enonce.statut !== 'absent' && enonce.statut !== 'deduit';
    if (claims && enonce.references.length === 0) found.add('source');
  }
  return [...found];
}

/** Made anew at each call: the same claim is the same words, not only the same name. */
function isReplacement(enonce: Enonce, { passages, findReplacement }: Materials): boolean {
  const { text } = renderLicensed(enonce.text);
  return passages.some(({ found }) => {
    const replacement = findReplacement(found.passage.id);
    return replacement?.id === enonce.id && renderLicensed(replacement.text).text === text;
  });
}
