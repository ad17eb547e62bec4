import type { Message } from '#corpus/law/message.ts';

/** A piece of a document in reading order, whatever its format; its characters are those of the document. */
export type Bloc = {
  /** `element` is an item of a list, `rangee` a row of a table that carries its column titles. */
  readonly kind: 'titre' | 'paragraphe' | 'element' | 'rangee';
  readonly texte: string;
  /** Page it begins on, counted from 1, when the format has pages. */
  readonly page?: number;
  /** Rank of a title: 1 stands above 2. */
  readonly niveau?: number;
  /** First row of its table. */
  readonly premiere?: boolean;
};

/** What a format gave, or why it could not be read. */
export type Lecture =
  | { readonly kind: 'blocs'; readonly blocs: readonly Bloc[] }
  | { readonly kind: 'refus'; readonly message: Message };

/** Shorthand for a document that cannot be read. */
export function toRefus(code: string, args: Message['args'] = {}): Extract<Lecture, { kind: 'refus' }> {
  return { kind: 'refus', message: { code, args } };
}
