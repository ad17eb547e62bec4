import { describe, expect, it } from 'vitest';
import { answerEvalQuestions } from '#bot/testing/answer-eval-questions.ts';
import { loadTestAssembly, TODAY } from '#bot/testing/load-test-assembly.ts';
import { type LicensedText, renderLicensed } from '#corpus/law/licensed-text.ts';
import { answerQuestion } from '../../answer/answer-question.ts';
import { createScribe } from '../../render/scribe.ts';
import { sealPayload } from '../outgoing/seal-payload.ts';
import { type Explication, explainFigures } from './explain-figures.ts';
import { countPages, renderWhy } from './render-why.ts';

const { pipeline, corpus, parametres } = loadTestAssembly();
const referentiel = { corpus, parametres, vocabulary: pipeline.vocabulary };

async function explain(text: string): Promise<readonly Explication[]> {
  return explainFigures(await answerQuestion({ text, today: TODAY }, pipeline), referentiel);
}

describe('explainFigures', () => {
  it('debug', async () => {
    for (const q of [
      'Quel financement pour 85 000 habitants, contrat signé le 12/03/2024 ?',
      'Quelles sont les missions socles ?',
      'Quel plafond pour une taille 1 ?',
      'Quelles échéances pour un contrat signé le 12 mars 2024 ?',
    ])
      for (const one of await explain(q))
        console.log(
          JSON.stringify(
            {
              f: one.figures.map((f) => f.text),
              e: show(one.enonce),
              trace: one.trace.map(show),
              textes: one.textes.map(show),
              p: one.passages.map((p) => [show(p.corps), p.adresse?.text]),
            },
            null,
            1,
          ),
        );
    expect(1).toBe(1);
  });

  it('can be shown for every answer of the eval, page after page', async () => {
    let pages = 0;
    for (const { answer } of await answerEvalQuestions()) {
      const explications = explainFigures(answer, referentiel);
      const say = (code: string, args = {}) =>
        createScribe('interface', TODAY, pipeline.vocabulary, answer.lang).phrase(code, args);
      for (let page = 0; page < countPages(explications); page += 1) {
        const view = renderWhy(explications, { answerId: 'BFG', page }, say);
        expect(() => sealPayload({ view })).not.toThrow();
        pages += 1;
      }
    }
    expect(pages).toBeGreaterThan(300);
  });
});

function show(text: LicensedText): string {
  return renderLicensed(text).text;
}
