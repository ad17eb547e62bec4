import type { Centimes } from '#corpus/law/euros.ts';
import { type Message, toMessage } from '#corpus/law/message.ts';
import type { TailleCode } from '#corpus/law/parametre.ts';
import type { Parametres } from '#corpus/law/parametres.ts';
import type { AnneeContrat } from '../contrat/find-annee-contrat.ts';
import { findPlafond } from '../plafond/find-plafond.ts';
import { toNumeroTaille } from '../taille/compute-taille.ts';
import type { FinancementInput, MissionSaisie } from './financement.ts';

/** Ceiling of a contract year; null when it is not known, or when it is known not to apply. */
export type PlafondAnnee = {
  readonly montant: Centimes | null;
  readonly hypotheses: readonly Message[];
  readonly notComputed: readonly Message[];
};

/**
 * Announced ceiling of a size for a contract year, with the conditions that go with it.
 * @returns the amount, with its conditions as an assumption while nothing says whether they are met; null with the
 *          reason when the amount was not read or when a condition is known not to be met: too few members, a mission
 *          that starts after the year
 * @legal ACI CPTS of 20 June 2019; avenant 2 of 20 December 2021 (press and secondary pages)
 */
export function findPlafondAnnee(
  annee: AnneeContrat,
  taille: TailleCode,
  input: FinancementInput,
  parametres: Parametres,
): PlafondAnnee {
  const outcome = findPlafond(taille, parametres, annee.jourDeDroit);
  const arg = { taille: { kind: 'taille', numero: toNumeroTaille(taille) } } as const;
  if (outcome.kind !== 'computed' || outcome.value.montant === null) return toRefus(toMessage('plafond-inconnu', arg));
  const { montant, plusDeMembres, toutesMissions } = outcome.value;
  const { hypotheses } = outcome;
  const { membres } = input;
  if (plusDeMembres === null) return { montant, hypotheses, notComputed: [] };
  const args = { ...arg, membres: { kind: 'nombre', valeur: plusDeMembres, unite: 'membres' } } as const;
  if (membres !== undefined && membres <= plusDeMembres) return toRefus(toMessage('plafond-membres', args));
  if (toutesMissions && input.missions.some((mission) => startsAfter(mission, annee))) {
    return toRefus(toMessage('plafond-missions', arg));
  }
  const isSettled = membres !== undefined && (!toutesMissions || hasAllMissions(annee, input, parametres));
  const conditions = isSettled ? [] : [toMessage('plafond-conditions', args)];
  return { montant, hypotheses: [...hypotheses, ...conditions], notComputed: [] };
}

function toRefus(message: Message): PlafondAnnee {
  return { montant: null, hypotheses: [], notComputed: [message] };
}

function startsAfter({ demarrage }: MissionSaisie, { anniversaireSuivant }: AnneeContrat): boolean {
  return demarrage !== undefined && anniversaireSuivant !== null && demarrage >= anniversaireSuivant;
}

/** Whether every mission of the year's law is named; one that is not may well be exercised. */
function hasAllMissions(annee: AnneeContrat, { missions }: FinancementInput, parametres: Parametres): boolean {
  return parametres.missions.missions
    .filter(({ depuis }) => depuis <= annee.jourDeDroit)
    .every(({ code }) => missions.some((mission) => mission.code === code));
}
