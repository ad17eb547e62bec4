import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { BotError } from '#corpus/law/bot-error.ts';
import type { Figure } from '#corpus/law/figure.ts';
import { type LicensedText, renderLicensed } from '#corpus/law/licensed-text.ts';
import { checkLicences, seal, sealRendered } from './gate.ts';
import { renderAnswerJson } from './render/render-answer-json.ts';
import { renderAnswer } from './render/render-text.ts';
import { answerEvalQuestions, type EvalAnswer } from './testing/answer-eval-questions.ts';
import { loadTestAssembly } from './testing/load-test-assembly.ts';
import { type Planted, plantBesideFigure, plantInWords, SIGNS, WORDS } from './testing/plant-figures.ts';

const { pipeline, corpus, parametres } = loadTestAssembly();
const { vocabulary } = pipeline;
const kinds = [...Object.keys(SIGNS), ...Object.keys(WORDS)];
/** For each of the kinds, in each of three places: 25 × 3 × 40 = 3 000 figures planted. */
const PLANTINGS = 40;

let answers: readonly EvalAnswer[] = [];
/** Answers that hold figures, as they are before the gate. */
let texts: readonly LicensedText[] = [];

beforeAll(async () => {
  answers = await answerEvalQuestions();
  texts = answers
    .map(({ answer }) => renderAnswer(answer, { vocabulary, sources: corpus.sources }))
    .filter((text) => text.some((piece) => typeof piece !== 'string'));
});

describe('the last gate', () => {
  it('lets every honest answer pass, in both languages, as text and as JSON', () => {
    expect(answers.length).toBeGreaterThan(300);
    let licensed = 0;
    for (const { answer } of answers) {
      licensed += sealRendered(renderAnswer(answer, { vocabulary, sources: corpus.sources })).licences.length;
      expect(renderAnswerJson(answer, { vocabulary, corpus, parametres }).text).not.toBe('');
    }
    // Ten figures an answer and more: the gate had something to look at.
    expect(licensed).toBeGreaterThan(10 * answers.length);
  });

  it.each(kinds)('refuses %s planted anywhere in the words of an answer', (kind) => {
    const inside = kind in SIGNS;
    refusesAll(kind, (text, figure, place) => plantInWords(text, figure, place, inside));
  });

  it.each(kinds)('refuses %s glued to a licensed figure', (kind) => {
    refusesAll(kind, (text, figure, place) => plantBesideFigure(text, figure, place, ''));
  });

  it.each(kinds)('refuses %s a no-break space away from a licensed figure', (kind) => {
    refusesAll(kind, (text, figure, place) =>
      plantBesideFigure(text, figure, place, place % 3 === 0 ? '\u202f' : '\u00a0'),
    );
  });

  it('refuses a figure that is licensed elsewhere in the same answer: the place is licensed, not the value', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), fc.nat(), (at, which, place) => {
        const text = pick(texts, at);
        const figure = pick(listFigures(text), which).text;
        checkRefused(plantInWords(text, figure, place, false));
        // Said twice in a row, at its own place: the second one is not licensed.
        checkRefused(plantBesideFigure(text, figure, place, ''));
        checkRefused(plantBesideFigure(text, figure, place, ' '));
      }),
      { numRuns: 300 },
    );
  });

  it('refuses the figures of an answer once they have lost their licence', () => {
    for (const text of texts) {
      const figures = listFigures(text);
      const stripped = text.map((piece) => (piece === figures[0] ? figures[0].text : piece));
      checkRefused({ text: stripped, figure: figures[0]?.text ?? '' });
    }
  });

  it.each([
    ['€', ' ', ''],
    ['k€', '', ''],
    ['M€', '\u00a0', ''],
    ['%', '', ''],
    ['k', '', ''],
    ['€', '', 'before'],
  ])('refuses « %s » put against a licensed number: it would say something else', (sign, glue, side) => {
    const origin = { type: 'tool', tool: 'taille', step: 'enonce-taille' } as const;
    const licensed: Figure = { ...pick(listFigures(pick(texts, 0)), 0), text: '85 000', origin };
    const text = side === 'before' ? [`Soit ${sign}${glue}`, licensed, '.'] : ['Soit ', licensed, `${glue}${sign}.`];
    checkRefused({ text, figure: sign });
    expect(seal(['Soit ', licensed, ' habitants.'])).toBe('Soit 85 000 habitants.');
  });

  it('says where, not what: the figure does not go to the log', () => {
    const error = catchError(() => seal(['Le total est de ', '123 456', ' euros.']));
    expect(error).toBeInstanceOf(BotError);
    expect(error).toMatchObject({ code: 'ERR_CHIFFRE_SANS_ORIGINE' });
    const { message, remedy } = error as BotError;
    expect(`${message} ${remedy}`).not.toContain('123');
    // « Le total est de » and its blank are 16 characters; the unit that touches the number is part of it.
    expect(message).toContain('positions 16 à 29');
  });

  it('gives the places of what it lets pass', () => {
    const figure = pick(listFigures(pick(texts, 0)), 0);
    const { text, licences } = sealRendered(['Donc ', figure, '.']);
    expect(text).toBe(`Donc ${figure.text}.`);
    expect(licences).toEqual([{ figure, start: 5, end: 5 + figure.text.length }]);
  });
});

/** Plants figures of a kind in texts taken at random; each must be refused. */
function refusesAll(kind: string, plant: (text: LicensedText, figure: string, place: number) => Planted): void {
  const figure = SIGNS[kind] ?? WORDS[kind] ?? fc.constant('');
  fc.assert(
    fc.property(fc.nat(), figure, fc.nat(), (at, planted, place) =>
      checkRefused(plant(pick(texts, at), planted, place)),
    ),
    { numRuns: PLANTINGS },
  );
}

function checkRefused({ text, figure }: Planted): void {
  const error = catchError(() => checkLicences(renderLicensed(text)));
  expect(error, `${figure} in ${renderLicensed(text).text}`).toMatchObject({ code: 'ERR_CHIFFRE_SANS_ORIGINE' });
}

function catchError(run: () => void): unknown {
  try {
    run();
    return undefined;
  } catch (error) {
    return error;
  }
}

function listFigures(text: LicensedText): readonly Figure[] {
  return text.filter((piece) => typeof piece !== 'string');
}

function pick<T>(values: readonly T[], at: number): T {
  const value = values[at % values.length];
  if (value === undefined) throw new Error('nothing to pick from');
  return value;
}
