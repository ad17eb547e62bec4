import { globSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { CalendarDate } from '#corpus/law/calendar-date.ts';
import { readYaml } from '#corpus/read-yaml.ts';
import { Questionnaire } from '../questions.ts';
import { Profanes } from '../retrieval/profanes.ts';

const Textes = z.array(z.string()).min(1);

/** `questions.yaml`: what the corpus does not know, by kind, and more ways of asking what it knows. */
const QuestionsAbstention = z.strictObject({
  jour: CalendarDate,
  proches: Textes,
  dedans: Textes,
  ailleurs: Textes,
  sues: Textes,
});

/** A question, and whether the corpus answers it. */
export type QuestionJugee = {
  readonly groupe: string;
  readonly texte: string;
  readonly jour: CalendarDate;
  readonly connue: boolean;
};

const EVAL = join(import.meta.dirname, '..');

/** Every question on which abstention is judged: those of `questions.yaml`, everyday ones, and those of the eval. */
export function loadAbstentionQuestions(): readonly QuestionJugee[] {
  const { jour, sues, ...inconnues } = readYaml(join(EVAL, 'abstention', 'questions.yaml'), QuestionsAbstention);
  const profanes = readYaml(join(EVAL, 'retrieval', 'profanes.yaml'), Profanes);
  return [
    ...Object.entries(inconnues).flatMap(([groupe, textes]) =>
      textes.map((texte) => ({ groupe, texte, jour, connue: false })),
    ),
    ...sues.map((texte) => ({ groupe: 'sues', texte, jour, connue: true })),
    ...profanes.questions.map(({ texte }) => ({ groupe: 'profanes', texte, jour: profanes.jour, connue: true })),
    ...loadAnswered(),
  ];
}

/** Questions of the eval that stand alone and have an answer. */
function loadAnswered(): readonly QuestionJugee[] {
  const folder = join(EVAL, 'questions');
  return globSync('*.yaml', { cwd: folder })
    .sort()
    .flatMap((file) => {
      const { jour, questions } = readYaml(join(folder, file), Questionnaire);
      return questions
        .filter(
          ({ kind, avant, dit }) => kind.every((one) => one === 'answered') && avant.length === 0 && dit.length > 0,
        )
        .map(({ texte }) => ({ groupe: 'eval', texte, jour, connue: true }));
    });
}
