import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import { type Message, toMessage } from '#corpus/law/message.ts';
import type { TailleCode } from '#corpus/law/parametre.ts';
import type { Parametres } from '#corpus/law/parametres.ts';
import { findStatutComplement } from '../complement/find-droit-complement.ts';
import type { AnneeContrat } from '../contrat/find-annee-contrat.ts';
import { listHypotheses } from '../hypothese.ts';
import { toNumeroTaille } from '../taille/compute-taille.ts';
import { type AnneeCalculee, joinParts, type Lecture, RIEN } from './annee-calculee.ts';
import { computeFonctionnement } from './compute-fonctionnement.ts';
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
  if (versements.length < 2) return versements;
  return versements.toSorted((a, b) => (a.date === b.date ? 0 : compareDates(a.date, b.date)));
}

function compareDates(a: CalendarDate | null, b: CalendarDate | null): number {
  if (a === null || b === null) return a === null ? 1 : -1;
  return a < b ? -1 : 1;
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
  const versement = { date: annee.debut, annee: annee.numero, montant, label: toMessage('versement-complement') };
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
