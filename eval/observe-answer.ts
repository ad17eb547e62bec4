import { performance } from 'node:perf_hooks';
import type { Answer } from '#bot/answer/answer.ts';
import { answerQuestion } from '#bot/answer/answer-question.ts';
import type { Fil } from '#bot/answer/question.ts';
import type { Assembly } from '#bot/assemble.ts';
import { renderAnswer } from '#bot/render/render-text.ts';
import { addDays, type CalendarDate } from '#corpus/law/calendar-date.ts';
import type { Figure } from '#corpus/law/figure.ts';
import { findUnlicensed } from '#corpus/law/find-unlicensed.ts';
import { renderLicensed } from '#corpus/law/licensed-text.ts';
import { readFigures } from '#corpus/law/read-figures.ts';
import type { QuestionPosee } from './load-questions.ts';
import type { Observation } from './notes/observation.ts';

/** Asks a question, after the turns before it, in its own words or in others (I/O edge: it reads the clock). */
export async function observeAnswer(
  { texte, avant, jour: today, profil }: QuestionPosee,
  { pipeline, corpus }: Pick<Assembly, 'pipeline' | 'corpus'>,
  wording: string = texte,
): Promise<Observation> {
  let fil: Fil | undefined;
  for (const text of avant) fil = (await answerQuestion({ text, today, fil, profil }, pipeline)).fil;
  const started = performance.now();
  const answer = await answerQuestion({ text: wording, today, fil, profil }, pipeline);
  const rendered = renderLicensed(renderAnswer(answer, { vocabulary: pipeline.vocabulary, sources: corpus.sources }));
  const ms = performance.now() - started;
  const missing = findUnlicensed(rendered);
  const { kind, lang, asOf, composer, rejections } = answer;
  return {
    ...{ kind, lang, asOf, composer, rejections, ms },
    guided: answer.records !== undefined,
    text: rendered.text,
    figures: rendered.licences.map(({ figure }) => figure),
    enonces: answer.enonces.map(toEnonce),
    sources: answer.sources.map(({ number, passage, refs }) => {
      const { id, statut, corps } = passage;
      return { number, passage: id, refs, statut, corps };
    }),
    joursLaisses: listJoursLaisses(
      wording,
      today,
      answer,
      rendered.licences.map(({ figure }) => figure.value),
    ),
    sansOrigine: missing && rendered.text.slice(missing.start, missing.end),
  };
}

/** A day is taken up as the day of law or by a fact (« la veille du … » moves it by one), or told in the answer. */
function listJoursLaisses(
  wording: string,
  today: CalendarDate,
  { asOf, fil }: Pick<Answer, 'asOf' | 'fil'>,
  told: readonly Figure['value'][],
): readonly string[] {
  const taken = JSON.stringify([asOf, fil.faits]);
  return readFigures(wording, today).flatMap((figure) => {
    if (figure.kind !== 'date' || figure.precision !== 'day' || figure.from > today) return [];
    const near = [addDays(figure.from, -1), figure.from, addDays(figure.from, 1)];
    return told.includes(figure.from) || near.some((day) => taken.includes(day)) ? [] : [figure.text];
  });
}

function toEnonce({ enonce, marks }: Answer['enonces'][number]): Observation['enonces'][number] {
  const { id, text, statut, references } = enonce;
  return {
    ...{ id, statut, marks },
    text: renderLicensed(text).text,
    refs: references.flatMap(({ refs }) => refs),
    figures: text.filter((piece): piece is Figure => typeof piece !== 'string'),
  };
}
