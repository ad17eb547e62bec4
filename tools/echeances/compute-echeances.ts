import { addMonths, type CalendarDate } from '#corpus/law/calendar-date.ts';
import { type Message, toMessage } from '#corpus/law/message.ts';
import { findValueAt } from '#corpus/law/parametre.ts';
import type { Parametres } from '#corpus/law/parametres.ts';
import { listFinAvantRenouvellement, listJoursSansContrat } from '../contrat/list-jours-sans-contrat.ts';
import { listHypotheses } from '../hypothese.ts';
import type { Outcome } from '../outcome.ts';
import { type Echeance, type EcheancesInput, listClamped, toEcheance } from './echeance.ts';
import { listEcheancesContrat } from './list-echeances-contrat.ts';
import { listEcheancesMission } from './list-echeances-mission.ts';
import { listSansDate } from './list-sans-date.ts';

/**
 * Deadlines of a contract: start and rollout of each mission, anniversaries, advances, end, silence of the ARS.
 * @returns computed, in date order, with what no text dates in `notComputed`; missing-input when neither a signature
 *          nor a filing day is given; not-covered for a contract older than the accord
 * @legal calendar counted in months from the signature (PAPS23); months clamped to the month's end, no shift for
 *        week-ends (convention of ours)
 */
export function computeEcheances(
  input: EcheancesInput,
  parametres: Parametres,
  asOf: CalendarDate,
): Outcome<readonly Echeance[]> {
  const { signature, renouvellement, projetDepose } = input;
  if (!signature && !projetDepose) {
    return { kind: 'missing-input', asOf, missing: [{ champ: 'signature', question: toMessage('demande-signature') }] };
  }
  const first = parametres.dureeContrat.valeurs[0];
  const reference = signature ?? projetDepose;
  if (first && reference && reference < first.depuis) {
    const args = { jour: toDate(reference), debut: toDate(first.depuis) };
    return { kind: 'not-covered', asOf, reason: toMessage('avant-accord', args), references: [first.reference] };
  }
  const missions = signature ? listMissions(input, signature, parametres, asOf) : [];
  const contrat = signature ? listEcheancesContrat(signature, renouvellement, parametres, asOf) : [];
  const silence = projetDepose ? listSilence(projetDepose, parametres, asOf) : [];
  const gap = projetDepose && silence.length === 0 ? toSilenceGap(projetDepose, parametres) : [];
  const value = [...missions.flatMap(({ echeances }) => echeances), ...contrat, ...silence];
  return {
    kind: 'computed',
    asOf,
    value: value.sort((a, b) => compare(a.date, b.date) || compare(a.code, b.code)),
    hypotheses: [
      ...(signature ? [toMessage('calcul-des-mois')] : []),
      ...(renouvellement ? [toMessage('delais-sans-reprise')] : []),
      ...listFinAvantRenouvellement(input, parametres),
    ],
    notComputed: [
      ...listJoursSansContrat(input, parametres),
      ...missions.flatMap(({ notComputed }) => notComputed),
      ...listSansDate(input, parametres, asOf),
      ...gap,
    ],
  };
}

function listMissions(input: EcheancesInput, signature: CalendarDate, parametres: Parametres, asOf: CalendarDate) {
  return parametres.missions.missions.map((mission) => {
    const followed = input.missions.find(({ code }) => code === mission.code);
    return listEcheancesMission(mission, followed, signature, asOf);
  });
}

function listSilence(projetDepose: CalendarDate, parametres: Parametres, asOf: CalendarDate): readonly Echeance[] {
  const dated = findValueAt(parametres.silenceArs.valeurs, projetDepose);
  if (!dated) return [];
  const mois = { kind: 'duree', valeur: dated.valeur, unite: 'mois' } as const;
  const label = toMessage('echeance-silence-ars', { mois, depot: toDate(projetDepose) });
  return [
    toEcheance('projet-sante:silence-ars', label, addMonths(projetDepose, dated.valeur), asOf, {
      statut: dated.statut,
      references: [dated.reference],
      hypotheses: [...listClamped(projetDepose, dated.valeur), ...listHypotheses(dated)],
    }),
  ];
}

/** A project filed before the rule: its silence is not computed, and it is said. */
function toSilenceGap(projetDepose: CalendarDate, { silenceArs }: Parametres): readonly Message[] {
  const [first] = silenceArs.valeurs;
  return first ? [toMessage('avant-accord', { jour: toDate(projetDepose), debut: toDate(first.depuis) })] : [];
}

function toDate(date: CalendarDate) {
  return { kind: 'date', date } as const;
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
