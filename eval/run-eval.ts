import { globSync } from 'node:fs';
import { join } from 'node:path';
import { answerQuestion } from '#bot/answer/answer-question.ts';
import type { Fil } from '#bot/answer/question.ts';
import { assemble } from '#bot/assemble.ts';
import { sealRendered } from '#bot/gate.ts';
import { renderAnswer } from '#bot/render/render-text.ts';
import { readYaml } from '#corpus/read-yaml.ts';
import { Questionnaire } from './questions.ts';
import { scoreAnswer } from './score-answer.ts';

const folder = join(import.meta.dirname, 'questions');
const wanted = process.argv.slice(2);
const { pipeline, corpus } = assemble();
const rendering = { vocabulary: pipeline.vocabulary, sources: corpus.sources };
let right = 0;
let total = 0;
for (const file of globSync('*.yaml', { cwd: folder }).sort()) {
  const { jour, questions } = readYaml(join(folder, file), Questionnaire);
  for (const question of questions) {
    if (wanted.length > 0 && !wanted.includes(question.id) && !wanted.includes(file)) continue;
    let fil: Fil | undefined;
    for (const text of question.avant) fil = (await answerQuestion({ text, today: jour, fil }, pipeline)).fil;
    const answer = await answerQuestion({ text: question.texte, today: jour, fil }, pipeline);
    const { text } = sealRendered(renderAnswer(answer, rendering));
    const problems = scoreAnswer(question, answer, text);
    total += 1;
    if (problems.length === 0) right += 1;
    else console.log(`${question.id} ${question.texte}\n   ${problems.join('\n   ')}`);
  }
}
console.log(`${right} right of ${total}`);
if (right < total) process.exitCode = 1;
