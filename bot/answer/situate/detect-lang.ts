import type { Lang } from '#corpus/law/lang.ts';
import type { MotsVides } from '#corpus/retrieval/lexique.ts';
import { dropAccents } from '#corpus/retrieval/tokenize.ts';

/**
 * Language of a question, by the little words it uses; French when nothing tells.
 * Words that both languages share (« on », « a », « or ») are not counted.
 */
export function createLangDetector({ francais, anglais }: MotsVides): (text: string) => Lang {
  const [fr, en] = [new Set(francais.map(dropAccents)), new Set(anglais.map(dropAccents))];
  return (text) => {
    let balance = 0;
    for (const word of dropAccents(text.toLowerCase()).split(/[^a-z]+/)) {
      if (en.has(word) && !fr.has(word)) balance += 1;
      if (fr.has(word) && !en.has(word)) balance -= 1;
    }
    return balance > 0 ? 'en' : 'fr';
  };
}
