import type { CorpusPassage } from '#corpus/load-corpus.ts';
import { dropAccents } from '#corpus/retrieval/tokenize.ts';

/** Finds the passages whose text or article is named in a question; the value is how few the name leaves, 0 to 1. */
export type NameFinder = (question: string) => ReadonlyMap<string, number>;

type Name = { readonly words: readonly string[]; readonly passages: readonly string[]; readonly rarity: number };

/**
 * Builds the finder of names over passages. Names are compared as written, whatever the spelling of numbers
 * (« n° 2022-375 »), of articles (« art. 8 ») and of codes (« L. 1434-12 »). A longer name hides those it holds.
 */
export function createNameFinder(passages: readonly CorpusPassage[]): NameFinder {
  const names = listNames(passages);
  return (question) => {
    const words = toWords(question);
    const found = names.flatMap((name) =>
      words.flatMap((_, start) => (isAt(name.words, words, start) ? [{ name, start }] : [])),
    );
    const named = new Map<string, number>();
    for (const { name, start } of found) {
      const end = start + name.words.length;
      const hidden = found.some(
        (other) =>
          other.start <= start &&
          other.start + other.name.words.length >= end &&
          other.name.words.length > name.words.length,
      );
      if (hidden) continue;
      for (const id of name.passages) named.set(id, Math.max(named.get(id) ?? 0, name.rarity));
    }
    return named;
  };
}

function listNames(passages: readonly CorpusPassage[]): readonly Name[] {
  const byName = new Map<string, Set<string>>();
  for (const passage of passages) {
    for (const nom of listNoms(passage)) {
      const words = toWords(nom);
      // « repères » is a word before it is a name; « ACIP » is none.
      if (words.length < 2 && nom.toLowerCase() === nom) continue;
      const key = words.join(' ');
      byName.set(key, (byName.get(key) ?? new Set()).add(passage.id));
    }
  }
  const most = Math.log(passages.length);
  return [...byName].map(([key, ids]) => ({
    words: key.split(' '),
    passages: [...ids],
    rarity: most === 0 ? 1 : 1 - Math.log(ids.size) / most,
  }));
}

/** Names under which a passage is asked for: those of its text, and its article when it was read. */
function listNoms({ texte, article }: CorpusPassage): readonly string[] {
  return [texte.nom, ...texte.autresNoms, ...(article === undefined ? [] : [`article ${article}`])];
}

function isAt(name: readonly string[], words: readonly string[], start: number): boolean {
  return name.every((word, offset) => words[start + offset] === word);
}

function toWords(text: string): readonly string[] {
  const folded = dropAccents(text.toLowerCase())
    .replace(/\bn[°ºo]\s*(?=\d)/g, '')
    .replace(/\bart(?:\.|\b)\s*(?=[\da-z])/g, 'article ')
    .replace(/\b([lrda])\.?\s*(?=\d{3,})/g, '$1');
  return folded.match(/[a-z]?\d+(?:-\d+)+|[\p{L}\p{N}]+/gu) ?? [];
}
