import type { Centimes } from '#corpus/law/euros.ts';
import { type Message, toMessage } from '#corpus/law/message.ts';
import type { TailleCode } from '#corpus/law/parametre.ts';
import type { Parametres } from '#corpus/law/parametres.ts';
import type { AnneeContrat } from '../contrat/find-annee-contrat.ts';
import { findPlafond } from '../plafond/find-plafond.ts';
import { toNumeroTaille } from '../taille/compute-taille.ts';
import type { FinancementInput } from './financement.ts';

/** Ceiling of a contract year; null when it is not known, or when it is known not to apply. */
export type PlafondAnnee = {
  readonly montant: Centimes | null;
  readonly hypotheses: readonly Message[];
  readonly notComputed: readonly Message[];
};

/**
 * Announced ceiling of a size for a contract year, with the conditions that go with it.
 * @returns the amount, with its conditions as an assumption while nothing says whether they are met; null with the
 *          reason when the amount was not read or when a condition is not met: too few members, a mission that is
 *          left out of those named or starts after the year
 * @legal ACI CPTS of 20 June 2019; avenant 2 of 20 December 2021 (press and secondary pages)
 */
export function findPlafondAnnee(
  annee: AnneeContrat,
  taille: TailleCode,
  input: FinancementInput,
  parametres: Parametres,
): PlafondAnnee {
  const outcome = findPlafond(taille, parametres, annee.jourDeDroit);
  const plafond = outcome.kind === 'computed' ? outcome.value : undefined;
  const arg = { taille: { kind: 'taille', numero: toNumeroTaille(taille) } } as const;
  if (!plafond || plafond.montant === null) return toRefus(toMessage('plafond-inconnu', arg));
  const { montant, plusDeMembres, toutesMissions } = plafond;
  const { membres } = input;
  if (plusDeMembres === null) return { montant, hypotheses: [], notComputed: [] };
  const args = { ...arg, membres: { kind: 'nombre', valeur: plusDeMembres, unite: 'membres' } } as const;
  if (membres !== undefined && membres <= plusDeMembres) return toRefus(toMessage('plafond-membres', args));
  const isSilent = input.missions.length === 0;
  if (toutesMissions && !isSilent && !hasAllMissions(annee, input, parametres)) {
    return toRefus(toMessage('plafond-missions', arg));
  }
  const isSettled = membres !== undefined && !(toutesMissions && isSilent);
  return { montant, hypotheses: isSettled ? [] : [toMessage('plafond-conditions', args)], notComputed: [] };
}

function toRefus(message: Message): PlafondAnnee {
  return { montant: null, hypotheses: [], notComputed: [message] };
}

/** Whether every mission of the year's law is named and has started before the year ends. */
function hasAllMissions(annee: AnneeContrat, { missions }: FinancementInput, parametres: Parametres): boolean {
  const { anniversaireSuivant } = annee;
  return parametres.missions.missions
    .filter(({ depuis }) => depuis <= annee.jourDeDroit)
    .every(({ code }) => {
      const named = missions.find((mission) => mission.code === code);
      if (!named) return false;
      return named.demarrage === undefined || anniversaireSuivant === null || named.demarrage < anniversaireSuivant;
    });
}
