import { beforeAll, describe, expect, it } from 'vitest';
import { type AnswerParts, renderParts } from '#bot/render/render-text.ts';
import { answerEvalQuestions } from '#bot/testing/answer-eval-questions.ts';
import { Blocks } from '#bot/testing/fake-slack/schemas/block-schemas.ts';
import { loadTestAssembly } from '#bot/testing/load-test-assembly.ts';
import { type LicensedText, renderLicensed } from '#corpus/law/licensed-text.ts';
import { sealPayload } from '../outgoing/seal-payload.ts';
import type { OutgoingMessage } from '../outgoing/slack-sender.ts';
import { listTexts } from '../testing/list-texts.ts';
import { renderBlocks, renderSentence } from './render-blocks.ts';

const EMPTY: AnswerParts = { enonces: [], rubriques: [], sources: undefined, avis: [], jour: undefined };

let all: readonly AnswerParts[] = [];

beforeAll(async () => {
  const { pipeline, corpus } = loadTestAssembly();
  const answers = await answerEvalQuestions();
  all = answers.map(({ answer }) => renderParts(answer, { vocabulary: pipeline.vocabulary, sources: corpus.sources }));
});

describe('renderBlocks', () => {
  it('shows every line of every answer of the eval, in order, in blocks that Slack takes', () => {
    for (const parts of all) {
      const { text, blocks } = sealPayload(renderBlocks(parts));
      expect(() => Blocks.parse(blocks)).not.toThrow();
      expect(String(text).length).toBeGreaterThan(0);
      const shown = listTexts(blocks).join('\n');
      let from = 0;
      for (const line of listLines(parts)) {
        const at = shown.indexOf(line, from);
        expect(at, `« ${line} » in ${shown}`).toBeGreaterThanOrEqual(from);
        from = at + line.length;
      }
    }
  });

  it('lays out claims, lists, sources and day', () => {
    const list = (titre: string, ...lignes: readonly string[]) => ({
      titre: [titre],
      lignes: lignes.map((one) => [one]),
    });
    const parts = {
      enonces: [['Un.'], ['Autre.']],
      rubriques: [list('Hypothèses', 'h', 'i')],
      sources: list('Sources', 's', 't'),
      avis: [['Sans modèle.']],
      jour: ['Au jour dit.'],
    };
    const { text, blocks } = read(renderBlocks(parts));
    expect(text).toBe('Un.\nAutre.\nAu jour dit.');
    expect(blocks.map(({ type }) => type)).toEqual(['rich_text', 'context', 'context', 'context']);
    expect(blocks.map((block) => listTexts(block))).toEqual([
      ['Un.\nAutre.', '\n', 'Hypothèses', 'h', 'i'],
      ['Sources\ns\nt'],
      ['Sans modèle.'],
      ['Au jour dit.'],
    ]);
  });

  it('tells the lists to a screen reader when there is no claim', () => {
    const rubriques = [{ titre: ['À préciser'], lignes: [['Quelle taille ?']] }];
    expect(read(renderBlocks({ ...EMPTY, rubriques })).text).toBe('Quelle taille ?');
  });

  it('packs the sources into as few texts as Slack allows, whole lines each', () => {
    const lignes = Array.from({ length: 5 }, (): LicensedText => ['s'.repeat(999)]);
    const { blocks } = read(renderBlocks({ ...EMPTY, sources: { titre: ['Sources'], lignes } }));
    // « Sources » and one line: 1 007; two lines and the end between them: 1 999.
    expect(blocks.map((block) => listTexts(block)[0]?.length)).toEqual([1007, 1999, 1999]);
  });

  it('still tells something to a screen reader when the first claim is long', () => {
    const { text } = read(renderBlocks({ ...EMPTY, enonces: [['é'.repeat(2600)]], jour: ['Au jour dit.'] }));
    expect(text).toBe('Au jour dit.');
  });
});

describe('renderSentence', () => {
  it('is one block, said the same to a screen reader', () => {
    const { text, blocks } = read(renderSentence(['Bonjour.']));
    expect([text, listTexts(blocks), blocks.length]).toEqual(['Bonjour.', ['Bonjour.'], 1]);
  });
});

type Read = { readonly text: string; readonly blocks: readonly { readonly type: string }[] };

function read(message: OutgoingMessage): Read {
  return sealPayload(message) as Read;
}

function listLines({ enonces, rubriques, sources, jour }: AnswerParts): readonly string[] {
  const lists = [...rubriques, ...(sources ? [sources] : [])].flatMap(({ titre, lignes }) => [titre, ...lignes]);
  return [...enonces, ...lists, ...(jour ? [jour] : [])].map((line) => renderLicensed(line).text);
}
