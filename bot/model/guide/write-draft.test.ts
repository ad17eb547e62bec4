import { describe, expect, it } from 'vitest';
import { answerQuestion } from '#bot/answer/answer-question.ts';
import type { Incident } from '#bot/tell-error.ts';
import { loadTestAssembly, TODAY } from '#bot/testing/load-test-assembly.ts';
import { askGuided, guidePipeline } from '../testing/guide-pipeline.ts';
import { type Asked, listHandlesOf, playModel, readUser, toChoice, toWords } from '../testing/play-model.ts';

const PLAFOND = 'Quel plafond annuel pour une CPTS de taille 1 ?';

const { pipeline: plain } = loadTestAssembly();

/** Everything that must be said, and nothing else. */
function sayRequired(asked: Asked) {
  return { segments: listHandlesOf(asked, 'enonce').map((handle) => toChoice('enonce', handle)) };
}

describe('a draft of the model', () => {
  it('is told in sentences: linking words, énoncés with their figures, sources and day', async () => {
    const model = playModel({
      drafts: [
        (asked) => ({
          segments: [
            toWords('bonjour, voici ce que disent les textes :'),
            ...sayRequired(asked).segments,
            toWords(', à votre disposition'),
          ],
        }),
      ],
    });
    const { answer, text } = await askGuided(PLAFOND, guidePipeline(model));
    expect(answer).toMatchObject({ kind: 'answered', composer: 'model', rejections: [], avis: [] });
    expect(text).toContain('Bonjour, voici ce que disent les textes : au 21 novembre 2026, le maximum annuel annoncé');
    expect(text).toContain('287 500 €');
    expect(text).toContain('À votre disposition.\n\nSources');
  });

  it('keeps the computed énoncés that answer the question, even when the model leaves them out', async () => {
    const model = playModel({
      drafts: [(asked) => ({ segments: [toChoice('citation', listHandlesOf(asked, 'citation')[0] ?? '')] })],
    });
    const { answer, text } = await askGuided(PLAFOND, guidePipeline(model));
    expect(answer.composer).toBe('model');
    expect(text).toMatch(/^Au 21 novembre 2026, le maximum annuel annoncé pour une CPTS de taille 1 est de 287 500 €/);
  });

  it.each([
    ['a figure', { segments: [toWords('soit douze mille euros')] }],
    ['a blank', { segments: [toWords('pour ⟦montant⟧,')] }],
    ['a tag', { segments: [toWords('<enonce>')] }],
    ['an unknown handle', { segments: [toChoice('enonce', 'XIV')] }],
    ['a handle on words', { segments: [{ type: 'liaison', words: 'bonjour', handle: 'BGZ' }] }],
    ['words on an énoncé', { segments: [{ type: 'enonce', words: 'en gros', handle: 'BGZ' }] }],
    ['another kind of segment', { segments: [{ type: 'image', words: '', handle: '' }] }],
    ['another key', { segments: [], note: 'x' }],
    ['a text', 'Le plafond est de 287 500 €.'],
    ['nothing', null],
    ['an empty list', { segments: [] }],
    ['too many words', { segments: [toWords('mot '.repeat(200))] }],
    ['too many segments', { segments: Array.from({ length: 40 }, () => toWords('bonjour')) }],
  ])('is rejected when it holds %s, and asked once more', async (_, wrong) => {
    const model = playModel({ drafts: [() => wrong, sayRequired] });
    const { answer, text } = await askGuided(PLAFOND, guidePipeline(model));
    expect(answer.composer).toBe('model');
    expect(answer.rejections.length).toBeGreaterThan(0);
    expect(readUser(model.asked.at(-1) as Asked)).toMatch(/Le brouillon précédent a été refusé[\s\S]*<motif>/);
    expect(text).not.toContain('douze mille');
  });

  it('is rejected when its words touch a figure that is licensed, as the last gate would stop them', async () => {
    const question = "J'ai lu 112 000 euros dans un article, c'est un vrai montant ?";
    const beside = (asked: Asked) => ({ segments: [toWords('en $'), ...sayRequired(asked).segments] });
    const model = playModel({ drafts: [beside, sayRequired] });
    const { answer, text } = await askGuided(question, guidePipeline(model));
    expect(answer.composer).toBe('model');
    expect(answer.rejections).toContain(
      'Des mots de liaison touchent un chiffre et en changent le sens : retirez-les.',
    );
    expect(text).not.toContain('$');
  });

  it('gives way to the deterministic answer after two rejections, without a word to the reader', async () => {
    const wrong = () => ({ segments: [toWords('soit douze mille euros')] });
    const journal: Incident[] = [];
    const { answer } = await askGuided(PLAFOND, guidePipeline(playModel({ drafts: [wrong, wrong] }), { journal }));
    const { records, rejections, ...rest } = answer;
    const { rejections: _, ...expected } = await answerQuestion({ text: PLAFOND, today: TODAY }, plain);
    expect(rest).toEqual(expected);
    expect(rejections).toHaveLength(2);
    expect(records).toMatchObject([{ draft: null }]);
    expect(journal).toEqual([]);
  });

  it('is not asked for when nothing of the question was found anywhere', async () => {
    const model = playModel({});
    const { answer } = await askGuided('Quel temps fera-t-il demain à Nantes ?', guidePipeline(model));
    expect(answer).toMatchObject({ kind: 'not-covered', composer: 'deterministic', rejections: [], sources: [] });
    expect(model.asked.map(({ kind }) => kind)).toEqual(['outils']);
  });

  it('may say that nothing answers, when grammar and rules find nothing either', async () => {
    const model = playModel({ drafts: [() => ({ segments: [] })] });
    const { answer } = await askGuided('Qui a gagné le match ?', guidePipeline(model));
    expect(answer).toMatchObject({ kind: 'not-covered', rejections: [], sources: [] });
  });

  it('answers with passages where no known word was found', async () => {
    const text = 'Comment une équipe de soignants peut-elle se regrouper sur son secteur ?';
    expect((await answerQuestion({ text, today: TODAY }, plain)).kind).toBe('not-covered');
    const model = playModel({
      drafts: [(asked) => ({ segments: [toChoice('citation', listHandlesOf(asked, 'citation')[0] ?? '')] })],
    });
    const { answer } = await askGuided(text, guidePipeline(model));
    expect(answer.composer).toBe('model');
    expect(answer.sources.length).toBe(1);
  });

  it('is in the language of the asker, which the model is told', async () => {
    const model = playModel({
      drafts: [(asked) => ({ segments: [toWords('here is the rule:'), ...sayRequired(asked).segments] })],
    });
    const { answer, text } = await askGuided('What is the yearly ceiling for a size 1 CPTS?', guidePipeline(model));
    expect(readUser(model.asked[0] as Asked)).toContain('<question langue="anglais">');
    expect(answer.lang).toBe('en');
    expect(text).toMatch(/^Here is the rule: \p{Ll}/u);
  });
});
