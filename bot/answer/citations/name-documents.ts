import type { ReadFigure } from '#corpus/law/read-figures.ts';
import type { Documents } from './documents.ts';

/** What a question says of the documents themselves. */
export type Nommes = {
  /** Texts of the publisher or the title that it names. */
  readonly nommes: ReadonlySet<string>;
  /** Texts of the day, the month or the year that it names. */
  readonly dates: ReadonlySet<string>;
  /** Number of the article asked about (« 3 », « 12-1 »), in a text of that kind. */
  readonly article: string | undefined;
  /** The question without the words that name documents; empty when it asks nothing else. */
  readonly query: string;
  /** The same without the days that date them. */
  readonly undated: string;
};

/** Tells the documents that a question names from the subject it asks about. */
export function nameDocuments(text: string, figures: readonly ReadFigure[], documents: Documents): Nommes {
  const asked = documents.listStems(text);
  const days = figures.filter((figure) => figure.kind === 'date');
  const textes = new Map([...documents.passages.values()].map(({ passage: { texte } }) => [texte.id, texte]));
  const nommes = new Set<string>();
  const dates = new Set<string>();
  const names = new Set<string>(documents.appels);
  const used = new Set<ReadFigure>();
  for (const { id, editeur, titre, date } of textes.values()) {
    const named = findNames(text, asked, { editeur, titre }, documents);
    if (named) nommes.add(id);
    for (const stem of named ?? []) names.add(stem);
    for (const day of days.filter(({ from, to }) => isOf(date, from, to))) {
      dates.add(id);
      used.add(day);
    }
  }
  const dropNames = (words: string) => takeOutWords(words, names, documents);
  const article = toNumero(ARTICLE.exec(text)?.[0]);
  return { nommes, dates, article, query: dropNames(text), undated: dropNames(takeOutFigures(text, [...used])) };
}

/** « article 3 », « l'art. L. 1434-12 », wherever it stands. */
const ARTICLE = /(?<!\p{L})(?:article|art\.?)\s{0,2}(?:(?:[LRD]\.?\s?)?\d+(?:[-.]\d+)*|premier)/iu;

/** What tells an article from the others, however it is written: « L1434-12 », « 3 », « 1 » for the first. */
export function toNumero(article: string | undefined): string | undefined {
  const bare = article?.replace(/^art(?:icle|\.)?/iu, '').replace(/premier|1er/iu, '1');
  return bare?.replace(/[^LRD\d-]+/giu, '').toUpperCase();
}

/** All the words of its publisher, or of a title of several words; undefined when it is not named. */
function findNames(
  text: string,
  asked: ReadonlySet<string>,
  { editeur, titre }: { readonly editeur: string; readonly titre: string },
  { listStems }: Documents,
): ReadonlySet<string> | undefined {
  const publisher = listStems(editeur);
  // « un généraliste » is somebody, « Le Généraliste » a paper: a name of one word is known by its capital.
  const isWritten = publisher.size > 1 || isNameWritten(text, editeur, listStems);
  if (publisher.size > 0 && isWritten && [...publisher].every((stem) => asked.has(stem))) return publisher;
  const title = listStems(titre);
  // The words of a title are those of its subject too: they name the document, and are still looked for.
  return title.size > 2 && [...title].every((stem) => asked.has(stem)) ? new Set() : undefined;
}

function isNameWritten(text: string, editeur: string, listStems: Documents['listStems']): boolean {
  const name = (editeur.match(/[\p{L}\p{N}]+/gu) ?? []).find((word) => listStems(word).size > 0);
  return name !== undefined && /\p{Lu}/u.test(name) && text.includes(name);
}

/** Whether a document of a day, a month or a year is of the time that was named. */
function isOf(date: string, from: string, to: string): boolean {
  const [first, last] = [`${date}-01-01`.slice(0, 10), `${date}-12-31`.slice(0, 10)];
  return first <= to && last >= from && from.slice(0, 4) === to.slice(0, 4);
}

function takeOutFigures(text: string, figures: readonly ReadFigure[]): string {
  let rest = text;
  for (const { start, end } of [...figures].sort((a, b) => b.start - a.start)) {
    rest = `${rest.slice(0, start)} ${rest.slice(end)}`;
  }
  return rest;
}

function takeOutWords(text: string, names: ReadonlySet<string>, { listStems }: Documents): string {
  const rest = text.replace(/[\p{L}\p{N}]+/gu, (word) =>
    [...listStems(word)].some((stem) => names.has(stem)) ? '' : word,
  );
  return listStems(rest).size === 0 ? '' : rest;
}
