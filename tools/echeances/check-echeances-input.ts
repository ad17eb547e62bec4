import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import { toMessage } from '#corpus/law/message.ts';
import type { Parametres } from '#corpus/law/parametres.ts';
import {
  checkDatesContrat,
  checkJour,
  checkMissionCode,
  listMissionsRepeated,
} from '../financement/check-financement-input.ts';
import type { InputProblem } from '../outcome.ts';
import type { EcheancesInput, MissionSuivie } from './echeance.ts';

/**
 * Everything wrong in what was given for deadlines, field by field: unknown or repeated mission, days out of bounds,
 * renewal before the term, start before the signature, rollout before the start or the signature.
 * @returns an empty list when the input can be used
 * @legal missions and term of corpus/parametres; the other bounds are guards against typing errors
 */
export function checkEcheancesInput(input: EcheancesInput, parametres: Parametres): readonly InputProblem[] {
  return [
    ...checkDatesContrat(input, parametres),
    ...checkJour('projetDepose', input.projetDepose),
    ...input.missions.flatMap((mission) => checkMission(mission, input, parametres)),
    ...listMissionsRepeated(input.missions),
  ];
}

function checkMission(
  { code, demarrage, deploiement }: MissionSuivie,
  { signature }: EcheancesInput,
  parametres: Parametres,
): readonly InputProblem[] {
  const problems = [
    ...checkMissionCode(code, parametres),
    ...checkJour('demarrage', demarrage),
    ...checkJour('deploiement', deploiement),
  ];
  if (problems.length > 0) return problems;
  const mission = { kind: 'mission', code } as const;
  if (demarrage && signature && demarrage < signature) {
    const args = { mission, demarrage: toDate(demarrage), signature: toDate(signature) };
    return [{ champ: 'demarrage', message: toMessage('demarrage-avant-signature', args) }];
  }
  if (demarrage && deploiement && deploiement < demarrage) {
    const args = { mission, deploiement: toDate(deploiement), demarrage: toDate(demarrage) };
    return [{ champ: 'deploiement', message: toMessage('deploiement-avant-demarrage', args) }];
  }
  if (deploiement && signature && deploiement < signature) {
    const args = { mission, deploiement: toDate(deploiement), signature: toDate(signature) };
    return [{ champ: 'deploiement', message: toMessage('deploiement-avant-signature', args) }];
  }
  return [];
}

function toDate(date: CalendarDate) {
  return { kind: 'date', date } as const;
}
