import type { Composer, Materials, Segment } from './compose.ts';
import type { Enonce } from './enonce.ts';
import { asksHistory, type Found } from './retrieve-passages.ts';

/** From which confidence a passage answers by itself; below, a theme or a figure of the question must be shared. */
const CONFIDENT = { alone: 0.42, withClue: 0.2 };
/** How far below the best passage another one may stand and still be said. */
const GAP = { alone: 1.6, support: 1 };
/** Passages said at most: alone, beside a computed answer, beside a gap. */
const MOST = { alone: 3, support: 1, gap: 2 };

type Candidate = Materials['passages'][number];

/** The composer that needs no model: computed claims first, then the passages that stand out. */
export function createDeterministicComposer(): Composer {
  return {
    name: 'deterministic',
    compose: (materials) => Promise.resolve(choose(materials).map((enonce): Segment => ({ type: 'enonce', enonce }))),
  };
}

function choose(materials: Materials): readonly Enonce[] {
  const { calculs, passages, situation, isSimilar } = materials;
  const relevant = passages.filter(({ found }) => isRelevant(found));
  // A passage that quotes several of the asker's figures is what she read: it comes first.
  const quoted = relevant.filter(({ found }) => found.sharedFigures > 1 && isPast(found)).slice(0, 1);
  const chosen: Enonce[] = [];
  function say(enonce: Enonce): void {
    if (!chosen.some((other) => other.id === enonce.id || isSimilar(other, enonce))) chosen.push(enonce);
  }
  for (const candidate of quoted) sayWithReplacement(candidate, materials, say);
  for (const enonce of calculs) if (!isExplained(enonce, quoted)) chosen.push(enonce);
  for (const candidate of selectPassages(relevant, materials)) sayWithReplacement(candidate, materials, say);
  const [first] = chosen;
  const contradicts = first && isPastEnonce(first) && !asksHistory(situation);
  return contradicts ? [materials.notInForce, ...chosen] : chosen;
}

/** A proposal or an expired rule is followed by what holds instead. */
function sayWithReplacement({ found, enonce }: Candidate, materials: Materials, say: (enonce: Enonce) => void): void {
  say(enonce);
  const replacement = isPast(found) ? materials.findReplacement(found.passage.id) : undefined;
  if (replacement) say(replacement);
}

function selectPassages(relevant: readonly Candidate[], { calculs, situation }: Materials): readonly Candidate[] {
  const claims = calculs.filter(({ statut }) => statut !== null);
  const [best] = relevant;
  if (!best) return [];
  if (claims.length === 0) {
    return relevant.filter(({ found }) => found.score >= best.found.score - GAP.alone).slice(0, MOST.alone);
  }
  // Beside a computed answer, a passage is said only if it speaks of the same thing and is not its very source.
  const themes = new Set(situation.intentions.flatMap((intention) => intention.themes));
  const cited = new Set(claims.flatMap(({ references }) => references.map(({ passage }) => passage)));
  const gapOnly = claims[0]?.statut === 'absent';
  return relevant
    .filter(({ found }) => found.score >= best.found.score - GAP.support)
    .filter(({ found }) => !cited.has(found.passage.id) && (found.passage.statut !== 'absent' || gapOnly))
    .filter(({ found }) => (found.sharedFigures > 0 && isPast(found)) || found.passage.themes.some((theme) => themes.has(theme)))
    .slice(0, gapOnly ? MOST.gap : MOST.support);
}

/** Whether a passage really speaks of the question, not only better than the others. */
function isRelevant({ confidence, themes, sharedFigures }: Found): boolean {
  if (confidence >= CONFIDENT.alone) return true;
  return confidence >= CONFIDENT.withClue && (themes.length > 0 || sharedFigures > 0);
}

/** The meanings of an amount need no list when the passage the asker read is quoted. */
function isExplained({ id }: Enonce, quoted: readonly Candidate[]): boolean {
  return quoted.length > 0 && id.startsWith('enonce-montant') && id !== 'enonce-montant-regle';
}

function isPast({ passage }: Found): boolean {
  return passage.statut === 'proposition' || passage.statut === 'expire';
}

function isPastEnonce({ statut, origin }: Enonce): boolean {
  return origin.type === 'passage' && (statut === 'proposition' || statut === 'expire');
}
