import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderAnswerJson } from '#bot/render/render-answer-json.ts';
import { renderParts } from '#bot/render/render-text.ts';
import { sealPayload } from '#bot/slack/outgoing/seal-payload.ts';
import { renderBlocks } from '#bot/slack/render/render-blocks.ts';
import { loadTestAssembly } from '#bot/testing/load-test-assembly.ts';
import { SIGNS, WORDS } from '#bot/testing/plant-figures.ts';
import type { ChatModel } from '../chat-model.ts';
import { askGuided, guidePipeline } from '../testing/guide-pipeline.ts';
import { listHandlesOf } from '../testing/play-model.ts';

const { corpus, parametres, pipeline: plain } = loadTestAssembly();
const QUESTION = 'Quel financement de fonctionnement pour 96 400 habitants ?';
const USAGE = { input: 1, output: 1 };

/** A segment of any make: right handles and wrong ones, words of any kind, figures among them. */
const figure = fc.oneof(...Object.values(SIGNS), ...Object.values(WORDS));
const words = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  figure,
  fc.constantFrom('', 'bonjour,', '<!channel>', '[x](http://y.fr)', '⟦date⟧'),
);
const segment = fc.record({
  type: fc.constantFrom('liaison', 'enonce', 'citation', 'autre'),
  words,
  handle: fc.oneof(fc.nat(30), fc.constantFrom('', 'XIV', 'BGZ', '__proto__')),
});
const draft = fc.oneof(fc.anything(), fc.record({ segments: fc.array(segment, { maxLength: 8 }) }));
const call = fc.record({
  name: fc.oneof(fc.constantFrom('taille', 'financement', 'plafond', '__proto__', 'constructor'), fc.string()),
  args: fc.oneof(
    fc.anything(),
    fc.dictionary(fc.constantFrom('population', 'aspect', 'taille', 'mission'), fc.string()),
  ),
});

/** Plays what was drawn; a number for a handle names one that is there. */
function playDrawn(calls: readonly { readonly name: string; readonly args: unknown }[], written: unknown): ChatModel {
  return {
    name: 'hostile',
    chooseTools: async () => ({
      calls: calls.map((one, index) => ({ id: `c${index}`, ...one })),
      text: '',
      usage: USAGE,
    }),
    async writeDraft(messages) {
      const asked = { kind: 'brouillon', messages, tools: [], schema: undefined } as const;
      const handles = [...listHandlesOf(asked, 'enonce'), ...listHandlesOf(asked, 'citation')];
      const named = JSON.stringify(written ?? null, (key, value: unknown) =>
        key === 'handle' && typeof value === 'number' ? handles[value % handles.length] : value,
      );
      return { draft: named === undefined ? undefined : JSON.parse(named), usage: USAGE };
    },
  };
}

describe('a model that may do anything', () => {
  it('always leaves an answer that every surface can show, through the gate', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(call, { maxLength: 6 }), draft, async (calls, written) => {
        const { answer, text } = await askGuided(QUESTION, guidePipeline(playDrawn(calls, written)));
        expect(answer.kind).toBe('answered');
        expect(text).toContain('Réponse au 21 novembre 2026.');
        expect(text).toContain('75 000 €');
        expect(() => renderAnswerJson(answer, { vocabulary: plain.vocabulary, corpus, parametres })).not.toThrow();
        const parts = renderParts(answer, { vocabulary: plain.vocabulary, sources: corpus.sources });
        expect(() => sealPayload(renderBlocks(parts))).not.toThrow();
      }),
      { numRuns: 150 },
    );
  });
});
