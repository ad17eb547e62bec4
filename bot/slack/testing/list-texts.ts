/** Every text that a person reads in blocks, in reading order. */
export function listTexts(blocks: unknown): readonly string[] {
  if (Array.isArray(blocks)) return blocks.flatMap(listTexts);
  if (typeof blocks !== 'object' || blocks === null) return [];
  return Object.entries(blocks).flatMap(([key, value]) =>
    key === 'text' && typeof value === 'string' ? [value] : listTexts(value),
  );
}
