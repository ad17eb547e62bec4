import { FIRST_DAY } from '#corpus/law/calendar-date.ts';
import type { LicensedText } from '#corpus/law/licensed-text.ts';
import type { Reference } from '#corpus/law/reference.ts';
import type { CorpusPassage } from '#corpus/load-corpus.ts';
import { licenseText } from './license-text.ts';

type LicensedPassage = { readonly body: LicensedText; readonly references: readonly Reference[] };

/** Passages do not change while they are loaded: each is read once. */
const licensed = new WeakMap<CorpusPassage, LicensedPassage>();

/** The text of a passage with its figures licensed by their span, and the reference that supports it. */
export function licensePassage(passage: CorpusPassage): LicensedPassage {
  let known = licensed.get(passage);
  if (!known) {
    const { id, corps, statut, confiance, refs, texte, article } = passage;
    const references = [{ texte: texte.id, refs, passage: id, ...(article === undefined ? {} : { article }) }];
    known = { body: licenseText(corps, id, FIRST_DAY, { statut, confiance, references }), references };
    licensed.set(passage, known);
  }
  return known;
}
