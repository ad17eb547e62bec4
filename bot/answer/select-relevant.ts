import type { Materials } from './compose.ts';
import type { Found } from './retrieve-passages.ts';
import type { Situation } from './situate/situation.ts';

type Candidate = Materials['passages'][number];

/** From which confidence a passage may answer by itself; below, a theme or a figure of the question must be shared. */
const CONFIDENT = { alone: 0.45, everyday: 0.55, withClue: 0.22, covering: 0.1 };
/** Passages of which one at least must be likely to answer. */
const FIRST = 3;

/**
 * Passages that really speak of the question, best first; empty when the corpus does not answer it.
 * A passage must share enough with the question, and one of the first must be likely to answer it; a gap that the
 * corpus itself tells is an answer whatever its probability. Words that no rule knows are no reason for silence when
 * the best passage is very likely the answer and the question is of the field.
 */
export function selectRelevant({ passages, calculs, situation, seuils }: Materials): readonly Candidate[] {
  const plausible = passages.filter(({ found }) => isPlausible(found, situation));
  // Beside what a tool computed, passages only support.
  if (calculs.length > 0) return plausible;
  const [best] = passages;
  if (plausible.length === 0) {
    return best && best.found.probability >= seuils.ouvre && isOfField(best.found, situation) ? [best] : [];
  }
  const likely = passages.slice(0, FIRST).some(({ found }) => found.probability >= seuils.tait);
  return likely ? plausible : plausible.filter(({ found }) => found.passage.statut === 'absent');
}

/** What somebody who understands the words may choose from: the relevant passages, and the likely ones besides. */
export function selectOffered(materials: Materials): readonly Candidate[] {
  const relevant = new Set(selectRelevant(materials));
  const { passages, seuils } = materials;
  return passages.filter((candidate) => relevant.has(candidate) || candidate.found.probability >= seuils.tait);
}

/** Whether a passage shares enough with the question, not only more than the others. */
function isPlausible({ confidence, themes, sharedFigures, coverage }: Found, { duDomaine }: Situation): boolean {
  const clues = themes.length + sharedFigures;
  // Everyday words (« combien gagne un médecin ») are found in many passages that answer nothing.
  if (confidence >= (duDomaine ? CONFIDENT.alone : CONFIDENT.everyday) && (duDomaine || clues > 0)) return true;
  if (coverage === 1 && duDomaine && confidence >= CONFIDENT.covering) return true;
  return confidence >= CONFIDENT.withClue && clues > (duDomaine ? 0 : 1);
}

/** A word of the field, or the asker's own community with a subject that the passage has. */
function isOfField({ themes, sharedFigures, named }: Found, { duDomaine, nous }: Situation): boolean {
  return duDomaine || (nous && themes.length + sharedFigures + named > 0);
}
