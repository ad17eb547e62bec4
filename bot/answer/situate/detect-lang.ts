import type { Lang } from '#corpus/law/lang.ts';
import type { MotsVides, Synonymes } from '#corpus/retrieval/lexique.ts';
import { dropAccents } from '#corpus/retrieval/tokenize.ts';

/**
 * Language of a question, by the little words it uses and the English words of the field (« deadline »); French when
 * nothing tells. Words that both languages share (« on », « contact ») are not counted.
 * @param french words of the passages, which are French
 */
export function createLangDetector(
  { francais, anglais }: MotsVides,
  { anglais: ofTheField }: Synonymes,
  french: ReadonlySet<string>,
): (text: string) => Lang {
  const little = { fr: toSet(francais), en: toSet(anglais) };
  const shared = toSet([...french]);
  const field = toSet(ofTheField.flatMap(({ mots }) => mots.flatMap((mot) => mot.split(' '))));
  return (text) => {
    let balance = 0;
    for (const word of dropAccents(text.toLowerCase()).split(/[^a-z]+/)) {
      const english =
        little.en.has(word) || ((field.has(word) || field.has(word.replace(/s$/, ''))) && !shared.has(word));
      if (english && !little.fr.has(word)) balance += 1;
      if (little.fr.has(word) && !little.en.has(word)) balance -= 1;
    }
    return balance > 0 ? 'en' : 'fr';
  };
}

function toSet(words: readonly string[]): ReadonlySet<string> {
  return new Set(words.map(dropAccents));
}
