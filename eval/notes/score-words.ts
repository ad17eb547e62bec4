import type { QuestionAttendue } from '../questions.ts';
import { isSaid } from './fold-words.ts';
import type { Observation } from './observation.ts';

/** Facts that are not said. */
export function scoreFaits({ dit }: Pick<QuestionAttendue, 'dit'>, { text }: Pick<Observation, 'text'>) {
  return dit.filter((line) => !isSaid(line, text)).map((line) => `n'est pas dit : ${line}`);
}

/** Words that must not be read and are. */
export function scoreTus({ tait }: Pick<QuestionAttendue, 'tait'>, { text }: Pick<Observation, 'text'>) {
  return tait.filter((line) => isSaid(line, text)).map((line) => `est dit : ${line}`);
}
