import { addDays, addMonths, type CalendarDate, daysBetween, isClamped } from '#corpus/law/calendar-date.ts';
import { type Message, toMessage } from '#corpus/law/message.ts';
import { findValueAt, type Mission, type MissionCode } from '#corpus/law/parametre.ts';
import type { Parametres } from '#corpus/law/parametres.ts';
import type { Reference } from '#corpus/law/reference.ts';
import type { Statut } from '#corpus/law/statut.ts';
import { findDureeAns, toAnniversaire } from '../contrat/find-annee-contrat.ts';
import { listHypotheses } from '../hypothese.ts';
import type { Outcome } from '../outcome.ts';

/** What the asker says of a mission: days done or planned, or everything done. */
export type MissionSuivie = {
  readonly code: MissionCode;
  readonly demarrage?: CalendarDate | undefined;
  readonly deploiement?: CalendarDate | undefined;
  readonly fait?: boolean | undefined;
};

/** What is asked of the deadline calculator. */
export type EcheancesInput = {
  readonly signature?: CalendarDate | undefined;
  readonly renouvellement?: CalendarDate | undefined;
  /** Day the health project was filed with the ARS. */
  readonly projetDepose?: CalendarDate | undefined;
  readonly missions: readonly MissionSuivie[];
};

/** A day to keep in mind; `proche` is a display convention of ours. */
export type Etat = 'a-venir' | 'proche' | 'depassee' | 'fait';

/** One deadline or date of a contract. */
export type Echeance = {
  readonly code: string;
  readonly label: Message;
  readonly date: CalendarDate;
  readonly etat: Etat;
  /** Days from the day asked; negative when past. */
  readonly joursRestants: number;
  readonly statut: Statut;
  readonly references: readonly Reference[];
  readonly hypotheses: readonly Message[];
};

/** Days left under which a deadline is `proche` (contract of the command line, not law). */
const PROCHE_JOURS = 60;

/**
 * Deadlines of a contract: start and rollout of each mission, anniversaries, advances, end, silence of the ARS.
 * @returns computed, in date order; missing-input when neither a signature nor a filing day is given; not-covered
 *          for a contract older than the accord
 * @legal calendar counted in months from the signature (PAPS23); months clamped to the month's end, no shift for
 *        week-ends (convention of ours)
 */
export function computeEcheances(
  input: EcheancesInput,
  parametres: Parametres,
  asOf: CalendarDate,
): Outcome<readonly Echeance[]> {
  const { signature, projetDepose } = input;
  if (!signature && !projetDepose) {
    return { kind: 'missing-input', asOf, missing: [{ champ: 'signature', question: toMessage('demande-signature') }] };
  }
  const first = parametres.dureeContrat.valeurs[0];
  const reference = signature ?? projetDepose;
  if (first && reference && reference < first.depuis) {
    const args = { jour: toDate(reference), debut: toDate(first.depuis) };
    return { kind: 'not-covered', asOf, reason: toMessage('avant-accord', args), references: [first.reference] };
  }
  const found = signature ? listContrat(input, signature, parametres, asOf) : { echeances: [], notComputed: [] };
  const silence = projetDepose ? listSilence(projetDepose, parametres, asOf) : [];
  const gap = projetDepose && silence.length === 0 ? toSilenceGap(projetDepose, parametres) : [];
  const value = [...found.echeances, ...silence].sort((a, b) => compare(a.date, b.date) || compare(a.code, b.code));
  const hypotheses = signature ? [toMessage('calcul-des-mois')] : [];
  return { kind: 'computed', asOf, value, hypotheses, notComputed: [...found.notComputed, ...gap] };
}

function listContrat(input: EcheancesInput, signature: CalendarDate, parametres: Parametres, asOf: CalendarDate) {
  const missions = parametres.missions.missions.map((mission) => listMission(mission, input, signature, asOf));
  const gaps = [toMessage('rapport-activite-sans-date'), toMessage('solde-fonctionnement-sans-date')];
  return {
    echeances: [
      ...missions.flatMap(({ echeances }) => echeances),
      ...listCalendrier(input, signature, parametres, asOf),
    ],
    notComputed: [...missions.flatMap(({ notComputed }) => notComputed), ...gaps],
  };
}

function listMission(mission: Mission, input: EcheancesInput, signature: CalendarDate, asOf: CalendarDate) {
  const { code, delaiDemarrageMois, delaiDeploiementMois, delaisConnusPourSignatureDepuis: known } = mission;
  const followed = input.missions.find((candidate) => candidate.code === code);
  const arg = { mission: { kind: 'mission', code } } as const;
  if (known !== undefined && signature < known) {
    return { echeances: [], notComputed: [toMessage('mission-origine-inconnue', { ...arg, jour: toDate(known) })] };
  }
  if (delaiDemarrageMois === null && delaiDeploiementMois === null) {
    return { echeances: [], notComputed: followed ? [toMessage('mission-sans-delai', arg)] : [] };
  }
  function build(suffix: 'demarrage' | 'deploiement', mois: number, done: CalendarDate | undefined): Echeance {
    const date = addMonths(signature, mois);
    const fait = followed?.fait === true || (done !== undefined && done <= asOf);
    const label = toMessage(`echeance-${suffix}`, { ...arg, mois: { kind: 'duree', valeur: mois, unite: 'mois' } });
    const clamped = isClamped(signature, mois) ? [toMessage('fin-de-mois', { jour: toDate(date) })] : [];
    return toEcheance(`${code}:${suffix}`, label, date, asOf, {
      fait,
      statut: mission.statut,
      references: [mission.reference],
      hypotheses: [...clamped, ...listHypotheses(mission)],
    });
  }
  const echeances = [
    ...(delaiDemarrageMois === null
      ? []
      : [build('demarrage', delaiDemarrageMois, followed?.demarrage ?? followed?.deploiement)]),
    ...(delaiDeploiementMois === null ? [] : [build('deploiement', delaiDeploiementMois, followed?.deploiement)]),
  ];
  return { echeances, notComputed: [] };
}

