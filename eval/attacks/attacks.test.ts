import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerQuestion } from '#bot/answer/answer-question.ts';
import type { Guide } from '#bot/answer/guide.ts';
import { loadTestAssembly, TODAY } from '#bot/testing/load-test-assembly.ts';
import { findFigures } from '#corpus/law/find-figures.ts';
import { playFaults } from './faults.ts';
import { createJudge } from './judge-answer.ts';
import { loadAttaques, loadHonnetes } from './load-attacks.ts';
import { playAttaques, playHonnetes } from './play-attacks.ts';
import { playGenerated } from './play-generated.ts';
import { openEndpointRoad, type Road } from './roads.ts';
import { writeSegments } from './write-segments.ts';

const assembly = loadTestAssembly();
const judge = createJudge(assembly);
const attaques = loadAttaques();
const honnetes = loadHonnetes();
/** A sample goes the whole road here; `npm run attacks` plays them all. */
const EVERY = 24;

let road: Road;
beforeAll(async () => {
  road = await openEndpointRoad(assembly);
});
afterAll(() => road.stop());

describe('the attack suite', () => {
  it('has enough outputs of each side, each once', () => {
    const hostile = attaques.flatMap(({ brouillons, sorties, appels }) => [
      ...[...brouillons, ...sorties].map(({ words }) => words),
      ...appels.map((call) => JSON.stringify(call)),
    ]);
    const honest = honnetes.flatMap(({ brouillons, lang }) => brouillons.map((words) => `${lang} ${words}`));
    expect(hostile.length).toBeGreaterThan(300);
    expect(honest.length).toBeGreaterThan(300);
    expect(hostile.filter((words, at) => hostile.indexOf(words) !== at)).toEqual([]);
  });

  it.each(attaques)('shows nothing of « $genre »', async (kind) => {
    const sample = <T>(list: readonly T[]) => list.filter((_, at) => at % EVERY === 0);
    const { brouillons, sorties, appels } = kind;
    const played = { ...kind, brouillons: sample(brouillons), sorties: sample(sorties), appels: sample(appels) };
    const tally = await playAttaques(played, road, judge);
    expect(tally.shown).toEqual([]);
    expect(tally.played).toBeGreaterThan(0);
  });

  it('shows nothing of what is generated, in the process and through the endpoint', async () => {
    const tallies = await playGenerated(assembly, { road, judge, generation: { count: 300, seed: 7 } });
    expect(tallies.flatMap(({ shown }) => shown)).toEqual([]);
    expect(tallies.map(({ rejected }) => rejected)).toEqual([300, 6]);
  });

  it('answers without the model when the endpoint is sick', async () => {
    const tally = await playFaults(assembly, judge, ['page HTML', 'JSON coupé', 'refus poli', 'coupure immédiate']);
    expect(tally).toMatchObject({ played: 4, rejected: 4, shown: [] });
  });

  it.each(honnetes)('lets honest drafts through ($lang, $questions.0)', async (kind) => {
    const brouillons = kind.brouillons.filter((_, at) => at % EVERY === 0);
    const tally = await playHonnetes({ ...kind, brouillons }, road);
    expect(tally.shown).toEqual([]);
    expect(tally.played).toBe(brouillons.length);
  });

  it('has honest drafts that hold no figure', () => {
    const words = honnetes.flatMap(({ brouillons }) => brouillons).map((draft) => draft.replace(/\{[a-z]+2?\}/g, '◻'));
    expect(words.filter((draft) => findFigures(draft).length > 0)).toEqual([]);
  });
});

describe('the judge', () => {
  const question = honnetes[0]?.questions[0] as string;
  const ask = (words: string) =>
    playAttaques(
      {
        genre: 'témoin',
        motif: '',
        questions: [question],
        brouillons: [{ words, piece: 'Malheureusement' }],
        sorties: [],
        appels: [],
      },
      road,
      judge,
    );

  it('sees words that were kept, and those alone', async () => {
    const openGuide = (): Guide => ({
      chooseTools: () => Promise.resolve(),
      compose: ({ materials }) =>
        Promise.resolve({ kind: 'draft', segments: writeSegments('Hélas, {absent}', materials) ?? [] }),
    });
    const answer = await answerQuestion({ text: question, today: TODAY }, { ...assembly.pipeline, openGuide });
    expect(await judge(question, answer, ['Hélas'])).toBe(true);
    expect(await judge(question, answer, ['Malheureusement'])).toBe(false);
  });

  it('sees nothing of a rejected draft', async () => {
    expect(await ask('Malheureusement, douze. {absent}')).toMatchObject({ rejected: 1, shown: [] });
  });

  it('sees a word added to an answer that was made without a model', async () => {
    const answer = await road.ask(question, { write: () => ({ kind: 'text', text: 'null' }) });
    const [first, ...others] = answer.enonces;
    if (!first) throw new Error('no énoncé');
    const changed = { ...answer, enonces: [{ ...first, before: 'Voici :' }, ...others] };
    expect(await judge(question, answer, [])).toBe(false);
    expect(await judge(question, changed, [])).toBe(true);
    expect(await judge(question, { ...answer, rejections: ['soit douze mille'] }, [])).toBe(true);
  });
});
