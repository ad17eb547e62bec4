import { globSync } from 'node:fs';
import { join } from 'node:path';
import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import { readYaml } from '#corpus/read-yaml.ts';
import { type QuestionAttendue, Questionnaire } from './questions.ts';

/** A question of the eval with the day it is asked and the category it counts in. */
export type QuestionPosee = QuestionAttendue & {
  readonly jour: CalendarDate;
  readonly categorie: string;
  readonly fichier: string;
};

const FOLDER = join(import.meta.dirname, 'questions');

/** Every question of `eval/questions/*.yaml` (I/O edge), in the order of files. */
export function loadQuestions(): readonly QuestionPosee[] {
  return globSync('*.yaml', { cwd: FOLDER })
    .sort()
    .flatMap((fichier) => {
      const { jour, categorie, questions } = readYaml(join(FOLDER, fichier), Questionnaire);
      return questions.map((question) => ({ jour, categorie, ...withoutAbsent(question), fichier }));
    });
}

/** Fields that say nothing do not hide those of the file. */
function withoutAbsent({ jour, categorie, ...rest }: QuestionAttendue) {
  return { ...rest, ...(jour === undefined ? {} : { jour }), ...(categorie === undefined ? {} : { categorie }) };
}
