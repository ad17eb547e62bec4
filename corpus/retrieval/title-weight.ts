import type { RetrievalDocument } from './retrieval-document.ts';

/**
 * How far titles tell documents apart, 0 to 1: the square of the number of different titles beside that of documents.
 * Pages named by the question they answer have titles worth a view of their own; paragraphs that share the title of an
 * article do not, however well the name of the article matches. (The square: trials with shared titles, see the
 * decision.)
 */
export function computeTitleWeight(documents: readonly RetrievalDocument[]): number {
  const titles = new Set(documents.map(({ titre }) => titre).filter((titre) => titre !== ''));
  return documents.length === 0 ? 0 : (titles.size / documents.length) ** 2;
}
