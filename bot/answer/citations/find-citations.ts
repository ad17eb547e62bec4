import type { Situation } from '../situate/situation.ts';
import { chooseExtrait } from './choose-extrait.ts';
import type { CitationTrouvee } from './citation.ts';
import type { Documents, PassageDocument } from './documents.ts';
import { type Nommes, nameDocuments } from './name-documents.ts';

/** Passages looked at, and quotations kept. */
const LOOKED_AT = 8;
const KEPT = 3;
/** What the confidence, and a document named or of the day named, add to the fused score of the text views. */
const WEIGHTS = { confidence: 3, nomme: 2, date: 1 };
/** Fewest words of a piece that can be quoted. */
const WORDS_MIN = 4;

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
  { figures, suite, sujets }: Pick<Situation, 'figures' | 'suite' | 'sujets'>,
  documents: Documents,
): readonly CitationTrouvee[] {
  const nommes = nameDocuments(suite ? `${text} ${sujets}` : text, suite ? [] : figures, documents);
  if (nommes.query === '') return [];
  const candidates = listCandidates(nommes, documents);
  const phrases = documents.openPhrases(candidates.map(({ document }) => document));
  return candidates
    .map(({ document, score, confidence, query }) => {
      const extrait = chooseExtrait(query, document, phrases, documents);
      const trouvee = {
        document,
        extrait: extrait.span,
        // A passage may hold all the words in sentences that say different things.
        confidence: (confidence + extrait.confidence) / 2,
        nommee: nommes.nommes.has(document.passage.texte.id),
      };
      return { trouvee, score: score + WEIGHTS.confidence * extrait.confidence };
    })
    .sort((a, b) => b.score - a.score)
    .map(({ trouvee }) => trouvee)
    .slice(0, KEPT);
}

/** The best passages, each once: a day that dates a document may also be what it speaks of. */
function listCandidates({ query, undated, nommes, dates }: Nommes, documents: Documents): readonly Candidate[] {
  const best = new Map<string, Candidate>();
  function search(words: string, isAllowed: (texte: string) => boolean, weigh: (texte: string) => number): void {
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
      const total = score + WEIGHTS.confidence * confidence + weigh(document.passage.texte.id);
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
