import { z } from 'zod';
import type { CorpusPassage } from '#corpus/load-corpus.ts';
import type { FitMeasure } from './measure-fit.ts';
import type { Situation } from './situate/situation.ts';

/** What tells whether a passage answers a question, each from 0 to 1. */
export const Indices = z.strictObject({
  confidence: z.number(),
  coverage: z.number(),
  themes: z.number(),
  /** A word of the field stands in the question. */
  domaine: z.number(),
  /** The asker speaks of her own community. */
  nous: z.number(),
  /** Share of the question that the passage accounts for, and share that nothing knows. */
  explained: z.number(),
  foreign: z.number(),
  figures: z.number(),
  named: z.number(),
});
export type Indices = z.infer<typeof Indices>;

/** `bot/donnees/abstention.yaml`: how much each clue counts, and from which probabilities a passage is an answer. */
export const Abstention = z.strictObject({
  /** Below the first, silence although the words go together; from the second, an answer although they hardly do. */
  seuils: z.strictObject({ tait: z.number().min(0).max(1), ouvre: z.number().min(0).max(1) }),
  biais: z.number(),
  poids: Indices,
  /** Words of talk: that a passage does not hold them tells nothing. */
  conversation: z.array(z.string()),
  /** What the weights were computed on. */
  echantillon: z.strictObject({ connues: z.int().positive(), inconnues: z.int().positive() }),
});
export type Abstention = z.infer<typeof Abstention>;

/** What is looked at of a passage found. */
type Ranked = {
  readonly passage: CorpusPassage;
  readonly confidence: number;
  readonly coverage: number;
  readonly themes: readonly string[];
  readonly sharedFigures: number;
  readonly named: number;
};

/** Themes shared beyond this count tell nothing more. */
const MOST_THEMES = 3;

/** Reads the clues of one passage for a question. */
export function readIndices(text: string, situation: Situation, found: Ranked, measureFit: FitMeasure): Indices {
  const { explained, foreign } = measureFit(text, situation, found.passage);
  return {
    confidence: found.confidence,
    coverage: found.coverage,
    themes: Math.min(found.themes.length, MOST_THEMES) / MOST_THEMES,
    domaine: Number(situation.duDomaine),
    nous: Number(situation.nous),
    explained,
    foreign,
    figures: Number(found.sharedFigures > 0),
    named: found.named,
  };
}

/** Probability that the passage with these clues answers the question (logistic), 0 to 1. */
export function computeProbability(indices: Indices, { biais, poids }: Pick<Abstention, 'biais' | 'poids'>): number {
  let sum = biais;
  for (const name of INDICES) sum += poids[name] * indices[name];
  return 1 / (1 + Math.exp(-sum));
}

/** Names of the clues. */
export const INDICES = Indices.keyof().options;
