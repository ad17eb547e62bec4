import type { Profil } from '#bot/answer/profil.ts';
import type { Parametres } from '#corpus/law/parametres.ts';
import { checkEcheancesInput } from '#tools/echeances/check-echeances-input.ts';
import { checkFinancementInput } from '#tools/financement/check-financement-input.ts';
import type { InputProblem } from '#tools/outcome.ts';
import { listMissionsProfil } from './read-missions.ts';

/**
 * What the calculators would refuse in a profile: an unknown mission, a size that is not the population's, a start
 * before the signature.
 * @returns each problem once, with the field it is about; empty when the profile can be used
 */
export function findProfilProblems(profil: Profil, parametres: Parametres): readonly InputProblem[] {
  const { population, taille, signature, renouvellement, membres } = profil;
  const contrat = { signature, renouvellement, missions: listMissionsProfil(profil) };
  const size = { population, taille: taille === undefined ? undefined : `taille${taille}` };
  const problems = [
    ...checkFinancementInput({ ...contrat, ...size, membres }, parametres),
    ...checkEcheancesInput(contrat, parametres),
  ];
  return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()];
}

/** The same, for the command that is handed the profile whole, each under the name of its option. */
export function checkProfil(profil: Profil, parametres: Parametres): readonly InputProblem[] {
  return findProfilProblems(profil, parametres).map(({ champ, message }) => ({ champ: `--profil, ${champ}`, message }));
}
