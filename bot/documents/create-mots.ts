import { dropAccents, type Tokenizer } from '#corpus/retrieval/tokenize.ts';
import type { Documents } from '../answer/citations/documents.ts';
import type { CitationsMots } from '../answer/situate/donnees.ts';

/** What words say of documents, whichever they are. */
export type Mots = Pick<Documents, 'listStems' | 'appels' | 'asksDocument' | 'asksQuantity' | 'goesOn'>;

/** Builds the readers of words that quotations need. */
export function createMots({ appels, demandes, quantites, reprises }: CitationsMots, tokenizer: Tokenizer): Mots {
  function listStems(text: string): ReadonlySet<string> {
    const tokens = tokenizer.tokenize(text).filter(({ empty, kind }) => !empty && kind !== 'whole');
    return new Set(tokens.map(({ stem }) => stem));
  }
  const asked = demandes.map(toWords);
  const quantities = quantites.map(toWords);
  const beginnings = reprises.map(toWords);
  return {
    listStems,
    appels: new Set(appels.map((word) => tokenizer.stem(word))),
    asksDocument: (text) => asked.some((words) => toWords(text).includes(words)),
    asksQuantity: (text) => quantities.some((words) => toWords(text).includes(words)),
    goesOn: (sentence) => beginnings.some((words) => toWords(sentence).startsWith(words)),
  };
}

/** Words in a row, without accents, a space on either side: « l'article » is « l article ». */
function toWords(text: string): string {
  return ` ${(dropAccents(text.toLowerCase()).match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')} `;
}
