import type { Lang } from '#corpus/law/lang.ts';
import type { MotsVides, Synonymes } from '#corpus/retrieval/lexique.ts';
import { dropAccents } from '#corpus/retrieval/tokenize.ts';

/**
 * Language of a question, by the little words it uses; French when nothing tells.
 * English words of the field count too (« deadline »), French words of the corpus do.
 * @param known words of the corpus, which is French
 * Words that both languages share (« on », « a », « or ») are not counted.
 */
export function createLangDetector(
  { francais, anglais }: MotsVides,
  { anglais: lay }: Synonymes,
  known: ReadonlySet<string>,
): (text: string) => Lang {
  const fr = new Set([...francais, ...known].map(dropAccents));
  const en = new Set(
    [...anglais, ...lay.flatMap(({ mots }) => mots.flatMap((mot) => mot.split(' ')))].map(dropAccents),
  );
  return (text) => {
    let balance = 0;
    for (const word of dropAccents(text.toLowerCase()).split(/[^a-z]+/)) {
      if (en.has(word) && !fr.has(word)) balance += 1;
      if (fr.has(word) && !en.has(word)) balance -= 1;
    }
    return balance > 0 ? 'en' : 'fr';
  };
}
