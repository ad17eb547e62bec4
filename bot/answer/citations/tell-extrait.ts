import { type CalendarDate, FIRST_DAY } from '#corpus/law/calendar-date.ts';
import { formatDate } from '#corpus/law/format-date.ts';
import type { Lang } from '#corpus/law/lang.ts';
import type { LicensedText } from '#corpus/law/licensed-text.ts';
import type { Reference } from '#corpus/law/reference.ts';
import type { Enonce } from '../enonce.ts';
import { INTERFACE, type Teller } from '../enonces/teller.ts';
import { licensePassage } from '../license-passage.ts';
import { licenseText } from '../license-text.ts';
import type { CitationOfferte, CitationTrouvee } from './citations.ts';
import type { Lieu } from './documents.ts';
import { toExtrait } from './to-extrait.ts';

/** A quotation as a claim: who wrote it and when, where it stands, and its very words with their figures licensed. */
export function tellExtrait(trouvee: CitationTrouvee, teller: Teller): CitationOfferte {
  const { document, extrait } = trouvee;
  const { id, statut, texte } = document.passage;
  const { references } = licensePassage(document.passage);
  const { lang } = teller.situation;
  const jour = license(toDay(texte.date, lang), references);
  const text = teller.phrase(
    'citation',
    {
      titre: license(texte.titre, references),
      editeur: license(texte.editeur, references),
      date: jour,
      lieu: tellLieu(document.lieu, references, teller),
      extrait: toExtrait(document, extrait),
    },
    INTERFACE,
  );
  const enonce: Enonce = { id, origin: { type: 'citation', document, extrait }, text, statut, references };
  const asOf = { kind: 'date', date: teller.situation.asOf } as const;
  return { ...trouvee, enonce, difference: teller.tell('citation-differe', { asOf, date: jour }, INTERFACE) };
}

function tellLieu(
  { article, paragraphe, rangee, page }: Lieu,
  references: readonly Reference[],
  teller: Teller,
): LicensedText {
  const count = (valeur: number) => ({ kind: 'nombre', valeur }) as const;
  let lieu = teller.phrase('citation-lieu', { paragraphe: count(paragraphe) }, INTERFACE);
  if (rangee !== undefined) lieu = teller.phrase('citation-lieu-rangee', { rangee: count(rangee), lieu }, INTERFACE);
  if (article !== undefined)
    lieu = teller.phrase('citation-lieu-article', { article: license(article, references), lieu }, INTERFACE);
  return page === undefined ? lieu : teller.phrase('citation-lieu-page', { page: count(page), lieu }, INTERFACE);
}

/** A day, or the month or the year alone when no more is known. */
function toDay(date: string, lang: Lang): string {
  const full = `${date}-01-01`.slice(0, 10) as CalendarDate;
  const words = formatDate(full, lang);
  if (date.length === 4) return date;
  return date.length === 7 ? words.replace(/^1(?:er|st)?\s/u, '') : words;
}

function license(text: string, references: readonly Reference[]): LicensedText {
  const [reference] = references;
  return licenseText(text, reference?.texte ?? '', FIRST_DAY, { statut: null, confiance: null, references });
}
