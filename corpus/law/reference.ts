import { z } from 'zod';
import type { CalendarDate } from './calendar-date.ts';

/** Identifier of a text: the name of its folder under `corpus/textes/`. */
export const TexteId = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}-[a-z0-9-]+$/, { error: "un identifiant de texte s'écrit AAAA-MM-JJ-nom-court" })
  .brand('TexteId');
export type TexteId = z.infer<typeof TexteId>;

/** Identifier of a bibliographic source (`S2`, `PAPS23`, `JO19-ART9`). */
export const SourceId = z.string().regex(/^[A-Z][A-Z0-9-]*[A-Z0-9]$/, {
  error: "un identifiant de source s'écrit en capitales, par exemple PAPS23",
});
export type SourceId = z.infer<typeof SourceId>;

/**
 * Where a rule comes from. `texte` is the instrument that makes the rule, `refs` where we read it,
 * `article` only when the article itself was read.
 */
export const Reference = z.strictObject({
  texte: TexteId,
  article: z.string().optional(),
  refs: z.array(SourceId).min(1),
  /** Passage of the corpus that says it, shown as the source of a computed figure. */
  passage: z.string().optional(),
});
export type Reference = z.infer<typeof Reference> & { readonly bareme?: LuDansBareme };

/** Where an administrator read a rule that the corpus lacks, when, and the file in which it was written down. */
export type LuDansBareme = { readonly fichier: string; readonly ou: string; readonly le: CalendarDate };

/** A text that the corpus does not hold is named by its title, which is then shown as it is. */
export function toTexteNomme(titre: string): TexteId {
  return titre as TexteId;
}
