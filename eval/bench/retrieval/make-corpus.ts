import type { RetrievalDocument } from '#corpus/retrieval/retrieval-document.ts';

/** A made corpus and questions on it, the same at every run. */
export type MadeCorpus = { readonly documents: readonly RetrievalDocument[]; readonly questions: readonly string[] };

/** Sentences of a passage, words of a sentence and of a title: those of the articles and pages at hand. */
const SENTENCES = [3, 7] as const;
const SENTENCE_WORDS = [8, 24] as const;
const TITLE_WORDS = [3, 8] as const;
/** Share of the words of a sentence that its question keeps. */
const KEPT = 0.4;

/**
 * Makes passages of French words drawn as language draws them: the word of rank r comes up in proportion to 1 ÷ r.
 * Each question keeps some words of one sentence.
 * @param words most frequent first
 */
export function makeCorpus(words: readonly string[], passages: number, questions: number): MadeCorpus {
  const random = createRandom();
  const between = ([least, most]: readonly [number, number]): number =>
    least + Math.floor(random() * (most - least + 1));
  // The inverse of the share of words up to a rank: ln r ÷ ln R.
  const drawWord = (): string => words[Math.floor(words.length ** random()) - 1] ?? '';
  const drawWords = (count: number): string => Array.from({ length: count }, drawWord).join(' ');
  const documents = Array.from({ length: passages }, (_, n): RetrievalDocument => {
    const sentences = Array.from({ length: between(SENTENCES) }, () => `${drawWords(between(SENTENCE_WORDS))}.`);
    const corps = sentences.map((sentence) => sentence.charAt(0).toUpperCase() + sentence.slice(1)).join(' ');
    return { id: `p${n}`, titre: drawWords(between(TITLE_WORDS)), corps };
  });
  const made = Array.from({ length: questions }, () => {
    const { corps = '' } = documents[Math.floor(random() * documents.length)] ?? {};
    const sentences = corps.split('. ');
    const kept = (sentences[Math.floor(random() * sentences.length)] ?? '').split(' ').filter(() => random() < KEPT);
    return `${kept.join(' ')} ?`;
  });
  return { documents, questions: made };
}

/** A linear congruential generator: numbers from 0 to 1. */
function createRandom(): () => number {
  let state = 20_261_122;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
