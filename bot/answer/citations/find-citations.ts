import type { ReadFigure } from '#corpus/law/read-figures.ts';
import type { Situation } from '../situate/situation.ts';
import { chooseExtrait } from './choose-extrait.ts';
import type { CitationTrouvee } from './citation.ts';
import type { Documents, PassageDocument } from './documents.ts';

/** Passages looked at, and quotations kept. */
const LOOKED_AT = 8;
const KEPT = 3;
/** What the confidence, and a document named or of the year asked about, add to the fused score of the text views. */
const WEIGHTS = { confidence: 3, nommee: 2, date: 2.5 };
/** Fewest words of a piece that can be quoted without a verb that closes it. */
const WORDS_MIN = 4;

type Scored = { readonly document: PassageDocument; readonly score: number; readonly confidence: number };

/**
 * Finds what the documents of a workspace say of a question: the sentences of each passage that cover it best.
 * Words and dates that name a document choose it, and are not looked for in its text.
 */
export function findCitations(
  text: string,
  { figures, suite, sujets }: Pick<Situation, 'figures' | 'suite' | 'sujets'>,
  documents: Documents,
): readonly CitationTrouvee[] {
  const named = findNamed(text, figures, documents);
  const query = suite ? `${named.query} ${sujets}` : named.query;
  const scored = documents.retriever
    .search(query, { k: LOOKED_AT, boost: named.boost, allow: (id) => isQuotable(documents.passages.get(id)) })
    .flatMap(({ id, score, confidence }): readonly Scored[] => {
      const document = documents.passages.get(id);
      return document ? [{ document, score: score + WEIGHTS.confidence * confidence, confidence }] : [];
    })
    .sort((a, b) => b.score - a.score)
    .slice(0, KEPT + 1);
  const phrases = documents.openPhrases(scored.map(({ document }) => document));
  return scored
    .map(({ document, confidence, score }) => {
      const extrait = chooseExtrait(query, document, phrases, documents);
      const trouvee = {
        document,
        extrait: extrait.span,
        // A passage may hold all the words in sentences that say different things.
        confidence: (confidence + extrait.confidence) / 2,
        nommee: named.passages.has(document.passage.id),
      };
      return { trouvee, score: score + WEIGHTS.confidence * extrait.confidence };
    })
    .sort((a, b) => b.score - a.score)
    .map(({ trouvee }) => trouvee)
    .slice(0, KEPT);
}

/** Documents that the question names, and the question without the words that name them. */
function findNamed(text: string, figures: readonly ReadFigure[], documents: Documents) {
  const asked = documents.listStems(text);
  const dates = figures.filter((figure) => figure.kind === 'date');
  const boost = new Map<string, number>();
  const passages = new Set<string>();
  const used = new Set<ReadFigure>();
  const verdicts = new Map<string, boolean>();
  for (const { passage } of documents.passages.values()) {
    const { id, editeur, titre, date } = passage.texte;
    const isNamed = verdicts.get(id) ?? isNamedBy(asked, editeur, titre, documents);
    verdicts.set(id, isNamed);
    const day = dates.find(({ from, to }) => isAbout(date, from, to));
    if (day) used.add(day);
    if (isNamed) passages.add(passage.id);
    const total = (isNamed ? WEIGHTS.nommee : 0) + (day ? WEIGHTS.date : 0);
    if (total > 0) boost.set(passage.id, total);
  }
  return { query: takeOut(text, [...used]), boost, passages };
}

/** All the words of its publisher, or of a title of several words. */
function isNamedBy(asked: ReadonlySet<string>, editeur: string, titre: string, { listStems }: Documents): boolean {
  const [publisher, title] = [[...listStems(editeur)], [...listStems(titre)]];
  if (publisher.length > 0 && publisher.every((stem) => asked.has(stem))) return true;
  return title.length > 1 && title.every((stem) => asked.has(stem));
}

/** Whether a document of a day, a month or a year is of the time that was named. */
function isAbout(date: string, from: string, to: string): boolean {
  const [first, last] = [`${date}-01-01`.slice(0, 10), `${date}-12-31`.slice(0, 10)];
  return first <= to && last >= from && from.slice(0, 4) === to.slice(0, 4);
}

function takeOut(text: string, figures: readonly ReadFigure[]): string {
  let rest = text;
  for (const { start, end } of [...figures].sort((a, b) => b.start - a.start)) {
    rest = `${rest.slice(0, start)} ${rest.slice(end)}`;
  }
  // A question that names a day and nothing else is about that day.
  return /\p{L}{3}/u.test(rest) ? rest : text;
}

/** A sentence, an item or a row, not the crumbs of a layout (« Par », « Crédit photo »). */
function isQuotable(document: PassageDocument | undefined): boolean {
  if (!document) return false;
  const { corps } = document.passage;
  return corps.split(/\s+/).length >= WORDS_MIN && (/[.!?…;:»]/u.test(corps) || /\d/.test(corps) || corps.length > 80);
}
