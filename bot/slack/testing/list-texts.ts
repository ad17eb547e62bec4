/** Every text that a person reads in blocks, in reading order. */
export function listTexts(blocks: unknown): readonly string[] {
  if (Array.isArray(blocks)) return blocks.flatMap(listTexts);
  if (typeof blocks !== 'object' || blocks === null) return [];
  return Object.entries(blocks).flatMap(([key, value]) =>
    key === 'text' && typeof value === 'string' ? [value] : listTexts(value),
  );
}

/** What a person reads of messages or windows, one after the other, with plain spaces. */
export function readPlain(shown: readonly { readonly blocks?: unknown }[]): string {
  return shown
    .map(({ blocks }) => listTexts(blocks).join('\n'))
    .join('\n')
    .replaceAll(/[\u00a0\u202f]/g, ' ');
}
