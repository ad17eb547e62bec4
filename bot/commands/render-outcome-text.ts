import type { LicensedText } from '#corpus/law/licensed-text.ts';
import type { Outcome } from '#tools/outcome.ts';
import type { Scribe } from '../render/scribe.ts';
import { tellOutcome } from '../render/tell-outcome.ts';
import { toBullets, toSection } from './layout.ts';

/**
 * Lines that follow a result, or stand for it when there is none: hypotheses, what is not computed, what is missing,
 * why nothing applies.
 */
export function renderOutcomeText(outcome: Outcome<unknown>, scribe: Scribe): readonly LicensedText[] {
  const { enonces, rubriques } = tellOutcome(outcome, scribe);
  const lists = rubriques.flatMap(({ titre, lignes }) =>
    // What is missing is all that is said: nothing stands before it.
    outcome.kind === 'missing-input' ? [titre, ...toBullets(lignes)] : toSection(titre, toBullets(lignes)),
  );
  return [...enonces, ...lists];
}
