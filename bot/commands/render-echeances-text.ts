import type { LicensedText } from '#corpus/law/licensed-text.ts';
import type { Message } from '#corpus/law/message.ts';
import type { Echeance } from '#tools/echeances/echeance.ts';
import type { Outcome } from '#tools/outcome.ts';
import { describeEcheances, type LigneEcheance } from '../render/describe-echeances.ts';
import type { Referentiel } from '../render/referentiel.ts';
import { createScribe } from '../render/scribe.ts';
import { type Line, sealLines, toColumns, toSection } from './layout.ts';
import { renderOutcomeText } from './render-outcome-text.ts';

/**
 * The deadlines for a reader: what is left to do first, then what is done or past.
 * @param last a sentence to close with
 */
export function renderEcheancesText(
  outcome: Outcome<readonly Echeance[]>,
  { vocabulary }: Referentiel,
  last?: Message,
): string {
  const scribe = createScribe('echeances', outcome.asOf, vocabulary);
  const { titre, aVenir, passees } = describeEcheances(outcome, scribe);
  const lines = [
    ...(titre ? [titre] : []),
    ...toSection(scribe.phrase('cli-a-venir'), renderList(aVenir)),
    ...toSection(scribe.phrase('cli-passees'), renderList(passees)),
    ...renderOutcomeText(outcome, scribe),
    ...(last ? [[], scribe.phrase(last.code, last.args)] : []),
  ];
  return `${sealLines(lines)}\n`;
}

function renderList(echeances: readonly LigneEcheance[]): readonly LicensedText[] {
  const lines = echeances.flatMap(({ jour, label, notes }): Line[] => [
    [jour, label],
    ...notes.map((note): Line => [[], ['  ', ...note]]),
  ]);
  return toColumns(lines, 1);
}
