import { describe, expect, it } from 'vitest';
import { answerQuestion } from '#bot/answer/answer-question.ts';
import { loadTestAssembly, TODAY } from '#bot/testing/load-test-assembly.ts';
import { askGuided, guidePipeline } from '../testing/guide-pipeline.ts';
import { type Asked, findBlank, listHandlesOf, playModel, toChoice } from '../testing/play-model.ts';

/** Asks something that the grammar takes for no calculation. */
const VAGUE = 'Une CPTS de 96 400 habitants, ça donne quoi côté argent ?';

const { pipeline: plain } = loadTestAssembly();

/** Everything that must be said, and nothing else. */
function sayRequired(asked: Asked) {
  return { segments: listHandlesOf(asked, 'enonce').map((handle) => toChoice('enonce', handle)) };
}

describe('the tools that a model asks for', () => {
  it('run with the figures that their handles name, and their énoncés may be said', async () => {
    const model = playModel({
      calls: [(asked) => [{ name: 'plafond', args: { population: findBlank(asked, 'habitants') } }]],
      drafts: [sayRequired],
    });
    const { answer, text } = await askGuided(VAGUE, guidePipeline(model));
    expect(answer.runs.map(({ tool, input }) => [tool, input])).toContainEqual(['plafond', { taille: 'taille3' }]);
    expect(text).toContain('Le maximum annuel en taille 3');
    expect(answer.fil.faits).toEqual((await answerQuestion({ text: VAGUE, today: TODAY }, plain)).fil.faits);
  });

  it('are not shown when no figure can feed them', async () => {
    const model = playModel({ drafts: [() => ({ segments: [] }), () => ({ segments: [] })] });
    await askGuided('Quelles sont les missions socles ?', guidePipeline(model));
    const names = model.asked[0]?.tools.map(({ name }) => name);
    expect(names).toContain('financement');
    expect(names).not.toContain('taille');
    expect(names).not.toContain('montant');
  });

  it.each([
    ['a tool that does not exist', () => ({ name: 'envoyer-un-message', args: {} }), "Cet outil n'existe pas"],
    [
      'a value in place of a handle',
      () => ({ name: 'taille', args: { population: '96 400' } }),
      "Ce repère n'existe pas",
    ],
    ['an argument of its own', () => ({ name: 'taille', args: { url: 'x' } }), 'Les arguments ne conviennent pas'],
    ['no argument', () => ({ name: 'taille', args: 'rien' }), 'Les arguments ne conviennent pas'],
    [
      'a figure that has another role',
      (asked: Asked) => ({ name: 'avenant', args: { avenant: findBlank(asked, 'habitants') } }),
      'la personne lui donne un autre rôle',
    ],
  ])('are refused with %s, told without a figure, and mended once', async (_, call, reason) => {
    const model = playModel({
      calls: [
        (asked) => [call(asked)],
        (asked) => [{ name: 'plafond', args: { population: findBlank(asked, 'habitants') } }],
      ],
      drafts: [sayRequired],
    });
    const { answer } = await askGuided(VAGUE, guidePipeline(model));
    const told = model.asked[1]?.messages.map(({ text }) => text).join('\n');
    expect(told).toContain(reason);
    expect(JSON.stringify(model.asked[1]?.messages)).not.toMatch(/\d|envoyer/);
    expect(answer.runs.some(({ tool }) => tool === 'plafond')).toBe(true);
  });

  it('are not asked for a third time', async () => {
    const wrong = () => [{ name: 'taille', args: { population: 'XXX' } }];
    const model = playModel({ calls: [wrong, wrong], drafts: [sayRequired] });
    await askGuided(VAGUE, guidePipeline(model));
    expect(model.asked.map(({ kind }) => kind)).toEqual(['outils', 'outils', 'brouillon']);
  });

  it('run four times at most for a question, and never what was run already', async () => {
    const aspects = ['fonctionnement', 'signature', 'annee', 'mission'];
    const model = playModel({
      calls: [
        (asked) => {
          const population = findBlank(asked, 'habitants');
          const again = { name: 'taille', args: { population } };
          return [again, ...aspects.map((aspect) => ({ name: 'financement', args: { aspect, population } })), again];
        },
      ],
      drafts: [sayRequired],
    });
    const { answer } = await askGuided(VAGUE, guidePipeline(model));
    const keys = answer.runs.map(({ tool, input }) => `${tool} ${JSON.stringify(input)}`);
    expect(new Set(keys).size).toBe(keys.length);
    expect(answer.records?.[0]?.calls.length).toBeLessThanOrEqual(4);
  });
});
