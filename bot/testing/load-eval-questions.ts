import { globSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { CalendarDate } from '#corpus/law/calendar-date.ts';
import { readYaml } from '#corpus/read-yaml.ts';

const FOLDER = join(import.meta.dirname, '../../eval/questions');

/** What is read here of the questionnaires; what their answers must be belongs to the eval. */
const Questionnaire = z.looseObject({
  jour: CalendarDate,
  questions: z.array(z.looseObject({ id: z.string(), texte: z.string(), avant: z.array(z.string()).default([]) })),
});

/** A question of the eval: its words, the turns said before it, the day it is asked. */
export type EvalQuestion = {
  readonly id: string;
  readonly texte: string;
  readonly avant: readonly string[];
  readonly jour: CalendarDate;
};

/** Every question of `eval/questions/*.yaml`: honest ones, threads, refusals, nonsense. */
export function loadEvalQuestions(): readonly EvalQuestion[] {
  return globSync('*.yaml', { cwd: FOLDER })
    .sort()
    .flatMap((file) => {
      const { jour, questions } = readYaml(join(FOLDER, file), Questionnaire);
      return questions.map(({ id, texte, avant }) => ({ id, texte, avant, jour }));
    });
}
