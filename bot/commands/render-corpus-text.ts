import type { FicheDocument } from '#corpus/import/document-importe.ts';
import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import type { LicensedText } from '#corpus/law/licensed-text.ts';
import type { Corpus } from '#corpus/load-corpus.ts';
import { licenseText } from '../answer/license-text.ts';
import type { Vocabulary } from '../answer/render-message.ts';
import { createScribe } from '../render/scribe.ts';
import { type Line, sealLines, toColumns, toSection } from './layout.ts';

/** The texts of the corpus for a reader: date, kind, title; then the documents that were imported, with their names. */
export function renderCorpusText(
  corpus: Corpus,
  fiches: readonly FicheDocument[],
  vocabulary: Vocabulary,
  today: CalendarDate,
): string {
  const scribe = createScribe('interface', today, vocabulary);
  const lines = [...corpus.textes.values()].map((texte) => toCells(texte, today));
  const counts = {
    textes: { kind: 'nombre', valeur: corpus.textes.size },
    passages: { kind: 'nombre', valeur: corpus.passages.length },
  } as const;
  const imported = fiches.map((fiche): Line => {
    const statut = scribe.phrase(`statut-${fiche.statut}`);
    return [license(fiche.id, fiche.id, today), statut, ...toCells(fiche, today)];
  });
  const section = toSection(scribe.phrase('import-liste'), toColumns(imported, 0));
  return `${sealLines([...toColumns(lines, 0), [], scribe.phrase('cli-corpus', counts), ...section])}\n`;
}

type Texte = Pick<FicheDocument, 'id' | 'date' | 'nature' | 'titre' | 'editeur'>;

function toCells({ id, date, nature, titre, editeur }: Texte, today: CalendarDate): Line {
  return [
    license(date, id, today),
    license(nature, id, today),
    [...license(titre, id, today), ' (', ...license(editeur, id, today), ')'],
  ];
}

function license(text: string, id: string, today: CalendarDate): LicensedText {
  return licenseText(text, id, today, { statut: null, confiance: null, references: [] });
}
