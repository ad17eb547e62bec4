import { dropAccents } from '#corpus/retrieval/tokenize.ts';
import type { Refus } from './donnees.ts';

/** Why a question is refused. */
export type MotifRefus = Refus['refus'][number]['id'];

/** Builds the guard of `bot/donnees/refus.yaml`: first reason that a text meets, undefined when it can be answered. */
export function createRefusFinder({ refus }: Refus): (text: string) => MotifRefus | undefined {
  const compiled = refus.map(({ id, motifs, motifsCasse }) => ({
    id,
    folded: motifs.map((patterns) => patterns.map((pattern) => new RegExp(pattern, 'isu'))),
    exact: motifsCasse.map((patterns) => patterns.map((pattern) => new RegExp(pattern, 'su'))),
  }));
  return (text) => {
    const plain = text
      .normalize('NFKC')
      .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
      .replace(/['’ʼ′`´]/g, "'");
    const folded = dropAccents(plain.toLowerCase()).replace(/\s+/g, ' ');
    const found = compiled.find(
      ({ folded: motifs, exact }) =>
        motifs.some((patterns) => patterns.every((pattern) => pattern.test(folded))) ||
        exact.some((patterns) => patterns.every((pattern) => pattern.test(plain))),
    );
    return found?.id;
  };
}
