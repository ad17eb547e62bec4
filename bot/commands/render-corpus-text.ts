import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import type { LicensedText } from '#corpus/law/licensed-text.ts';
import type { Corpus } from '#corpus/load-corpus.ts';
import { licenseText } from '../answer/license-text.ts';
import type { Vocabulary } from '../answer/render-message.ts';
import { createScribe } from '../render/scribe.ts';
import { sealLines, toColumns } from './layout.ts';

/** The texts of the corpus for a reader: date, kind, title. */
export function renderCorpusText(corpus: Corpus, vocabulary: Vocabulary, today: CalendarDate): string {
  const scribe = createScribe('interface', today, vocabulary);
  const lines = [...corpus.textes.values()].map(({ id, date, nature, titre, editeur }) => {
    const license = (text: string): LicensedText => {
      return licenseText(text, id, today, { statut: null, confiance: null, references: [] });
    };
    return [license(date), license(nature), [...license(titre), ' (', ...license(editeur), ')']];
  });
  const counts = {
    textes: { kind: 'nombre', valeur: corpus.textes.size },
    passages: { kind: 'nombre', valeur: corpus.passages.length },
  } as const;
  return `${sealLines([...toColumns(lines, 0), [], scribe.phrase('cli-corpus', counts)])}\n`;
}
