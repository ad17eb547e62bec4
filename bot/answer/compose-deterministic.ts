import { placeCitations } from './citations/place-citations.ts';
import type { Composer, Materials, Segment } from './compose.ts';
import type { Enonce } from './enonce.ts';
import type { Found } from './retrieve-passages.ts';
import { selectRelevant } from './select-relevant.ts';
import type { Situation } from './situate/situation.ts';
import { asksHistory } from './weigh-time.ts';

/** From which confidence a passage may stand beside a computed answer. */
const SUPPORT = 0.6;
/** From which confidence one shared figure is enough to say that the asker read this passage. */
const QUOTED = 0.6;
/** How far below the best passage another one may stand and still be said; one that tells what changed, when asked. */
const GAP = { alone: 1.6, share: 0.2, support: 1, change: 2.2 };
/** Passages said at most: alone, beside a computed answer, beside a gap. */
const MOST = { alone: 3, support: 1, gap: 2 };

type Candidate = Materials['passages'][number];

/** The composer that needs no model: computed claims first, then the passages that stand out. */
export function createDeterministicComposer(): Composer {
  return {
    name: 'deterministic',
    compose(materials) {
      const enonces = placeCitations(choose(materials), materials);
      return Promise.resolve(enonces.map((enonce): Segment => ({ type: 'enonce', enonce })));
    },
  };
}

function choose(materials: Materials): readonly Enonce[] {
  const { calculs, passages, situation, isSimilar } = materials;
  const relevant = selectRelevant(materials);
  // A passage that quotes several of the asker's figures is what she read: it comes first.
  const known = calculs.filter(({ id }) => id !== 'enonce-montant-inconnu');
  const quoted = relevant.filter(({ found }) => isQuoted(found, situation, known.length > 0)).slice(0, 1);
  const chosen: Enonce[] = [];
  function say(enonce: Enonce): void {
    if (!chosen.some((other) => other.id === enonce.id || isSimilar(other, enonce))) chosen.push(enonce);
  }
  for (const candidate of quoted) sayWithReplacement(candidate, materials, say);
  // An amount that nobody knows is worth a line only when nothing else answers.
  for (const enonce of known.length > 0 ? known : calculs) {
    if (isExplained(enonce, quoted)) continue;
    // What holds today may have been said already, in place of what the asker read.
    if (enonce.id === 'enonce-montant-regle') say(enonce);
    else chosen.push(enonce);
  }
  for (const candidate of putChangeFirst(selectPassages(relevant, materials), relevant, materials)) {
    if (!sayRelated(candidate, materials, chosen)) sayWithReplacement(candidate, materials, say);
  }
  const [first] = chosen;
  const leading = first && passages.find(({ enonce }) => enonce === first);
  return leading && contradicts(leading.found, situation) ? [materials.notInForce, ...chosen] : chosen;
}

/** What the asker takes for true is a passage that was never, or is no longer, the rule. */
export function contradicts({ past, sharedFigures }: Found, situation: Situation): boolean {
  return past && sharedFigures > 0 && claims(situation);
}

/** The asker takes something for true and wants to know; asking about the past claims nothing. */
function claims(situation: Situation): boolean {
  return situation.affirme && !asksHistory(situation);
}

/** A rule is told with what it was before when that is asked, and a contested value with the other one. */
function sayRelated(candidate: Candidate, materials: Materials, chosen: Enonce[]): boolean {
  const related = findRelated(candidate, materials);
  if (related.length === 0 || related.some((enonce) => chosen.some((other) => other.id === enonce.id))) return false;
  chosen.push(...related);
  return true;
}

/** What is told in place of a passage: the rule before and since, or both sources that contradict one another. */
export function findRelated({ found }: Candidate, { relations }: Materials): readonly Enonce[] {
  const all = [...relations.changes, ...relations.divergences];
  return all.find(({ passages }) => passages.includes(found.passage.id))?.enonces ?? [];
}

/** When what changed is asked, the rule that did comes first, if it stands near the best and covers as much. */
function putChangeFirst(selected: readonly Candidate[], relevant: readonly Candidate[], { relations }: Materials) {
  const [best] = selected;
  const changed = relevant.find(({ found }) =>
    relations.changes.some(({ passages }) => passages.includes(found.passage.id)),
  );
  if (!best || !changed || changed.found.coverage < best.found.coverage) return selected;
  if (changed.found.score < best.found.score - GAP.change) return selected;
  return [changed, ...selected.filter((candidate) => candidate !== changed)];
}

/** A proposal or an expired rule is followed by what holds instead. */
function sayWithReplacement(candidate: Candidate, materials: Materials, say: (enonce: Enonce) => void): void {
  say(candidate.enonce);
  const replacement = findNeeded(candidate, materials);
  if (replacement) say(replacement);
}

/** What must follow a proposal or an expired rule: what holds instead. */
export function findNeeded({ found }: Candidate, materials: Materials): Enonce | undefined {
  // In a question about the past, an expired rule is the answer; a proposal never was one.
  const needed =
    found.past &&
    (found.passage.statut === 'proposition' || found.sharedFigures > 0 || !asksHistory(materials.situation));
  return needed ? materials.findReplacement(found.passage.id) : undefined;
}

function selectPassages(relevant: readonly Candidate[], { calculs, situation }: Materials): readonly Candidate[] {
  const claims = calculs.filter(({ statut }) => statut !== null);
  const [best] = relevant;
  if (!best) return [];
  if (claims.length === 0) {
    const least = best.found.score - Math.max(GAP.alone, GAP.share * best.found.score);
    return relevant.filter(({ found }) => found.score >= least).slice(0, MOST.alone);
  }
  // Beside a computed answer, a passage is said only if it speaks of the same thing and is not its very source.
  const themes = new Set(situation.intentions.flatMap((intention) => intention.themes));
  const subjects = new Set([...situation.concepts].filter((concept) => themes.has(concept)));
  const cited = new Set(claims.flatMap(({ references }) => references.map(({ passage }) => passage)));
  const gapOnly = claims[0]?.statut === 'absent';
  return relevant
    .filter(({ found }) => found.score >= best.found.score - GAP.support)
    .filter(({ found }) => !cited.has(found.passage.id) && (found.passage.statut !== 'absent' || gapOnly))
    .filter(({ found }) => gapOnly || found.sharedFigures > 0 || supports(found, subjects))
    .slice(0, gapOnly ? MOST.gap : MOST.support);
}

function supports({ confidence, passage }: Found, subjects: ReadonlySet<string>): boolean {
  return confidence >= SUPPORT && passage.themes.some((theme) => subjects.has(theme));
}

/** What the asker read: several of her figures, or the one figure of a passage that covers her words. */
function isQuoted(found: Found, { faits }: Situation, computed: boolean): boolean {
  const missions = Object.keys(faits.missions ?? {});
  if (missions.length > 0 && !missions.some((code) => found.passage.themes.includes(code))) return false;
  if (found.sharedFigures > 1) return found.past;
  const told = found.past || found.passage.statut === 'historique';
  return !computed && told && found.sharedFigures === 1 && found.confidence >= QUOTED;
}

/** The meanings of an amount need no list when the passage the asker read is quoted. */
function isExplained({ id }: Enonce, quoted: readonly Candidate[]): boolean {
  return quoted.length > 0 && id.startsWith('enonce-montant') && id !== 'enonce-montant-regle';
}
