import { createHash } from 'node:crypto';
import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import { SourceId, TexteId } from '#corpus/law/reference.ts';
import { dropAccents } from '#corpus/retrieval/tokenize.ts';
import type { DocumentImporte, FicheDocument } from './document-importe.ts';
import type { DocumentLu } from './read-document.ts';

/** What the person says of a document. */
export type Mention = Pick<FicheDocument, 'titre' | 'editeur' | 'date' | 'nature' | 'statut'>;

/** A file that was read, with its hash. */
export type FichierLu = {
  readonly fichier: string;
  readonly sha256: string;
  readonly lu: Extract<DocumentLu, { kind: 'lu' }>;
};

/** Longest part of an identifier that comes from the title. */
const SLUG_MAX = 40;

/** The document as it is kept, under an identifier made of its day, its title and its content. */
export function toDocument({ fichier, sha256, lu }: FichierLu, mention: Mention, today: CalendarDate): DocumentImporte {
  const { format, passages, pages } = lu;
  const day = `${mention.date}-01-01`.slice(0, 'AAAA-MM-JJ'.length);
  const id = TexteId.parse([day, toSlug(mention.titre), sha256.slice(0, 6)].filter((part) => part !== '').join('-'));
  const fiche: FicheDocument = {
    id,
    source: SourceId.parse(`DOC-${sha256.slice(0, 8).toUpperCase()}`),
    sha256,
    fichier,
    format,
    ...mention,
    importeLe: today,
    passages: passages.length,
    ...(pages === undefined ? {} : { pages }),
  };
  return { version: 1, fiche, passages: [...passages] };
}

/** Hash of the bytes: the same file twice is known by it. */
export function hashBytes(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function toSlug(title: string): string {
  const words = dropAccents(title.toLowerCase()).match(/[a-z0-9]+/g) ?? [];
  const slug = words.join('-');
  return slug.length <= SLUG_MAX
    ? slug
    : slug
        .slice(0, SLUG_MAX + 1)
        .replace(/-[^-]*$/, '')
        .slice(0, SLUG_MAX);
}
