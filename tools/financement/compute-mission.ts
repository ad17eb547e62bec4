import { type CalendarDate, daysBetween, findWholeMonths } from '#corpus/law/calendar-date.ts';
import { type Centimes, type Fraction, roundCentimes, subtractCentimes } from '#corpus/law/euros.ts';
import { type Message, type MessageArg, toDonnee, toMessage } from '#corpus/law/message.ts';
import { findValueAt } from '#corpus/law/parametre.ts';
import type { Parametres } from '#corpus/law/parametres.ts';
import type { AnneeContrat } from '../contrat/find-annee-contrat.ts';
import { toNumeroTaille } from '../taille/compute-taille.ts';
import type { AnneeCalculee, Lecture } from './annee-calculee.ts';
import type { BaseProrata, LigneFinancement, MissionSaisie, Versement } from './financement.ts';
import { type Connu, findMontants, type Montants, toOwn } from './find-montants.ts';

const ONE: Fraction = { num: 1, den: 1 };

/**
 * Entitlement and payments of one mission in one contract year.
 * The asker's own amounts win, then those of the overlay, then those read in local contracts; else the gap is named.
 * @legal ACI CPTS art. 9 and Senate report no. 32 (2025): share paid ahead, prorated when the mission starts
 */
export function computeMission(
  saisie: MissionSaisie,
  annee: AnneeContrat,
  lecture: Lecture,
  parametres: Parametres,
): AnneeCalculee {
  const mission = { kind: 'mission', code: saisie.code } as const;
  const known = parametres.missions.missions.find(({ code }) => code === saisie.code);
  if (!known || known.depuis > annee.jourDeDroit) {
    return toGap([toMessage('mission-pas-encore', { mission, jour: { kind: 'date', date: annee.jourDeDroit } })], ZERO);
  }
  const fraction = findFractionAnnee(saisie.demarrage, annee, lecture.base);
  if (!fraction) return toGap([toMessage('mission-demarre-apres', { mission })], ZERO);
  const montants = findMontants(saisie, annee, lecture, parametres);
  const fixe = montants.fixe ? computeFixe(saisie, annee, lecture, montants.fixe, fraction, parametres) : undefined;
  const variable = computeVariable(saisie, annee, montants.variable, parametres);
  const gaps = listGaps(saisie, lecture, montants, parametres);
  return {
    lignes: [...(fixe?.lignes ?? []), ...variable.lignes],
    versements: [...(fixe?.versements ?? []), ...variable.versements],
    variableRestant: fixe ? variable.variableRestant : null,
    hypotheses: [...(fixe?.hypotheses ?? []), ...variable.hypotheses],
    notComputed: [...gaps, ...variable.notComputed],
  };
}

const ZERO = 0 as Centimes;

function toGap(notComputed: readonly Message[], variableRestant: Centimes | null): AnneeCalculee {
  return { lignes: [], versements: [], variableRestant, hypotheses: [], notComputed };
}

/**
 * Share of the contract year that follows the start of a mission.
 * @returns 1 when it had started before; undefined when it starts after the year, or when the base cannot be used
 * @legal Senate report no. 32 (2025): prorated to the anniversary; the base (days or months) is not stated
 */
export function findFractionAnnee(
  demarrage: CalendarDate | undefined,
  annee: AnneeContrat,
  base: BaseProrata,
): Fraction | undefined {
  const { origine, debut, anniversaireSuivant } = annee;
  if (!demarrage || !origine || !debut || !anniversaireSuivant || demarrage <= debut) return ONE;
  if (demarrage >= anniversaireSuivant) return undefined;
  if (base === 'jours') {
    return { num: daysBetween(demarrage, anniversaireSuivant), den: daysBetween(debut, anniversaireSuivant) };
  }
  // Counted from the first date, so that a contract of the 29th, 30th or 31st keeps its day after a clamped year.
  const months = findWholeMonths(origine, demarrage);
  return months === undefined ? undefined : { num: 12 - (months % 12), den: 12 };
}