/** Anniversaries, advances on functioning, and the last day of the contract in course. */
function listCalendrier(
  { renouvellement }: EcheancesInput,
  signature: CalendarDate,
  parametres: Parametres,
  asOf: CalendarDate,
): readonly Echeance[] {
  const duree = findValueAt(parametres.dureeContrat.valeurs, signature);
  const partage = findValueAt(parametres.partage.valeurs, signature);
  if (!duree || !partage) return [];
  const dureeAns = findDureeAns(parametres, signature);
  const periods: readonly Periode[] = [
    { debut: signature, offset: 0, suivante: renouvellement },
    ...(renouvellement ? [{ debut: renouvellement, offset: dureeAns, suivante: undefined }] : []),
  ];
  const current = periods.at(-1)?.debut ?? signature;
  const fin = addDays(toAnniversaire(current, dureeAns), -1);
  const options = {
    statut: duree.statut,
    references: [duree.reference],
    hypotheses: [toMessage('dernier-jour-veille')],
  };
  return [
    ...periods.flatMap((periode) => listPeriode(periode, dureeAns, { duree, partage }, asOf)),
    toEcheance('contrat:fin', toMessage('echeance-fin-contrat'), fin, asOf, options),
  ];
}

/** A contract or its renewal: first day, years that came before, first day of the renewal that follows. */
type Periode = {
  readonly debut: CalendarDate;
  readonly offset: number;
  readonly suivante: CalendarDate | undefined;
};
type Regle = { readonly statut: Statut; readonly reference: Reference };

function listPeriode(
  { debut, offset, suivante }: Periode,
  dureeAns: number,
  { duree, partage }: { readonly duree: Regle; readonly partage: Regle },
  asOf: CalendarDate,
): readonly Echeance[] {
  return Array.from({ length: dureeAns }, (_, index) => index + 1).flatMap((rang) => {
    const date = toAnniversaire(debut, rang);
    const clamped = isClamped(debut, 12 * rang) ? [toMessage('fin-de-mois', { jour: toDate(date) })] : [];
    // The advance of the first renewed year is due when that year begins, which may be later than the term.
    const avance = rang === dureeAns && suivante ? suivante : date;
    const assumed = rang === dureeAns && !suivante ? [toMessage('avance-si-renouvellement')] : [];
    const hypotheses = [...(avance === date ? clamped : []), toMessage('avance-missions-demarrees'), ...assumed];
    const label = toMessage('echeance-anniversaire', { n: { kind: 'rang', valeur: offset + rang } });
    const labelAvance = toMessage('echeance-avance', { annee: toRang(offset + rang + 1) });
    return [
      toEcheance(`anniversaire:${offset + rang}`, label, date, asOf, {
        statut: duree.statut,
        references: [duree.reference],
        hypotheses: clamped,
      }),
      toEcheance(`fonctionnement:avance:${offset + rang + 1}`, labelAvance, avance, asOf, {
        statut: partage.statut,
        references: [partage.reference],
        hypotheses,
      }),
    ];
  });
}

function listSilence(projetDepose: CalendarDate, parametres: Parametres, asOf: CalendarDate): readonly Echeance[] {
  const dated = findValueAt(parametres.silenceArs.valeurs, projetDepose);
  if (!dated) return [];
  const date = addMonths(projetDepose, dated.valeur);
  const mois = { kind: 'duree', valeur: dated.valeur, unite: 'mois' } as const;
  const hypotheses = [
    ...(isClamped(projetDepose, dated.valeur) ? [toMessage('fin-de-mois', { jour: toDate(date) })] : []),
    ...listHypotheses(dated),
  ];
  const options = { statut: dated.statut, references: [dated.reference], hypotheses };
  const label = toMessage('echeance-silence-ars', { mois, depot: toDate(projetDepose) });
  return [toEcheance('projet-sante:silence-ars', label, date, asOf, options)];
}

/** A project filed before the rule: its silence is not computed, and it is said. */
function toSilenceGap(projetDepose: CalendarDate, { silenceArs }: Parametres): readonly Message[] {
  const [first] = silenceArs.valeurs;
  return first ? [toMessage('avant-accord', { jour: toDate(projetDepose), debut: toDate(first.depuis) })] : [];
}

function toEcheance(
  code: string,
  label: Message,
  date: CalendarDate,
  asOf: CalendarDate,
  options: Pick<Echeance, 'statut' | 'references' | 'hypotheses'> & { readonly fait?: boolean },
): Echeance {
  const joursRestants = daysBetween(asOf, date);
  const { statut, references, hypotheses } = options;
  return {
    code,
    label,
    date,
    etat: toEtat(joursRestants, options.fait ?? false),
    joursRestants,
    statut,
    references,
    hypotheses,
  };
}

function toEtat(joursRestants: number, fait: boolean): Etat {
  if (fait) return 'fait';
  if (joursRestants < 0) return 'depassee';
  return joursRestants <= PROCHE_JOURS ? 'proche' : 'a-venir';
}

function toRang(valeur: number) {
  return { kind: 'nombre', valeur, unite: 'annee-contrat' } as const;
}

function toDate(date: CalendarDate) {
  return { kind: 'date', date } as const;
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
