import { describe, expect, it } from 'vitest';
import { answerQuestion } from '#bot/answer/answer-question.ts';
import { createScribe } from '#bot/render/scribe.ts';
import { answerEvalQuestions } from '#bot/testing/answer-eval-questions.ts';
import { loadTestAssembly, TODAY } from '#bot/testing/load-test-assembly.ts';
import { type LicensedText, renderLicensed } from '#corpus/law/licensed-text.ts';
import { sealPayload } from '../outgoing/seal-payload.ts';
import { type Explication, explainFigures } from './explain-figures.ts';
import { countPages, renderWhy } from './render-why.ts';

const { pipeline, corpus, parametres } = loadTestAssembly();
const referentiel = { corpus, parametres, vocabulary: pipeline.vocabulary };

async function explain(text: string): Promise<readonly Explication[]> {
  return explainFigures(await answerQuestion({ text, today: TODAY }, pipeline), referentiel);
}

describe('explainFigures', () => {
  it('tells the steps of an amount, the article when it was read, and what the asker wrote', async () => {
    const [taille, fonctionnement] = await explain('Quel financement pour 85 000 habitants, signé le 12/03/2024 ?');
    expect(taille?.figures.map(({ text }) => text)).toContain('85\u202f000');
    expect(taille?.trace.map(show)).toContainEqual(expect.stringContaining('Écrit par vous dans la question'));
    expect(fonctionnement?.trace.map(show).join('\n')).toContain('versée en entier à la signature');
    expect(fonctionnement?.textes.map(show)).toContainEqual(
      expect.stringMatching(/, article 9, en vigueur, depuis le/),
    );
    expect(fonctionnement?.passages.map(({ corps }) => show(corps)).join('\n')).toContain(
      '75\u202f000\u00a0€ en taille 3',
    );
  });

  it('names the passage in which a figure was read, and where its source is', async () => {
    const [missions] = await explain('Quelles sont les missions socles ?');
    expect(missions?.trace.map(show).join()).toMatch(/^Lu tel quel dans le passage\s: quatre/u);
    expect(missions?.passages[0]?.adresse?.text).toMatch(/^https?:/);
  });

  it('leaves out the day of the answer, the marks of sources and the names of texts', async () => {
    const [plafond] = await explain('Quel plafond pour une taille 1 ?');
    expect(plafond?.figures.map(({ text }) => text)).toEqual(['1', '287\u202f500\u00a0€']);
  });

  it('can be shown for every answer of the eval, page after page', async () => {
    let pages = 0;
    const answers = await answerEvalQuestions();
    for (const { answer } of answers.filter((_, index) => index % 4 < 2)) {
      const explications = explainFigures(answer, referentiel);
      const say = (code: string, args = {}) =>
        createScribe('interface', TODAY, pipeline.vocabulary, answer.lang).phrase(code, args);
      for (let page = 0; page < countPages(explications); page += 1) {
        const view = renderWhy(explications, { answerId: 'BFG', page }, say);
        expect(() => sealPayload({ view })).not.toThrow();
        pages += 1;
      }
    }
    expect(pages).toBeGreaterThan(150);
  });
});

function show(text: LicensedText): string {
  return renderLicensed(text).text;
}
