import { dropAccents, type Token, type Tokenizer } from '#corpus/retrieval/tokenize.ts';

/** A form found among tokens: what it stands for, and the tokens it covers (end excluded). */
export type FormMatch = { readonly value: string; readonly start: number; readonly end: number };

type Entry = { readonly key: readonly string[]; readonly value: string };

/**
 * Builds a finder of written forms, compared word by word after stemming.
 * Question words count (« combien de cpts » is not « cpts »); light words (articles, « de », possessives) do not,
 * so that « rompre un contrat » finds « rompre notre contrat ». A form that light words alone tell from an ordinary
 * word (« des sous », money, from « sous », under), or that begins with « = », is compared with them.
 */
export function createFormMatcher(
  forms: Iterable<readonly [form: string, value: string]>,
  light: ReadonlySet<string>,
  tokenizer: Tokenizer,
): (tokens: readonly Token[]) => readonly FormMatch[] {
  const none = new Set<string>();
  const loose = new Map<string, Entry[]>();
  const exact = new Map<string, Entry[]>();
  for (const [form, value] of forms) {
    const asWritten = form.startsWith('=');
    const tokens = tokenizer.tokenize(asWritten ? form.slice(1) : form);
    const key = toKeys(tokens, light).map((part) => part.key);
    const only = key.length === 1 ? key[0] : undefined;
    const ordinary =
      only !== undefined &&
      tokens.length > 1 &&
      tokens.some(({ empty, word }) => empty && toKey(dropAccents(word), '') === only);
    if (asWritten || ordinary || key.length === 0)
      add(exact, { key: toKeys(tokens, none).map((part) => part.key), value });
    else add(loose, { key, value });
  }
  return (tokens) => [...findIn(loose, toKeys(tokens, light)), ...findIn(exact, toKeys(tokens, none))];
}

/** Words up to this length are not reduced to their root. */
const SHORT = 4;

type Key = { readonly key: string; readonly position: number };

function add(entries: Map<string, Entry[]>, entry: Entry): void {
  const first = entry.key[0] ?? '';
  entries.set(first, [...(entries.get(first) ?? []), entry]);
}

function findIn(entries: ReadonlyMap<string, readonly Entry[]>, keys: readonly Key[]): readonly FormMatch[] {
  return keys.flatMap(({ key: first }, index) =>
    (entries.get(first) ?? [])
      .filter(({ key }) => key.every((part, offset) => keys[index + offset]?.key === part))
      .map(({ key, value }) => ({
        value,
        start: keys[index]?.position ?? 0,
        end: (keys[index + key.length - 1]?.position ?? 0) + 1,
      })),
  );
}

/** Stems in order, compounds cut, light words left out; the position is that of the token. */
function toKeys(tokens: readonly Token[], light: ReadonlySet<string>): readonly Key[] {
  return tokens.flatMap((token, position) => {
    if (token.kind === 'whole') return [];
    const word = dropAccents(token.word);
    if (light.has(word)) return [];
    return [{ key: toKey(word, token.stem), position }];
  });
}

/** Acronyms and short words are compared as written (« PASS » is not « passe »), longer ones by their root. */
function toKey(word: string, stem: string): string {
  const singular = word.length === SHORT + 1 && word.endsWith('s') ? word.slice(0, -1) : word;
  return singular.length <= SHORT ? singular : `${stem}~`;
}
