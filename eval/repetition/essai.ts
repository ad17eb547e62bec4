import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assemble } from '#bot/assemble.ts';
import { CalendarDate } from '#corpus/law/calendar-date.ts';
import { answerQuestion } from '#bot/answer/answer-question.ts';
import { renderAnswer } from '#bot/render/render-text.ts';
import { renderLicensed } from '#corpus/law/licensed-text.ts';
import { prepareRepetition } from './prepare-repetition.ts';
import { loadQuestions } from '../load-questions.ts';
import { observeAnswer } from '../observe-answer.ts';
const root = mkdtempSync(join(tmpdir(), 'cpts-rep-'));
prepareRepetition(join(import.meta.dirname, 'avenant-3'), root);
const before = assemble();
const after = assemble(root);
let t=performance.now();
let n=0, diff=0;
for (const q of loadQuestions()) {
  const a = await observeAnswer(q, before), b = await observeAnswer(q, after);
  n++;
  if (a.text !== b.text) { diff++; if (diff<=Number(process.argv[2]??6)) console.log('####', q.id, q.texte, q.jour, '\n', a.text, '\n-----\n', b.text); else console.log('#', q.id, q.texte); }
}
console.log(n, diff, performance.now()-t);
for (const text of process.argv.slice(3)) {
  const a = await answerQuestion({ text, today: CalendarDate.parse('2027-05-20') }, after.pipeline);
  console.log('>>>', text, a.kind, '\n', renderLicensed(renderAnswer(a, { vocabulary: after.pipeline.vocabulary, sources: after.corpus.sources })).text);
}
