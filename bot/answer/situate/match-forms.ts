import { dropAccents, type Token, type Tokenizer } from '#corpus/retrieval/tokenize.ts';

/** A form found among tokens: what it stands for, and the tokens it covers (end excluded). */
export type FormMatch = { readonly value: string; readonly start: number; readonly end: number };

type Entry = { readonly key: readonly string[]; readonly value: string };

/**
 * Builds a finder of written forms, compared word by word after stemming.
 * Question words count (« combien de cpts » is not « cpts »); light words (articles, « de », possessives) do not,
 * so that « rompre un contrat » finds « rompre notre contrat ».
 */
export function createFormMatcher(
  forms: Iterable<readonly [form: string, value: string]>,
  light: ReadonlySet<string>,
  tokenizer: Tokenizer,
): (tokens: readonly Token[]) => readonly FormMatch[] {
  const entries = new Map<string, Entry[]>();
  for (const [form, value] of forms) {
    const key = toKeys(tokenizer.tokenize(form), light).map(({ key }) => key);
    const [first] = key;
    if (first === undefined) continue;
    entries.set(first, [...(entries.get(first) ?? []), { key, value }]);
  }
  return (tokens) => {
    const keys = toKeys(tokens, light);
    return keys.flatMap(({ key: first }, index) =>
      (entries.get(first) ?? [])
        .filter(({ key }) => key.every((part, offset) => keys[index + offset]?.key === part))
        .map(({ key, value }) => ({
          value,
          start: keys[index]?.position ?? 0,
          end: (keys[index + key.length - 1]?.position ?? 0) + 1,
        })),
    );
  };
}

/** Stems in order, compounds cut, light words left out; the position is that of the token. */
function toKeys(tokens: readonly Token[], light: ReadonlySet<string>): readonly { readonly key: string; readonly position: number }[] {
  return tokens.flatMap((token, position) => {
    if (token.kind === 'whole') return [];
    const word = dropAccents(token.word);
    if (light.has(word)) return [];
    return [{ key: token.empty ? word : token.stem, position }];
  });
}