function computeFixe(
  saisie: MissionSaisie,
  annee: AnneeContrat,
  lecture: Lecture,
  fixe: Connu,
  fraction: Fraction,
  parametres: Parametres,
): Pick<AnneeCalculee, 'lignes' | 'versements' | 'hypotheses'> {
  const partage = findValueAt(parametres.partage.valeurs, annee.jourDeDroit);
  const montant = roundCentimes(fixe.montant, fraction);
  const avance = partage ? roundCentimes(fixe.montant, fraction, partage.valeur.avanceVoletFixe) : ZERO;
  const partial = fraction.num !== fraction.den;
  const mission = { kind: 'mission', code: saisie.code } as const;
  const args = {
    mission,
    base: { kind: 'euros', centimes: fixe.montant },
    fraction: { kind: 'fraction', fraction },
    montant: { kind: 'euros', centimes: montant },
    part: { kind: 'pourcent', fraction: partage?.valeur.avanceVoletFixe ?? ONE },
    avance: { kind: 'euros', centimes: avance },
    solde: { kind: 'euros', centimes: subtractCentimes(montant, avance) },
  } as const satisfies Record<string, MessageArg>;
  const etape = partial ? `etape-fixe-prorata-${lecture.base}` : 'etape-fixe-annee-pleine';
  const ligne: LigneFinancement = {
    nature: 'fixe',
    mission: saisie.code,
    annee: annee.numero,
    montant,
    statut: fixe.statut,
    confiance: fixe.confiance,
    references: fixe.references,
    etapes: [toMessage(etape, args), toMessage('etape-fixe-avance', args), toMessage('etape-fixe-solde', args)],
  };
  const started = partial ? (saisie.demarrage ?? annee.debut) : annee.debut;
  const versements: Versement[] = [
    { date: started, annee: annee.numero, montant: avance, label: toMessage('versement-mission-avance', { mission }) },
    {
      date: annee.anniversaireSuivant,
      annee: annee.numero,
      montant: subtractCentimes(montant, avance),
      label: toMessage('versement-mission-solde', { mission }),
    },
  ];
  const hypotheses = [...(partial ? [toMessage(`prorata-${lecture.base}`)] : []), ...fixe.hypotheses];
  return { lignes: [ligne], versements, hypotheses };
}

/** The variable part: euros reached if given, else share × amount, else nothing yet (and in full in the maximum). */
function computeVariable(
  saisie: MissionSaisie,
  annee: AnneeContrat,
  variable: Connu | null,
  parametres: Parametres,
): AnneeCalculee {
  const mission = { kind: 'mission', code: saisie.code } as const;
  if (variable === null && saisie.atteint === undefined) {
    const asked = saisie.taux !== undefined;
    return toGap(asked ? [toMessage('variable-inconnue', { mission })] : [], null);
  }
  if (variable?.montant === 0 && saisie.atteint === undefined) {
    return toGap(saisie.taux === undefined ? [] : [toMessage('variable-inexistante', { mission })], ZERO);
  }
  const counted = saisie.atteint ?? (variable && saisie.taux ? roundCentimes(variable.montant, saisie.taux) : ZERO);
  const own = saisie.atteint !== undefined && saisie.variable === undefined;
  const { statut, confiance, references } = own || variable === null ? toOwn(counted, annee, parametres) : variable;
  const ligne: LigneFinancement = {
    nature: 'variable',
    mission: saisie.code,
    annee: annee.numero,
    montant: counted,
    statut,
    confiance,
    references,
    etapes: [toVariableStep(saisie, variable, counted)],
  };
  const versements =
    counted > 0
      ? [{ date: null, annee: annee.numero, montant: counted, label: toMessage('versement-variable', { mission }) }]
      : [];
  const linear = saisie.atteint === undefined && saisie.taux !== undefined;
  return {
    lignes: [ligne],
    versements,
    // More reached than the amount we read: that amount is not the ceiling of this contract.
    variableRestant: variable && counted <= variable.montant ? subtractCentimes(variable.montant, counted) : null,
    hypotheses: [...(linear ? [toMessage('variable-lineaire')] : []), ...(variable?.hypotheses ?? [])],
    notComputed: listVariableGaps(saisie, variable, counted),
  };
}

/** A variable part that is not counted, or that is counted beyond the amount we read, which is then no ceiling. */
function listVariableGaps(saisie: MissionSaisie, variable: Connu | null, counted: Centimes): readonly Message[] {
  const mission = { kind: 'mission', code: saisie.code } as const;
  if (saisie.atteint === undefined) {
    return counted === 0 && saisie.taux === undefined ? [toMessage('variable-sans-taux', { mission })] : [];
  }
  return variable && counted > variable.montant ? [toMessage('variable-depassee', { mission })] : [];
}

function toVariableStep(saisie: MissionSaisie, variable: Connu | null, counted: Centimes): Message {
  const mission = { kind: 'mission', code: saisie.code } as const;
  const montant = { kind: 'euros', centimes: counted } as const;
  if (saisie.atteint !== undefined) return toMessage('etape-variable-atteint', { mission, montant });
  const base = { kind: 'euros', centimes: variable?.montant ?? ZERO } as const;
  if (!saisie.taux) return toMessage('etape-variable-non-comptee', { mission, base });
  return toMessage('etape-variable-taux', {
    mission,
    base,
    taux: { kind: 'pourcent', fraction: saisie.taux },
    montant,
  });
}

/** What is not known of a mission: its amount, or its variable part alone, without which there is no maximum. */
function listGaps(
  saisie: MissionSaisie,
  { taille }: Lecture,
  { fixe, variable }: Montants,
  parametres: Parametres,
): readonly Message[] {
  // A share of an amount that is not known is told where the share is applied.
  if (fixe && (variable || saisie.taux)) return [];
  const ou = parametres.montantsMissions.ouTrouver;
  return [
    toMessage(fixe ? 'volet-variable-inconnu' : 'montant-mission-inconnu', {
      mission: { kind: 'mission', code: saisie.code },
      taille: { kind: 'taille', numero: toNumeroTaille(taille) },
      ou: toDonnee(ou),
    }),
  ];
}
