import { beforeAll, describe, expect, it } from 'vitest';
import { addMonths, type CalendarDate } from '#corpus/law/calendar-date.ts';
import { findFigures } from '#corpus/law/find-figures.ts';
import { renderLicensed } from '#corpus/law/licensed-text.ts';
import type { Statut } from '#corpus/law/statut.ts';
import type { Passage } from '#corpus/law/texte.ts';
import { answerEvalQuestions, type EvalAnswer } from '../testing/answer-eval-questions.ts';
import { AskJson } from '../testing/ask-contract.ts';
import { loadTestAssembly } from '../testing/load-test-assembly.ts';
import { renderAnswerJson } from './render-answer-json.ts';

const { pipeline, corpus, parametres } = loadTestAssembly();
const { templates } = pipeline.vocabulary;
/** The contract, less what the command adds around the answer. */
const AnswerJson = AskJson.omit({ receipt: true, ms: true });
type Rendered = { readonly id: string; readonly entry: EvalAnswer; readonly json: ReturnType<typeof AnswerJson.parse> };

/** Words by which a sentence says that what it tells is not the rule today. */
const SAYS_SO: Readonly<Partial<Record<Statut, RegExp>>> = {
  proposition: /propos|projet|draft|jamais|never|envisag|discut|négoci|piste|compromis|pas été|voulai|demand/iu,
  expire:
    /n.est plus|expir|no longer|avant|before|jusqu|until|antérieur|adopt|\p{L}{2,}ai(?:t|ent)(?!\p{L})|\bwas\b|\bwere\b/iu,
};

let rendered: readonly Rendered[] = [];

beforeAll(async () => {
  rendered = (await answerEvalQuestions()).map((entry) => {
    const json = renderAnswerJson(entry.answer, { vocabulary: pipeline.vocabulary, corpus, parametres });
    return {
      id: `${entry.question.id} ${entry.lang}`,
      entry,
      json: AnswerJson.parse(JSON.parse(JSON.stringify(json))),
    };
  });
});

describe('the JSON of an answer', () => {
  it('has exactly the keys of the contract, for every question of the eval in both languages', () => {
    // AnswerJson.parse above refuses a key more or a key less.
    expect(rendered.length).toBeGreaterThan(300);
    expect(new Set(rendered.map(({ json }) => json.kind))).toEqual(
      new Set(['answered', 'needs-input', 'not-covered', 'refused']),
    );
  });

  it('gives the place of every figure: position, text and text of the answer agree', () => {
    const wrong = rendered.flatMap(({ id, json }) =>
      json.figures.filter(({ text, position }) => json.text.slice(...position) !== text).map(({ text }) => [id, text]),
    );
    expect(wrong).toEqual([]);
  });

  it('has a figure for every digit of the text, and for everything the detector finds', () => {
    for (const { id, json } of rendered) {
      const bare = [...findFigures(json.text), ...listDigitRuns(json.text)].filter(
        ({ start, end }) => !isCovered(start, end, json.figures),
      );
      expect(
        bare.map(({ start, end }) => json.text.slice(start, end)),
        id,
      ).toEqual([]);
    }
  });

  it('numbers figures in reading order, each id once', () => {
    for (const { json } of rendered) {
      expect(json.figures.map(({ id }) => id)).toEqual(json.figures.map((_, index) => `f${index + 1}`));
      const starts = json.figures.map(({ position: [start] }) => start);
      expect(starts).toEqual([...starts].sort((a, b) => a - b));
    }
  });

  it('gives each figure an origin that can be followed', () => {
    for (const { id, json, entry } of rendered) {
      for (const { origin, text } of json.figures) {
        const told = `${id} : ${text}`;
        if (origin.type === 'tool')
          expect(
            json.outcomes.map(({ tool }) => tool),
            told,
          ).toContain(origin.tool);
        // Names of texts (« avenant 2 ») are licensed by the text, other words of the corpus by their passage.
        if (origin.type === 'source') expect(isKnown(origin.passage ?? ''), told).toBe(true);
        if (origin.type === 'question') expect(entry.question.texte.slice(...(origin.span ?? [])), told).not.toBe('');
      }
    }
  });

  it('calls its own only marks, the days of the answer and numbers of helplines: no value of the law', () => {
    const steps = new Set<string>();
    for (const { id, json, entry } of rendered) {
      const { asOf } = entry.answer;
      const own = [asOf, entry.question.jour];
      // The example of the help is a year before.
      const days = [...own, ...own.map((day) => addMonths(day, -12))];
      const { numeros } = pipeline.comprehension;
      const helplines = Object.values(numeros).flatMap((text) => text.match(/\d+/g) ?? []);
      for (const { text, value, unit, origin } of json.figures) {
        if (origin.type !== 'interface') continue;
        const { step = '' } = origin;
        const told = `${id} : ${text} (${step})`;
        steps.add(step);
        if (unit === 'date') expect(days, told).toContain(value);
        else if (step === 'refus-detresse') expect(helplines, told).toContain(String(value));
        else expect(json.sources.length, told).toBeGreaterThanOrEqual(Number(value));
      }
    }
    expect([...steps].sort()).toEqual([
      'interface-aide',
      'interface-jour',
      'interface-marque',
      'interface-source',
      'jour-a-venir',
      'jour-retenu',
      'refus-detresse',
    ]);
  });

  it('refers to texts and sources that exist', () => {
    for (const { json } of rendered) {
      const references = [...json.figures.flatMap((figure) => figure.references), ...json.sources];
      for (const { texte, refs } of references) {
        expect(corpus.textes.has(texte)).toBe(true);
        expect(refs.filter((ref) => !corpus.sources.has(ref))).toEqual([]);
      }
    }
  });

  it('supports every figure of the law with a reference', () => {
    const bare = rendered.flatMap(({ id, json }) =>
      json.figures
        .filter(({ statut, references }) => statut !== null && references.length === 0)
        // A gap has no source, and what we deduce from the asker's own amounts has none either.
        .filter(({ statut }) => statut !== 'absent' && statut !== 'deduit')
        .map(({ text, label }) => `${id} : ${text} (${label})`),
    );
    expect(bare).toEqual([]);
  });

  it('finds every amount that a tool gave in its outcome; the sum of two parts of a mission may be told too', () => {
    const wrong = rendered.flatMap(({ id, json }) => {
      const amounts = listNumbers(json.outcomes);
      return json.figures
        .filter(({ unit, origin }) => unit === 'EUR' && origin.type === 'tool')
        .filter(({ value, origin: { step = '' } }) => !isFound(Number(value), step, amounts))
        .map(({ text }) => `${id} : ${text}`);
    });
    expect(wrong).toEqual([]);
  });

  it('gives euros as numbers with at most two decimals', () => {
    const euros = rendered.flatMap(({ json }) => json.figures.filter(({ unit }) => unit === 'EUR'));
    expect(euros.length).toBeGreaterThan(300);
    expect(
      euros.filter(({ value }) => typeof value !== 'number' || !/^\d+(?:\.\d{1,2})?$/.test(String(value))),
    ).toEqual([]);
  });
});

