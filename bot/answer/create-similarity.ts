import { renderLicensed } from '#corpus/law/licensed-text.ts';
import type { Tokenizer } from '#corpus/retrieval/tokenize.ts';
import type { Enonce } from './enonce.ts';

/** Share of the shorter text's words that the other also has, from which they say the same thing. */
const SAME = 0.62;

/**
 * Builds the judge of near-duplicates: two sources often report one rule, and a reader wants it once.
 * Compares content words and figures after stemming.
 */
export function createSimilarity(tokenizer: Tokenizer): (a: Enonce, b: Enonce) => boolean {
  const known = new WeakMap<Enonce, ReadonlySet<string>>();
  function toStems(enonce: Enonce): ReadonlySet<string> {
    let stems = known.get(enonce);
    if (!stems) {
      const tokens = tokenizer.tokenize(renderLicensed(enonce.text).text);
      stems = new Set(tokens.filter(({ empty, kind }) => !empty && kind !== 'whole').map(({ stem }) => stem));
      known.set(enonce, stems);
    }
    return stems;
  }
  return (a, b) => {
    const [first, second] = [toStems(a), toStems(b)];
    const shared = [...first].filter((stem) => second.has(stem)).length;
    return shared >= SAME * Math.min(first.size, second.size) && shared > 0;
  };
}
