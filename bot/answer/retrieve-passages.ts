import type { ReadFigure } from '#corpus/law/read-figures.ts';
import { STATUTS_COURANTS } from '#corpus/law/statut.ts';
import type { CorpusPassage } from '#corpus/load-corpus.ts';
import type { Retriever } from '#corpus/retrieval/retrieve.ts';
import { toValue } from './license-text.ts';
import type { Situation } from './situate/situation.ts';

/** A passage that speaks of the question, best first. */
export type Found = {
  readonly passage: CorpusPassage;
  readonly score: number;
  /** Between 0 and 1: how much of the question the passage really covers. */
  readonly confidence: number;
  /** Themes of the passage that the question names. */
  readonly themes: readonly string[];
  /** It holds a figure that the question holds too. */
  readonly sameFigure: boolean;
};

/** What retrieval needs besides the question. */
export type Bibliotheque = {
  readonly retriever: Retriever;
  readonly passages: ReadonlyMap<string, CorpusPassage>;
  /** Figures of each passage as keys (see {@link toFigureKeys}). */
  readonly figureKeys: ReadonlyMap<string, ReadonlySet<string>>;
  /** Rarity of each theme among passages, 0 to 1. */
  readonly themeWeights: ReadonlyMap<string, number>;
};

/** How much each clue adds to the fused score of the text views. */
const WEIGHTS = { theme: 1.6, figure: 1.2, past: -2.5, outOfTime: -1.5, absent: 0.2 };
/** Concepts that show that history is wanted, besides the question's own date. */
const HISTORY = ['q-histoire', 'proposition', 'negociation', 'opinion', 'syndicats', 'personnes'];

/**
 * Passages for a question: text views fused by the retriever, themes the question names, figures it quotes; what is no
 * longer (or never was) the rule steps back unless history is asked.
 */
export function retrievePassages(text: string, situation: Situation, bibliotheque: Bibliotheque, k: number): readonly Found[] {
  const { retriever, passages, figureKeys, themeWeights } = bibliotheque;
  const { concepts, figures } = situation;
  const keys = toFigureKeys(figures);
  const history = HISTORY.some((concept) => concepts.has(concept)) || situation.asOfReason === 'question';
  const clues = new Map<string, { readonly boost: number; readonly themes: readonly string[]; readonly sameFigure: boolean }>();
  const boost = new Map<string, number>();
  for (const passage of passages.values()) {
    const themes = passage.themes.filter((theme) => concepts.has(theme));
    const sameFigure = [...(figureKeys.get(passage.id) ?? [])].some((key) => keys.has(key));
    const thematic = themes.reduce((sum, theme) => sum + (themeWeights.get(theme) ?? 0), 0);
    const value =
      WEIGHTS.theme * thematic +
      (sameFigure ? WEIGHTS.figure : 0) +
      (isPast(passage) && !history && !sameFigure ? WEIGHTS.past : 0) +
      (isOutOfTime(passage, situation) && !history ? WEIGHTS.outOfTime : 0) +
      (passage.statut === 'absent' ? WEIGHTS.absent : 0);
    clues.set(passage.id, { boost: value, themes, sameFigure });
    if (value !== 0) boost.set(passage.id, value);
  }
  return retriever.search(text, { k, boost }).flatMap(({ id, score, confidence }): Found[] => {
    const passage = passages.get(id);
    const clue = clues.get(id);
    return passage && clue ? [{ passage, score, confidence, themes: clue.themes, sameFigure: clue.sameFigure }] : [];
  });
}

/**
 * Figures worth recognising, as keys « unit:value ». Years and small counts are left out: they stand everywhere.
 */
export function toFigureKeys(figures: readonly ReadFigure[]): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const figure of figures) {
    if (figure.kind === 'date' && figure.precision !== 'day' && figure.precision !== 'month') continue;
    if (figure.kind === 'number' && figure.value < 10) continue;
    if (figure.kind === 'ordinal' || figure.kind === 'roman' || figure.kind === 'bad-date') continue;
    const { value, unit } = toValue(figure);
    keys.add(`${unit === 'habitants' ? 'nombre' : unit}:${value}`);
  }
  return keys;
}

/** What is not, or no longer, the rule. Facts of history (counts, opinions) are not rules and stay. */
function isPast({ statut }: CorpusPassage): boolean {
  return statut === 'proposition' || statut === 'expire';
}

function isOutOfTime({ valideDu, valideJusquau, statut }: CorpusPassage, { asOf }: Situation): boolean {
  if (!STATUTS_COURANTS.includes(statut)) return false;
  return (valideDu !== undefined && valideDu > asOf) || (valideJusquau !== undefined && valideJusquau < asOf);
}
