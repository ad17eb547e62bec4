import type { LicensedText } from '#corpus/law/licensed-text.ts';
import type { ResteIndemnites } from '#tools/indemnites/compute-reste.ts';
import type { Settled } from '#tools/outcome.ts';
import type { Referentiel } from '../render/referentiel.ts';
import { createScribe, type Scribe } from '../render/scribe.ts';
import { tellAppui } from '../render/tell-outcome.ts';
import { sealLines } from './layout.ts';
import { renderOutcomeText } from './render-outcome-text.ts';

/** The cap of a member's payments for a reader, and what is left of it. */
export function renderIndemnitesText(outcome: Settled<ResteIndemnites>, { vocabulary }: Referentiel): string {
  const scribe = createScribe('indemnites', outcome.asOf, vocabulary);
  const rest = renderOutcomeText(outcome, scribe);
  if (outcome.kind !== 'computed') return `${sealLines(rest)}\n`;
  const { annee, montant, mensuel, statut, confiance, reference } = outcome.value;
  const appui = { statut, confiance, references: [reference] };
  const args = {
    annee: { kind: 'nombre', valeur: annee, unite: 'annee' },
    montant: { kind: 'euros', centimes: montant },
    mois: { kind: 'euros', centimes: mensuel },
  } as const;
  const jour = scribe.phrase('interface-jour', { asOf: { kind: 'date', date: outcome.asOf } });
  const lines = [
    scribe.phrase('enonce-plafond-indemnites', args, appui),
    ...renderReste(outcome.value, scribe),
    tellAppui(statut, appui.references, scribe),
    jour,
  ];
  return `${sealLines([...lines, ...rest])}\n`;
}

function renderReste({ verse, reste, depassement }: ResteIndemnites, scribe: Scribe): readonly LicensedText[] {
  if (verse === null || reste === null || depassement === null) return [];
  const args = { verse: { kind: 'euros', centimes: verse } } as const;
  if (depassement > 0) {
    return [
      scribe.phrase('indemnites-depassement', { ...args, depassement: { kind: 'euros', centimes: depassement } }),
    ];
  }
  return [scribe.phrase('indemnites-reste', { ...args, reste: { kind: 'euros', centimes: reste } })];
}
