import type { Centimes } from '#corpus/law/euros.ts';
import type { MontantConnu } from '#tools/montant/list-montants-connus.ts';
import type { Outcome } from '#tools/outcome.ts';
import type { Referentiel } from '../render/referentiel.ts';
import { createScribe } from '../render/scribe.ts';
import { sealLines, toBullets } from './layout.ts';
import { renderAppui, renderOutcomeText } from './render-outcome-text.ts';

/** What an amount can be, for a reader. */
export function renderMontantText(
  outcome: Outcome<readonly MontantConnu[]>,
  centimes: Centimes,
  { vocabulary }: Referentiel,
): string {
  const scribe = createScribe('montant', outcome.asOf, vocabulary);
  const rest = renderOutcomeText(outcome, scribe);
  if (outcome.kind !== 'computed') return `${sealLines(rest)}\n`;
  const montant = { kind: 'euros', centimes } as const;
  const title = scribe.phrase(outcome.value.length > 1 ? 'enonce-montant' : 'enonce-montant-seul', { montant });
  const lectures = outcome.value.map((known) => {
    const label = scribe.phrase(known.label.code, known.label.args, known);
    return [...label, ' — ', ...renderAppui(known.statut, known.references, scribe)];
  });
  const jour = scribe.phrase('interface-jour', { asOf: { kind: 'date', date: outcome.asOf } });
  return `${sealLines([title, ...toBullets(lectures), jour, ...rest])}\n`;
}
