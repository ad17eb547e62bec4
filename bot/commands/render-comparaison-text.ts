import type { LicensedText } from '#corpus/law/licensed-text.ts';
import type { Comparaison, ComparaisonInput } from '#tools/comparaison/comparaison.ts';
import type { Outcome } from '#tools/outcome.ts';
import { type Changement, describeComparaison, type LectureComparee } from '../render/describe-comparaison.ts';
import type { Referentiel } from '../render/referentiel.ts';
import { createScribe, type Scribe } from '../render/scribe.ts';
import { sealLines, toBullets, toColumns, toSection } from './layout.ts';
import { renderOutcomeText } from './render-outcome-text.ts';

/** A comparison for a reader: both sides, what changes and why, what does not, what nobody knows. */
export function renderComparaisonText(
  outcome: Outcome<Comparaison>,
  input: ComparaisonInput,
  referentiel: Referentiel,
): string {
  const scribe = createScribe('comparaison', outcome.asOf, referentiel.vocabulary);
  const { cotes, lectures } = describeComparaison(outcome, input, referentiel, scribe);
  const rest = renderOutcomeText(outcome, scribe);
  const [first] = lectures;
  if (!first) return `${sealLines([...cotes, [], ...rest])}\n`;
  if (first.nom === undefined) {
    const isSame = first.changements.length + first.dates.length === 0;
    const rien = isSame ? [[], scribe.phrase('comparaison-rien-ne-change')] : [];
    return `${sealLines([...cotes, ...rien, ...renderLecture(first, scribe), ...rest])}\n`;
  }
  const sections = lectures.flatMap((lecture) => [
    [],
    ['— ', ...(lecture.nom ?? [])],
    ...renderLecture(lecture, scribe),
  ]);
  return `${sealLines([...cotes, [], scribe.phrase('cli-lectures'), ...sections, ...rest])}\n`;
}

function renderLecture(
  { changements, dates, identiques, absents }: LectureComparee,
  scribe: Scribe,
): readonly LicensedText[] {
  const lines = dates.map(({ a, b, label }) => [a, b, label]);
  return [
    ...toSection(scribe.phrase('comparaison-change'), changements.flatMap(renderChangement)),
    ...toSection(scribe.phrase('comparaison-dates'), toColumns(lines, 2)),
    ...toSection(scribe.phrase('comparaison-identique'), toBullets(identiques)),
    ...toSection(scribe.phrase('comparaison-absent-partout'), toBullets(absents)),
  ];
}

function renderChangement({ label, lignes }: Changement): readonly LicensedText[] {
  return [...toBullets([label]), ...lignes.map((ligne): LicensedText => ['      ', ...ligne])];
}
