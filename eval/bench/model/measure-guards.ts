import { fileURLToPath } from 'node:url';
import { answerQuestion } from '#bot/answer/answer-question.ts';
import type { Materials, Segment } from '#bot/answer/compose.ts';
import { ground } from '#bot/answer/ground.ts';
import type { DraftContext, Guide } from '#bot/answer/guide.ts';
import { listOffered } from '#bot/answer/guide-record.ts';
import { licensePassage } from '#bot/answer/license-passage.ts';
import { assemble } from '#bot/assemble.ts';
import { joinBlanked } from '#bot/model/blanks/blanked.ts';
import { openExchange } from '#bot/model/guide/exchange.ts';
import type { Prompts } from '#bot/model/guide/prompts.ts';
import { listChoices } from '#bot/model/guide/write-draft.ts';
import { loadPrompts } from '#bot/model/load-prompts.ts';
import { loadEvalQuestions } from '#bot/testing/load-eval-questions.ts';
import { renderLicensed } from '#corpus/law/licensed-text.ts';
import type { CorpusPassage } from '#corpus/load-corpus.ts';
import { atMost, type Figure, findQuantile, withoutLimit } from '../figures.ts';

/** Length that an exchange is brought to, in characters. */
const EXCHANGE = 8000;
/** Times that each exchange is measured. */
const TRIES = 9;
const LINKS = [
  'Bonjour, merci pour votre question.',
  'Voici ce que disent les textes :',
  'Par ailleurs,',
  'En complément,',
];

/** Time that blanks and grounding take together, for exchanges of the same length. */
export async function measureGuards(): Promise<readonly Figure[]> {
  const works = await listWorks();
  const { toolbox } = loadPrompts(fileURLToPath(new URL('../../../bot/model/prompts', import.meta.url)));
  const times = works.map((work) => {
    const tries = Array.from({ length: TRIES }, () => measureOnce(work, toolbox));
    // The median of several tries is the cost of the work; the rest is the machine's other occupations.
    return findQuantile(tries, 0.5);
  });
  return [
    withoutLimit('blancs-et-verification-p50', findQuantile(times, 0.5), 'ms'),
    atMost(3, 'blancs-et-verification-p99', findQuantile(times, 0.99), 'ms'),
  ];
}

/** Milliseconds to blank an exchange and to check an ordinary draft of it. */
function measureOnce(work: DraftContext, toolbox: Prompts['toolbox']): number {
  const draft = toDraft(work.materials);
  const started = performance.now();
  const exchange = openExchange(work.materials.question, work.materials.situation, toolbox);
  const { sections } = listChoices(work, exchange);
  joinBlanked([...exchange.question, ...sections], '\n');
  ground(draft, work.materials);
  return performance.now() - started;
}

/** What the questions of the eval are composed from, with passages added up to the length of the measure. */
async function listWorks(): Promise<readonly DraftContext[]> {
  const { pipeline, corpus } = assemble();
  const works: DraftContext[] = [];
  const spy: Guide = {
    chooseTools: () => Promise.resolve(),
    compose(work) {
      works.push({ ...work, materials: lengthen(work.materials, corpus.passages) });
      return Promise.resolve({ kind: 'stopped', avis: 'modele-muet' });
    },
  };
  for (const { texte, jour } of loadEvalQuestions()) {
    await answerQuestion({ text: texte, today: jour }, { ...pipeline, openGuide: () => spy });
  }
  return works;
}

function lengthen(materials: Materials, more: readonly CorpusPassage[]): Materials {
  const passages = [...materials.passages];
  const [model] = passages;
  let length =
    materials.question.length +
    listOffered(materials).reduce((sum, { text: body }) => sum + renderLicensed(body).text.length, 0);
  for (const passage of more) {
    if (!model || length >= EXCHANGE) break;
    const { body, references } = licensePassage(passage);
    const { id, statut } = passage;
    passages.push({
      found: { ...model.found, passage },
      enonce: { id, origin: { type: 'passage', passage: id }, text: body, statut, references },
    });
    length += passage.corps.length;
  }
  return { ...materials, passages };
}

/** An ordinary draft: linking words, then what was offered first. */
function toDraft(materials: Materials): readonly Segment[] {
  return listOffered(materials)
    .slice(0, LINKS.length)
    .flatMap((enonce, index): readonly Segment[] => [
      { type: 'liaison', words: LINKS[index] ?? '' },
      { type: 'enonce', enonce },
    ]);
}
