import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import { roundCentimes, subtractCentimes } from '#corpus/law/euros.ts';
import { type Message, toMessage } from '#corpus/law/message.ts';
import { findValueAt, type TailleCode } from '#corpus/law/parametre.ts';
import type { Parametres } from '#corpus/law/parametres.ts';
import { findStatutComplement } from '../complement/find-droit-complement.ts';
import type { AnneeContrat } from '../contrat/find-annee-contrat.ts';
import { listHypotheses } from '../hypothese.ts';
import { toNumeroTaille } from '../taille/compute-taille.ts';
import { type AnneeCalculee, joinParts, type Lecture, RIEN } from './annee-calculee.ts';
import { computeMission } from './compute-mission.ts';
import type { FinancementInput, LigneFinancement, Versement } from './financement.ts';

/**
 * Entitlement and payments of one contract year under one reading of the law.
 * @returns lines whose sum is the entitlement, and payments whose sum is the same to the cent
 * @legal ACI CPTS art. 9 (payments), avenant 2 (top-up); amounts in corpus/parametres
 */
export function computeAnnee(
  annee: AnneeContrat,
  lecture: Lecture,
  input: FinancementInput,
  parametres: Parametres,
): AnneeCalculee {
  const year = joinParts([
    computeFonctionnement(annee, lecture, input, parametres),
    computeComplement(annee, lecture, parametres),
    ...input.missions.map((mission) => computeMission(mission, annee, lecture, parametres)),
    { ...RIEN, notComputed: listMissionsNotAsked(annee, input, parametres) },
  ]);
  return { ...year, versements: sortByDate(year.versements) };
}

/** Payments of a contract year: those with a date in their order, then those no text dates. */
function sortByDate(versements: readonly Versement[]): readonly Versement[] {
  return versements.toSorted((a, b) => (a.date === b.date ? 0 : compareDates(a.date, b.date)));
}

function compareDates(a: CalendarDate | null, b: CalendarDate | null): number {
  if (a === null || b === null) return a === null ? 1 : -1;
  return a < b ? -1 : 1;
}

/** Whole grant in the first year; afterwards an advance when the year begins and a balance whose day is not known. */
function computeFonctionnement(
  annee: AnneeContrat,
  { taille }: Lecture,
  input: FinancementInput,
  parametres: Parametres,
): AnneeCalculee {
  const dated = findValueAt(parametres.fonctionnement.valeurs, annee.jourDeDroit);
  const partage = findValueAt(parametres.partage.valeurs, annee.jourDeDroit);
  const montant = dated?.valeur.montants[taille];
  if (!dated || !partage || montant === undefined || montant === null) {
    return { ...RIEN, variableRestant: null, notComputed: [toMessage('fonctionnement-inconnu', toTaille(taille))] };
  }
  if (!hasStarted(annee, input)) return { ...RIEN, notComputed: [toMessage('fonctionnement-missions-non-demarrees')] };
  const premiere = annee.numero === 1;
  const args = { ...toTaille(taille), montant: { kind: 'euros', centimes: montant } } as const;
  const ligne: LigneFinancement = {
    nature: 'fonctionnement',
    annee: annee.numero,
    montant,
    statut: dated.statut,
    confiance: dated.confiance,
    references: [dated.reference, partage.reference],
    etapes: [toMessage(premiere ? 'etape-fonctionnement-signature' : 'etape-fonctionnement-annuel', args)],
  };
  if (premiere) {
    const label = toMessage('versement-fonctionnement-signature');
    return { ...RIEN, lignes: [ligne], versements: [{ date: annee.debut, montant, label }] };
  }
  const avance = roundCentimes(montant, partage.valeur.avanceFonctionnement);
  return {
    ...RIEN,
    lignes: [ligne],
    versements: [
      { date: annee.debut, montant: avance, label: toMessage('versement-fonctionnement-avance') },
      { date: null, montant: subtractCentimes(montant, avance), label: toMessage('versement-fonctionnement-solde') },
    ],
    hypotheses: [
      ...listHypotheses(dated),
      ...(input.missions.length === 0 ? [toMessage('missions-supposees-demarrees')] : []),
    ],
  };
}

/** After the first year, the yearly functioning is due on an anniversary that follows the start of a mission. */
function hasStarted(annee: AnneeContrat, input: FinancementInput): boolean {
  const { debut, numero } = annee;
  if (numero === 1 || debut === null || input.missions.length === 0) return true;
  return input.missions.some(({ demarrage }) => demarrage === undefined || demarrage <= debut);
}

function computeComplement(annee: AnneeContrat, lecture: Lecture, parametres: Parametres): AnneeCalculee {
  if (annee.numero !== 1 || lecture.complement === false) return RIEN;
  const { montants, signature, confiance, reference, hypothese } = parametres.complement;
  const montant = montants[lecture.taille];
  if (lecture.complement === null || montant === null || montant === undefined) {
    return { ...RIEN, notComputed: [toMessage('complement-indetermine')] };
  }
  const args = { ...toTaille(lecture.taille), montant: { kind: 'euros', centimes: montant } } as const;
  const ligne: LigneFinancement = {
    nature: 'complement-exceptionnel',
    annee: annee.numero,
    montant,
    statut: findStatutComplement(parametres.complement, lecture.asOf),
    confiance,
    references: [reference],
    etapes: [toMessage('etape-complement', args)],
  };
  const versement = { date: annee.debut, montant, label: toMessage('versement-complement') };
  return {
    ...RIEN,
    lignes: [ligne],
    versements: [versement],
    hypotheses: listHypotheses({ hypothese, depuis: signature.du, reference }),
  };
}

/** Missions of that day which the asker did not name: their money is not in the total, and it is said. */
function listMissionsNotAsked(
  annee: AnneeContrat,
  input: FinancementInput,
  parametres: Parametres,
): readonly Message[] {
  const notAsked: Message[] = [];
  for (const { code, depuis } of parametres.missions.missions) {
    const isAsked = input.missions.some((mission) => mission.code === code);
    if (depuis > annee.jourDeDroit || isAsked) continue;
    notAsked.push(toMessage('mission-non-demandee', { mission: { kind: 'mission', code } }));
  }
  return notAsked;
}

function toTaille(taille: TailleCode): { readonly taille: { readonly kind: 'taille'; readonly numero: number } } {
  return { taille: { kind: 'taille', numero: toNumeroTaille(taille) } };
}
