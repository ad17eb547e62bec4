import type { Token, Tokenizer } from './tokenize.ts';

/** A phrase found in a text: what it stands for, and the tokens it covers (end excluded). */
export type PhraseMatch<T> = { readonly value: T; readonly start: number; readonly end: number };

type Entry<T> = { readonly key: readonly string[]; readonly value: T };

/**
 * Finds known phrases among the tokens of a text, wherever they start.
 * A phrase that holds content words is compared by stems, skipping empty words on both sides (« casser un contrat »
 * finds « casser notre contrat »); one made of empty words alone (« des sous ») is compared word for word.
 */
export function createPhraseMatcher<T>(
  phrases: Iterable<readonly [phrase: string, value: T]>,
  tokenizer: Tokenizer,
): (tokens: readonly Token[]) => readonly PhraseMatch<T>[] {
  const byStem = new Map<string, Entry<T>[]>();
  const byWord = new Map<string, Entry<T>[]>();
  for (const [phrase, value] of phrases) {
    const tokens = tokenizer.tokenize(phrase).filter(({ kind }) => kind !== 'whole');
    const stems = tokens.filter(({ empty }) => !empty).map(({ stem }) => stem);
    if (stems.length > 0) push(byStem, { key: stems, value });
    else
      push(byWord, {
        key: tokens.map(({ plain }) => plain),
        value,
      });
  }
  return (tokens) => {
    const matches: PhraseMatch<T>[] = [];
    for (const start of tokens.keys()) {
      matchAt(byStem, tokens, start, (token) => (token.empty || token.kind === 'whole' ? null : token.stem), matches);
      // A part of a compound is not a word by itself: « de sous-traitance » is not money.
      matchAt(byWord, tokens, start, (token) => (token.kind === 'plain' ? token.plain : ''), matches);
    }
    return matches;
  };
}

function push<T>(entries: Map<string, Entry<T>[]>, entry: Entry<T>): void {
  const [first = ''] = entry.key;
  const same = entries.get(first);
  if (same === undefined) entries.set(first, [entry]);
  else same.push(entry);
}

/** Compares every entry that begins like the token at `start`; `read` gives null for a token to skip. */
function matchAt<T>(
  entries: ReadonlyMap<string, readonly Entry<T>[]>,
  tokens: readonly Token[],
  start: number,
  read: (token: Token) => string | null,
  matches: PhraseMatch<T>[],
): void {
  const token = tokens[start];
  const first = token && read(token);
  if (first === undefined || first === null || first === '') return;
  for (const { key, value } of entries.get(first) ?? []) {
    const end = findEnd(key, tokens, start, read);
    if (end !== undefined) matches.push({ value, start, end });
  }
}

function findEnd(
  key: readonly string[],
  tokens: readonly Token[],
  start: number,
  read: (token: Token) => string | null,
): number | undefined {
  let matched = 0;
  for (let position = start; position < tokens.length; position += 1) {
    const token = tokens[position];
    const text = token === undefined ? null : read(token);
    if (text === null) continue;
    if (text !== key[matched]) return undefined;
    matched += 1;
    if (matched === key.length) return position + 1;
  }
  return undefined;
}
