import { basename, extname } from 'node:path';
import type { DocumentImporte, FicheDocument } from '#corpus/import/document-importe.ts';
import type { DocumentStore } from '#corpus/import/document-store.ts';
import { PASSAGES_MAX } from '#corpus/import/limites.ts';
import { readFichier } from '#corpus/import/open-file.ts';
import { readApart } from '#corpus/import/read-apart.ts';
import { hashBytes, toDocument } from '#corpus/import/to-document.ts';
import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import { type Message, toMessage } from '#corpus/law/message.ts';
import { toExemple } from '../options/parsed.ts';
import type { MentionTypee } from './read-mention.ts';

/** What became of the files: imported, or each with the reason why it was not. */
export type Bilan = {
  readonly importes: readonly FicheDocument[];
  readonly refuses: readonly { readonly fichier: string; readonly message: Message }[];
};

/** Where an import stands: the file at hand, and its page when it has pages. */
export type Avancee = {
  readonly fichier: number;
  readonly fichiers: number;
  readonly page?: number;
  readonly pages?: number;
};

/**
 * Imports files, all at once at the end: those that can be read go in together, the others are named.
 * @returns undefined when another import is at work in this workspace
 */
export async function importFichiers(
  chemins: readonly string[],
  mention: MentionTypee,
  store: DocumentStore,
  { today, onAvancee }: { readonly today: CalendarDate; readonly onAvancee: (avancee: Avancee) => void },
): Promise<Bilan | undefined> {
  const writer = store.open();
  if (!writer) return undefined;
  try {
    const fiches = store.list();
    const known = new Map(fiches.map(({ sha256, id }) => [sha256, id as string]));
    let room = PASSAGES_MAX - fiches.reduce((sum, fiche) => sum + fiche.passages, 0);
    const documents: DocumentImporte[] = [];
    const refuses: { fichier: string; message: Message }[] = [];
    for (const [index, chemin] of chemins.entries()) {
      const place = { fichier: index + 1, fichiers: chemins.length };
      onAvancee(place);
      const read = await readOne(chemin, known, (page, pages) => onAvancee({ ...place, page, pages }));
      if (read.kind === 'refus') {
        refuses.push({ fichier: chemin, message: read.message });
        continue;
      }
      const document = toDocument(read, { ...mention, titre: findTitre(chemin, mention, chemins.length) }, today);
      if (document.fiche.passages > room) {
        refuses.push({ fichier: chemin, message: toMessage('import-espace-plein') });
        continue;
      }
      room -= document.fiche.passages;
      documents.push(document);
      known.set(read.sha256, document.fiche.id);
    }
    if (documents.length > 0) writer.add(documents);
    return { importes: documents.map(({ fiche }) => fiche), refuses };
  } finally {
    writer.close();
  }
}

async function readOne(
  chemin: string,
  known: ReadonlyMap<string, string>,
  onPage: (page: number, pages: number) => void,
) {
  const read = readFichier(chemin);
  if (read.kind === 'refus') return read;
  const fichier = basename(chemin);
  const sha256 = hashBytes(read.octets);
  const id = known.get(sha256);
  if (id !== undefined) {
    return { kind: 'refus', message: toMessage('import-deja-la', { id: toExemple(id) }) } as const;
  }
  const lu = await readApart(read.octets, fichier, onPage);
  return lu.kind === 'refus' ? lu : ({ kind: 'lu', fichier, sha256, lu } as const);
}

/** The title that was given; for several files each adds its name, which also serves when none was given. */
function findTitre(chemin: string, { titre }: MentionTypee, count: number): string {
  const name = basename(chemin, extname(chemin))
    .replace(/[_\s]+/g, ' ')
    .trim();
  if (titre === undefined) return name === '' ? basename(chemin) : name;
  return count > 1 ? `${titre}, ${name}` : titre;
}
