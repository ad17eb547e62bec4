import type { Composer, Materials, Segment } from './compose.ts';
import type { Enonce } from './enonce.ts';
import type { Found } from './retrieve-passages.ts';

/** From which confidence a passage answers by itself; chosen on the questions of `eval/` (see DESIGN.md). */
const CONFIDENT = 0.42;
/** A passage whose theme is named needs less. */
const CONFIDENT_ON_THEME = 0.2;
/** How far below the best passage another one may stand and still be said. */
const GAP = { alone: 1.3, support: 0.9 };
/** Passages said at most: alone, and beside a computed answer. */
const MOST = { alone: 3, support: 1 };

/** The composer that needs no model: computed claims first, then the passages that stand out. */
export function createDeterministicComposer(): Composer {
  return {
    name: 'deterministic',
    compose: (materials) => Promise.resolve(choose(materials).map((enonce): Segment => ({ type: 'enonce', enonce }))),
  };
}

function choose(materials: Materials): readonly Enonce[] {
  const { calculs, findReplacement } = materials;
  const chosen: Enonce[] = [...calculs];
  for (const { found, enonce } of selectPassages(materials)) {
    if (chosen.some((other) => other.id === enonce.id)) continue;
    chosen.push(enonce);
    const replacement = isRuleOfToday(found) ? undefined : findReplacement(found.passage.id);
    if (replacement && !chosen.some((other) => other.id === replacement.id)) chosen.push(replacement);
  }
  return chosen;
}

function selectPassages({ calculs, passages, situation }: Materials): Materials['passages'] {
  const claims = calculs.filter(({ statut }) => statut !== null);
  const relevant = passages.filter(({ found }) => isRelevant(found));
  const [best] = relevant;
  if (!best) return [];
  if (claims.length === 0) {
    return relevant.filter(({ found }) => found.score >= best.found.score - GAP.alone).slice(0, MOST.alone);
  }
  // Beside a computed answer, a passage is said only if it speaks of the same thing, or quotes the asker's figure.
  const themes = new Set(situation.intentions.flatMap((intention) => intention.themes));
  const gapOnly = claims.every(({ statut }) => statut === 'absent');
  return relevant
    .filter(({ found }) => found.score >= best.found.score - GAP.support)
    .filter(({ found }) => gapOnly || found.sameFigure || found.passage.themes.some((theme) => themes.has(theme)))
    .slice(0, gapOnly ? 2 : MOST.support);
}

/** Whether a passage really speaks of the question, not only better than the others. */
export function isRelevant({ confidence, themes, sameFigure }: Found): boolean {
  if (confidence >= CONFIDENT) return true;
  return confidence >= CONFIDENT_ON_THEME && (themes.length > 0 || sameFigure);
}

function isRuleOfToday({ passage }: Found): boolean {
  return passage.statut === 'en-vigueur';
}
