import { foldWord } from '#corpus/law/fold-text.ts';
import type { TexteMetadata } from '#corpus/law/texte.ts';

/** Short names of texts (« jo », « loi ») are found in other words. */
const SHORTEST_NAME = 3;

/**
 * Builds what finds the texts that words name; a longer name hides the shorter ones it holds.
 * @returns ids of texts, each once
 */
export function createTexteFinder(textes: readonly TexteMetadata[]): (words: string) => readonly string[] {
  const names = textes
    .flatMap(({ id, nom, autresNoms }) => [nom, ...autresNoms].map((name) => ({ id, name: foldWord(name) })))
    .filter(({ name }) => name.length >= SHORTEST_NAME)
    .sort((a, b) => b.name.length - a.name.length);
  return (words) => {
    let folded = foldWord(words);
    const found = new Set<string>();
    for (const { id, name } of names) {
      if (!hasWord(folded, name)) continue;
      found.add(id);
      folded = folded.replaceAll(name, ' ');
    }
    return [...found];
  };
}

function hasWord(text: string, name: string): boolean {
  const at = text.indexOf(name);
  if (at === -1) return false;
  return !/[a-z0-9]/.test(text[at - 1] ?? ' ') && !/[a-z0-9]/.test(text[at + name.length] ?? ' ');
}
