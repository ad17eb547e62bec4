import { foldWord } from '#corpus/law/fold-text.ts';
import type { TexteMetadata } from '#corpus/law/texte.ts';

/** Short names of texts (« jo », « loi ») are found in other words. */
const SHORTEST_NAME = 3;

/** Builds what finds the text that words name by one of its names, the longest first. */
export function createTexteFinder(textes: readonly TexteMetadata[]): (words: string) => string | undefined {
  const names = textes
    .flatMap(({ id, nom, autresNoms }) => [nom, ...autresNoms].map((name) => ({ id, name: foldWord(name) })))
    .filter(({ name }) => name.length >= SHORTEST_NAME)
    .sort((a, b) => b.name.length - a.name.length);
  return (words) => {
    const folded = foldWord(words);
    return names.find(({ name }) => hasWord(folded, name))?.id;
  };
}

function hasWord(text: string, name: string): boolean {
  const at = text.indexOf(name);
  if (at === -1) return false;
  return !/[a-z0-9]/.test(text[at - 1] ?? ' ') && !/[a-z0-9]/.test(text[at + name.length] ?? ' ');
}
