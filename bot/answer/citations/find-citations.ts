import { FIRST_DAY } from '#corpus/law/calendar-date.ts';
import { readFigures } from '#corpus/law/read-figures.ts';
import type { Situation } from '../situate/situation.ts';
import { chooseExtrait, type Extrait } from './choose-extrait.ts';
import type { CitationTrouvee } from './citations.ts';
import type { Documents, PassageDocument } from './documents.ts';
import { type Nommes, nameDocuments, toNumero } from './name-documents.ts';

/** Passages looked at, and quotations kept. */
const LOOKED_AT = 8;
const KEPT = 3;
/** What the confidence, and a document named or of the day named, add to the fused score of the text views. */
const WEIGHTS = { confidence: 3, nomme: 2, date: 1 };
/** Fewest words of a piece that can be quoted. */
const WORDS_MIN = 4;
/**
 * What is left of the confidence when one everyday word is all that is shared, when another year is asked about, and
 * when a quantity is asked for and none is given.
 */
const DOUBTS = { oneWord: 0.6, otherYear: 0.5, noQuantity: 0.6 };
/** What the confidence gains when the question has a name of several words that stands there, each of them rare. */
const FULL_NAME = { gain: 1.25, rare: 0.6 };

/** A passage found, with the words it was looked for by. */
type Candidate = {
  readonly document: PassageDocument;
  readonly score: number;
  readonly confidence: number;
  readonly query: string;
};

/**
 * Finds what the documents of a workspace say of a question: the sentences of each passage that cover it best.
 * Words and days that name a document choose it, and need not stand in its text.
 */
export function findCitations(
  text: string,
  situation: Pick<Situation, 'figures' | 'suite' | 'sujets' | 'duDomaine'>,
  documents: Documents,
): readonly CitationTrouvee[] {
  const { figures, suite, sujets } = situation;
  const nommes = nameDocuments(suite ? `${text} ${sujets}` : text, suite ? [] : figures, documents);
  if (nommes.query === '') return [];
  const articles = listArticles(nommes, documents);
  const isArticle = articles.length > 0;
  const candidates = isArticle ? articles : listCandidates(nommes, documents);
  const phrases = documents.openPhrases(candidates.map(({ document }) => document));
  return candidates
    .map(({ document, score, confidence, query }) => {
      const extrait = chooseExtrait(query, document, phrases, documents);
      const trouvee = {
        document,
        extrait: extrait.span,
        // A passage may hold all the words in sentences that say different things.
        confidence: isArticle
          ? ARTICLE
          : Math.min(1, ((confidence + extrait.confidence) / 2) * weigh(text, situation, document, extrait, documents)),
        nommee: isArticle || nommes.nommes.has(document.passage.texte.id),
      };
      return { trouvee, score: score + WEIGHTS.confidence * extrait.confidence };
    })
    .sort((a, b) => b.score - a.score)
    .map(({ trouvee }) => trouvee)
    .slice(0, KEPT);
}

/** Confidence in the passages of an article that the question names, with the text it is of. */
const ARTICLE = 0.9;

/** The passages of the article that is asked about, when a word of the question names its text. */
function listArticles({ article, nommes, query }: Nommes, documents: Documents): readonly Candidate[] {
  if (article === undefined) return [];
  const asked = documents.listStems(query);
  return [...documents.passages.values()]
    .filter(({ lieu }) => toNumero(lieu.article) === article)
    .filter(({ passage: { texte } }) => {
      return nommes.has(texte.id) || [...documents.listStems(texte.titre)].some((stem) => asked.has(stem));
    })
    .slice(0, KEPT + 1)
    .map((document, place) => ({ document, score: -place, confidence: ARTICLE, query }));
}

/** Less than 1 when little speaks for a quotation, more when a name does. */
function weigh(
  text: string,
  situation: Pick<Situation, 'figures' | 'duDomaine'>,
  document: PassageDocument,
  extrait: Extrait,
  documents: Documents,
): number {
  const quoted = document.passage.corps.slice(extrait.span.start, extrait.span.end);
  const name = hasFullName(text, quoted, document, documents) ? FULL_NAME.gain : 1;
  return name * weighDoubts(text, situation, document, { quoted, covered: extrait.covered }, documents);
}

