import type { InputProblem } from '#tools/outcome.ts';

/** Fields of a mission, written inside `--mission`. */
const CHAMPS_MISSION = ['mission', 'demarrage', 'deploiement', 'fixe', 'variable', 'taux', 'atteint'];

/** Problems of a tool's input under the name of the option where it is typed. */
export function toOptionProblems(problems: readonly InputProblem[]): readonly InputProblem[] {
  return problems.map(({ champ, message }) => ({ champ: toOption(champ), message }));
}

function toOption(champ: string): string {
  if (CHAMPS_MISSION.includes(champ)) return '--mission';
  return champ === 'projetDepose' ? '--projet-depose' : `--${champ}`;
}
