import { joinLicensed, type LicensedText } from '#corpus/law/licensed-text.ts';
import type { Echeance } from '#tools/echeances/echeance.ts';
import type { Outcome } from '#tools/outcome.ts';
import type { Scribe } from './scribe.ts';
import { type OutcomeTold, tellAppui, tellOutcome } from './tell-outcome.ts';

/** Deadlines in words: what is left to do first, then what is done or past. */
export type EcheancesDecrites = OutcomeTold & {
  /** None when there is no deadline to tell. */
  readonly titre: LicensedText | undefined;
  readonly aVenir: readonly LigneEcheance[];
  readonly passees: readonly LigneEcheance[];
};

/** A deadline: its day, what it is and when, then what is said of it, its standing and its hypotheses. */
export type LigneEcheance = {
  readonly jour: LicensedText;
  readonly label: LicensedText;
  readonly notes: readonly LicensedText[];
};

/** Tells the deadlines, the same for the terminal and Slack. */
export function describeEcheances(outcome: Outcome<readonly Echeance[]>, scribe: Scribe): EcheancesDecrites {
  const value = outcome.kind === 'computed' ? outcome.value : [];
  const titre = scribe.phrase('cli-echeances', { asOf: { kind: 'date', date: outcome.asOf } });
  const describe = (echeance: Echeance) => describeLigne(echeance, scribe);
  return {
    ...tellOutcome(outcome, scribe),
    titre: value.length === 0 ? undefined : titre,
    aVenir: value.filter(({ etat }) => etat === 'proche' || etat === 'a-venir').map(describe),
    passees: value.filter(({ etat }) => etat === 'depassee' || etat === 'fait').map(describe),
  };
}

function describeLigne(echeance: Echeance, scribe: Scribe): LigneEcheance {
  const { label, date, suivi, statut, references, hypotheses } = echeance;
  const appui = { statut, confiance: null, references };
  // What is done says when on its own line, with the label.
  const told = suivi && !suivi.fait ? [scribe.phrase(suivi.phrase.code, suivi.phrase.args)] : [];
  const notes = hypotheses.map(({ code, args }) => scribe.phrase(code, args, appui));
  return {
    jour: scribe.phrase('cli-jour', { jour: { kind: 'date', date } }, appui),
    label: joinLicensed([scribe.phrase(label.code, label.args, appui), tellEtat(echeance, scribe)], ', '),
    notes: [...told, tellAppui(statut, references, scribe), ...notes],
  };
}

function tellEtat({ joursRestants, suivi }: Echeance, scribe: Scribe): LicensedText {
  if (suivi?.fait) return scribe.phrase(suivi.phrase.code, suivi.phrase.args);
  if (joursRestants === 0) return scribe.phrase('interface-etat-aujourdhui');
  const jours = { kind: 'duree', valeur: Math.abs(joursRestants), unite: 'jours' } as const;
  return scribe.phrase(joursRestants < 0 ? 'interface-etat-depassee' : 'interface-etat-a-venir', { jours });
}
