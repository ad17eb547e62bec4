import { isEspace } from '#corpus/import/document-store.ts';
import type { Options } from './open-options.ts';
import { toEcho, toProblem, toValue } from './parsed.ts';

/** Reads `--espace`, the workspace whose documents are meant; undefined when it is not given. */
export function takeEspace(options: Options): string | undefined {
  return options.take('espace', (text) =>
    isEspace(text.trim()) ? toValue(text.trim()) : toProblem('import-espace', { ecrit: toEcho(text) }),
  );
}