function weighDoubts(
  text: string,
  { figures, duDomaine }: Pick<Situation, 'figures' | 'duDomaine'>,
  { passage: { corps, texte } }: PassageDocument,
  { quoted, covered }: { readonly quoted: string; readonly covered: readonly string[] },
  { listStems, asksQuantity }: Documents,
): number {
  // A name says more than a word: « l'Igas », « Rennes ».
  const named = [...text.matchAll(/(?<=\P{L})\p{Lu}\p{L}+/gu)].flatMap(([word]) => [...listStems(word)]);
  const isBare = covered.length < 2 && !duDomaine && !covered.some((stem) => named.includes(stem));
  const years = figures.flatMap((figure) => (figure.kind === 'date' ? [figure.from.slice(0, 4)] : []));
  const isOther = years.length > 0 && !years.some((year) => texte.date.startsWith(year) || corps.includes(year));
  const lacks = asksQuantity(text) && readFigures(quoted, FIRST_DAY).every(({ kind }) => kind === 'date');
  return (isBare ? DOUBTS.oneWord : 1) * (isOther ? DOUBTS.otherYear : 1) * (lacks ? DOUBTS.noQuantity : 1);
}

/** Whether a name of several words of the question, « Corinne Le Sauder », stands in the quotation or names its text. */
function hasFullName(
  text: string,
  quoted: string,
  { passage: { titre, texte } }: PassageDocument,
  { listStems, weighStem }: Documents,
): boolean {
  const places = [quoted, titre, texte.titre, texte.editeur];
  return [...text.matchAll(/(?<=\P{L})\p{Lu}\p{Ll}+(?:[ -]\p{Lu}\p{Ll}+)+/gu)].some(([name]) => {
    return (
      places.some((place) => place.includes(name)) &&
      [...listStems(name)].every((stem) => weighStem(stem) >= FULL_NAME.rare)
    );
  });
}

/** The best passages, each once: a day that dates a document may also be what it speaks of. */
function listCandidates({ query, undated, nommes, dates }: Nommes, documents: Documents): readonly Candidate[] {
  const best = new Map<string, Candidate>();
  function search(words: string, isAllowed: (texte: string) => boolean, weighTexte: (texte: string) => number): void {
    const hits = documents.retriever.search(words, {
      k: LOOKED_AT,
      allow(id) {
        const document = documents.passages.get(id);
        return document !== undefined && isAllowed(document.passage.texte.id) && isQuotable(document);
      },
    });
    for (const { id, score, confidence } of hits) {
      const document = documents.passages.get(id);
      if (!document) continue;
      const total = score + WEIGHTS.confidence * confidence + weighTexte(document.passage.texte.id);
      if (total > (best.get(id)?.score ?? Number.NEGATIVE_INFINITY)) {
        best.set(id, { document, score: total, confidence, query: words });
      }
    }
  }
  const weighName = (texte: string) => (nommes.has(texte) ? WEIGHTS.nomme : 0);
  search(query, () => true, weighName);
  if (dates.size > 0 && undated !== '') {
    search(
      undated,
      (texte) => dates.has(texte),
      (texte) => WEIGHTS.date + weighName(texte),
    );
  }
  if (nommes.size > 0) search(query, (texte) => nommes.has(texte), weighName);
  return [...best.values()].sort((a, b) => b.score - a.score).slice(0, KEPT + 1);
}

/** A sentence, an item or a row, not the crumbs of a layout (« Par », « Crédit photo »). */
function isQuotable({ passage: { corps } }: PassageDocument): boolean {
  return corps.split(/\s+/).length >= WORDS_MIN && (/[.!?…;:»]/u.test(corps) || /\d/.test(corps) || corps.length > 80);
}
