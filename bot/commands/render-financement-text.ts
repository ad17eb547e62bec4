import type { LicensedText } from '#corpus/law/licensed-text.ts';
import type { Financement } from '#tools/financement/financement.ts';
import type { Outcome } from '#tools/outcome.ts';
import { describeFinancement, type LectureDecrite } from '../render/describe-financement.ts';
import type { Referentiel } from '../render/referentiel.ts';
import { createScribe } from '../render/scribe.ts';
import { type Line, sealLines, toColumns, toSection } from './layout.ts';
import { renderOutcomeText } from './render-outcome-text.ts';

/** The funding outcome for a reader: lines with their steps, totals, payments, hypotheses, gaps. */
export function renderFinancementText(outcome: Outcome<Financement>, { vocabulary }: Referentiel): string {
  const scribe = createScribe('financement', outcome.asOf, vocabulary);
  const { titre, lectures } = describeFinancement(outcome, scribe);
  const rest = renderOutcomeText(outcome, scribe);
  if (titre === undefined) return `${sealLines(rest)}\n`;
  const [only, ...others] = lectures;
  if (only && others.length === 0) return `${sealLines([titre, [], ...renderLecture(only), ...rest])}\n`;
  const sections = lectures.flatMap((lecture) => toSection(['— ', ...(lecture.nom ?? [])], renderLecture(lecture)));
  return `${sealLines([titre, scribe.phrase('cli-lectures'), ...sections, ...rest])}\n`;

  function renderLecture({ lignes, totaux, versements }: LectureDecrite): readonly LicensedText[] {
    const amounts = lignes.flatMap(({ montant, label, etapes, origine }): Line[] => [
      [montant, label],
      ...[...etapes, origine].map((note): Line => [[], ['  ', ...note]]),
    ]);
    const totals = totaux.map(({ montant, label }): Line => [montant, label]);
    const payments = versements.map(({ jour, montant, label }): Line => [jour, montant, label]);
    return [
      ...toColumns([...amounts, ...totals], 1),
      ...toSection(scribe.phrase('cli-versements'), toColumns(payments, 2)),
    ];
  }
}
