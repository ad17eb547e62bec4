import type { LicensedText } from '#corpus/law/licensed-text.ts';
import type { Message } from '#corpus/law/message.ts';
import type { Echeance } from '#tools/echeances/echeance.ts';
import type { Outcome } from '#tools/outcome.ts';
import type { Referentiel } from '../render/referentiel.ts';
import { createScribe, type Scribe } from '../render/scribe.ts';
import { type Line, sealLines, toColumns, toSection } from './layout.ts';
import { renderAppui, renderOutcomeText } from './render-outcome-text.ts';

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
  const value = outcome.kind === 'computed' ? outcome.value : [];
  const open = value.filter(({ etat }) => etat === 'proche' || etat === 'a-venir');
  const closed = value.filter(({ etat }) => etat === 'depassee' || etat === 'fait');
  const title = scribe.phrase('cli-echeances', { asOf: { kind: 'date', date: outcome.asOf } });
  const lines = [
    ...(value.length === 0 ? [] : [title]),
    ...toSection(scribe.phrase('cli-a-venir'), renderList(open, scribe)),
    ...toSection(scribe.phrase('cli-passees'), renderList(closed, scribe)),
    ...renderOutcomeText(outcome, scribe),
    ...(last ? [[], scribe.phrase(last.code, last.args)] : []),
  ];
  return `${sealLines(lines)}\n`;
}

function renderList(echeances: readonly Echeance[], scribe: Scribe): readonly LicensedText[] {
  const lines = echeances.flatMap((echeance): Line[] => {
    const { label, date, suivi, statut, references, hypotheses } = echeance;
    const appui = { statut, confiance: null, references };
    const jour = scribe.phrase('cli-jour', { jour: { kind: 'date', date } }, appui);
    // What is done says when on its own line, with the label.
    const told = suivi && !suivi.fait ? [scribe.phrase(suivi.phrase.code, suivi.phrase.args)] : [];
    const notes = hypotheses.map(({ code, args }) => scribe.phrase(code, args, appui));
    return [
      [jour, [...scribe.phrase(label.code, label.args, appui), ', ', ...renderEtat(echeance, scribe)]],
      ...[...told, renderAppui(statut, references, scribe), ...notes].map((note): Line => [[], ['  ', ...note]]),
    ];
  });
  return toColumns(lines, 1);
}

function renderEtat({ joursRestants, suivi }: Echeance, scribe: Scribe): LicensedText {
  if (suivi?.fait) return scribe.phrase(suivi.phrase.code, suivi.phrase.args);
  if (joursRestants === 0) return scribe.phrase('interface-etat-aujourdhui');
  const jours = { kind: 'duree', valeur: Math.abs(joursRestants), unite: 'jours' } as const;
  return scribe.phrase(joursRestants < 0 ? 'interface-etat-depassee' : 'interface-etat-a-venir', { jours });
}
