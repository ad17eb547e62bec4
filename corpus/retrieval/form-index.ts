import type { Postings } from './postings.ts';
import { computeRarity } from './rarity.ts';
import type { Token } from './tokenize.ts';

/**
 * Builds the scorer of forms: for each document, the rarity among titles of the empty words that its title shares with
 * the question. They say nothing of the subject, but much of what is asked of it: « c'est quoi », « que faire »,
 * « qui peut », « combien de temps ».
 */
export function createFormScorer(
  forms: readonly string[],
  postings: Postings,
): (tokens: readonly Token[]) => Float32Array {
  const numbers = new Map(forms.map((form, number) => [form, number]));
  const size = postings.lengths.length;
  return (tokens) => {
    const scores = new Float32Array(size);
    const asked = listForms(tokens).flatMap((form) => numbers.get(form) ?? []);
    const rarities = asked.map((form) => computeRarity(countDocuments(postings, form), size));
    const mass = rarities.reduce((sum, rarity) => sum + rarity, 0);
    const part = mass <= FULL_MASS ? 1 : FULL_MASS / mass;
    for (const [position, form] of asked.entries()) {
      const rarity = part * (rarities[position] ?? 0);
      for (let place = postings.starts[form] ?? 0; place < (postings.starts[form + 1] ?? 0); place += 1) {
        const document = postings.documents[place] ?? 0;
        scores[document] = (scores[document] ?? 0) + rarity;
      }
    }
    return scores;
  };
}

/** A question is no surer of its form for being long: its empty words together count as much as this at most. */
const FULL_MASS = 12;

/** Stems of the empty words, each once. */
export function listForms(tokens: readonly Token[]): readonly string[] {
  return [...new Set(tokens.filter(({ empty }) => empty).map(({ stem }) => stem))];
}

function countDocuments({ starts }: Postings, term: number): number {
  return (starts[term + 1] ?? 0) - (starts[term] ?? 0);
}