/** The words of a status on the day asked about: a rule to come, one that has expired since, or its own word. */
function findStatutCode({ statut, valideDu, valideJusquau }: Passage, asOf: CalendarDate): string {
  if (statut === 'en-vigueur' && valideDu !== undefined && valideDu > asOf) return 'statut-depuis';
  const held = valideDu !== undefined && valideJusquau !== undefined && valideDu <= asOf && asOf <= valideJusquau;
  return statut === 'expire' && held ? 'statut-alors' : `statut-${statut}`;
}

describe('the text of an answer', () => {
  it('shows the statut of each source beside its number', () => {
    for (const { id, json, entry } of rendered) {
      for (const { number, passage } of entry.answer.sources) {
        const line = json.text.split('\n').find((candidate) => candidate.startsWith(`[${number}] `));
        const label = templates[entry.lang].get(findStatutCode(passage, entry.answer.asOf));
        expect(line, id).toContain(`— ${label?.split('{')[0]}`);
      }
    }
  });

  it('never tells a proposal or an expired rule as the law: the sentence says what it is', () => {
    const told = rendered.flatMap(({ id, entry }) => entry.answer.enonces.map(({ enonce }) => ({ id, enonce })));
    const past = told.filter(({ enonce }) => enonce.statut !== null && enonce.statut in SAYS_SO);
    expect(past.length).toBeGreaterThan(50);
    const wrong = past.flatMap(({ id, enonce }) => {
      const { text } = renderLicensed(enonce.text);
      return SAYS_SO[enonce.statut ?? 'absent']?.test(text) ? [] : [`${id} : ${text}`];
    });
    expect(wrong).toEqual([]);
  });

  it('says its day whenever it tells the law', () => {
    for (const { id, json, entry } of rendered) {
      if (entry.answer.sources.length === 0) continue;
      expect(json.text, id).toMatch(entry.lang === 'fr' ? /\n\nRéponse au .+\.$/u : /\n\n.*\d{4}\.$/u);
    }
  });
});

function listDigitRuns(text: string): readonly { readonly start: number; readonly end: number }[] {
  return [...text.matchAll(/\p{N}+/gu)].map(({ index, 0: digits }) => ({ start: index, end: index + digits.length }));
}

function isCovered(start: number, end: number, figures: Rendered['json']['figures']): boolean {
  return figures.some(({ position: [from, to] }) => from <= start && end <= to);
}

function isKnown(id: string): boolean {
  return corpus.passagesById.has(id) || corpus.textes.has(id);
}

/** Numbers of a JSON value, and those written in its sentences. */
function listNumbers(value: unknown): readonly number[] {
  if (typeof value === 'number') return [value];
  if (typeof value === 'string') {
    const plain = value.replace(/(?<=\d)[\u00a0\u202f](?=\d{3})/g, '');
    return [...plain.matchAll(/\d+(?:,\d+)?/g)].map(([digits]) => Number(digits.replace(',', '.')));
  }
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(listNumbers) : [];
}

function isFound(value: number, step: string, amounts: readonly number[]): boolean {
  const known = new Set(amounts);
  return known.has(value) || (step === 'enonce-mission-variable' && amounts.some((part) => known.has(value - part)));
}
