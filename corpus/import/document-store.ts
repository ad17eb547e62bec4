import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, realpathSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { BotError } from '#corpus/law/bot-error.ts';
import { Catalogue } from './catalogue.ts';
import { DocumentImporte, type FicheDocument } from './document-importe.ts';
import { LOCK_FILE, lockFolder } from './lock-folder.ts';
import { writeDurably } from './write-durably.ts';

/** The documents of one workspace, on disk. */
export type DocumentStore = {
  /** What stands in the catalogue, in the order of import. */
  list(): readonly FicheDocument[];
  /** Changes whenever the documents do; undefined while there is none. Cheap enough for each question. */
  findStamp(): string | undefined;
  /** @throws {BotError} ERR_DOCUMENTS when a kept file is not as it was written */
  load(): readonly DocumentImporte[];
  /** Takes the documents for one writer; undefined when another one is at work. */
  open(): DocumentWriter | undefined;
};

/** One writer at a time. Each change is whole or is not: what is read is what stood before or what stands after. */
export type DocumentWriter = {
  add(documents: readonly DocumentImporte[]): void;
  remove(ids: ReadonlySet<string>): void;
  close(): void;
};

/** Names of workspaces: what a folder can safely be called. */
const ESPACE = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/;

export function isEspace(name: string): boolean {
  return ESPACE.test(name);
}

/**
 * Opens the documents of a workspace (I/O edge); nothing is written before the first import.
 * @throws {BotError} ERR_ESPACE when the name is no safe one
 */
export function openDocumentStore(dataDir: string, espace: string): DocumentStore {
  if (!isEspace(espace)) {
    throw new BotError(
      'ERR_ESPACE',
      `« ${espace} » n'est pas un nom d'espace`,
      'Écrivez des lettres, des chiffres et des tirets.',
    );
  }
  const folder = join(dataDir, 'espaces', espace, 'documents');
  const path = join(folder, CATALOGUE);
  function findStamp(): string | undefined {
    const stat = statSync(path, { throwIfNoEntry: false, bigint: true });
    return stat && `${stat.ino} ${stat.mtimeNs} ${stat.size}`;
  }
  return {
    list: () => readCatalogue(path).documents.map(({ fiche }) => fiche),
    findStamp,
    load() {
      // Somebody may remove a document while the others are read: then all is read again.
      for (let stamp = findStamp(); ; stamp = findStamp()) {
        try {
          return readCatalogue(path).documents.map((entry) => readDocumentFile(folder, entry));
        } catch (error) {
          if (stamp === findStamp()) throw error;
        }
      }
    },
    open() {
      const release = orUnwritable(folder, () => {
        createFolder(dataDir, folder, espace);
        return lockFolder(folder);
      });
      return release && createWriter(folder, path, release);
    },
  };
}

const CATALOGUE = 'catalogue.json';

function createWriter(folder: string, path: string, release: () => void): DocumentWriter {
  function commit(documents: Catalogue['documents']): void {
    // The documents are imported, or removed, at the moment this file takes its name.
    writeDurably(path, JSON.stringify({ version: 1, documents } satisfies Catalogue));
    sweep(folder, documents);
  }
  return {
    add(documents) {
      const known = readCatalogue(path).documents;
      orUnwritable(folder, () => {
        const added = documents.map((document) => {
          const text = JSON.stringify(document);
          writeDurably(join(folder, `${document.fiche.id}.json`), text);
          return { fiche: document.fiche, empreinte: hash(text) };
        });
        commit([...known, ...added]);
      });
    },
    remove(ids) {
      const kept = readCatalogue(path).documents.filter(({ fiche }) => !ids.has(fiche.id));
      orUnwritable(folder, () => commit(kept));
    },
    close: release,
  };
}

/** A disk that is full or closed is told as such; nothing is imported then. */
function orUnwritable<T>(folder: string, write: () => T): T {
  try {
    return write();
  } catch (cause) {
    if (cause instanceof BotError) throw cause;
    throw new BotError(
      'ERR_DOCUMENTS',
      `${folder} : ce dossier ne peut pas être écrit, rien n'est changé`,
      'Vérifiez la place sur le disque et les droits du dossier DATA_DIR, puis recommencez.',
      cause,
    );
  }
}

/** Removes what no catalogue names: documents taken out, and what a stopped import left. */
function sweep(folder: string, documents: Catalogue['documents']): void {
  const kept = new Set([CATALOGUE, ...documents.map(({ fiche }) => `${fiche.id}.json`)]);
  for (const name of readdirSync(folder)) {
    if (!kept.has(name) && !name.startsWith(LOCK_FILE)) rmSync(join(folder, name), { force: true, recursive: true });
  }
}

/** A link put in the place of the folder would send the documents elsewhere. */
function createFolder(dataDir: string, folder: string, espace: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (realpathSync(folder) === join(realpathSync(dataDir), 'espaces', espace, 'documents')) return;
  throw new BotError(
    'ERR_DOCUMENTS',
    `${folder} : ce dossier est un lien vers un autre`,
    'Remettez un vrai dossier à sa place, ou changez DATA_DIR.',
  );
}

function readCatalogue(path: string): Catalogue {
  if (statSync(path, { throwIfNoEntry: false }) === undefined) return { version: 1, documents: [] };
  return readJson(
    readFileSync(path, 'utf8'),
    Catalogue,
    path,
    'Rétablissez ce fichier depuis une sauvegarde, ou supprimez son dossier et importez à nouveau les documents.',
  );
}

function readDocumentFile(folder: string, { fiche, empreinte }: Catalogue['documents'][number]): DocumentImporte {
  const path = join(folder, `${fiche.id}.json`);
  const remedy = `Retirez ce document avec « corpus rm ${fiche.id} », puis importez-le à nouveau.`;
  const text = statSync(path, { throwIfNoEntry: false }) ? readFileSync(path, 'utf8') : '';
  if (hash(text) !== empreinte) {
    throw new BotError('ERR_DOCUMENTS', `${path} : ce document gardé manque ou a été changé`, remedy);
  }
  return readJson(text, DocumentImporte, path, remedy);
}

function readJson<T extends z.ZodType>(text: string, schema: T, path: string, remedy: string): z.infer<T> {
  try {
    return schema.parse(JSON.parse(text));
  } catch (cause) {
    throw new BotError('ERR_DOCUMENTS', `${path} : fichier abîmé, ou d'une autre version du programme`, remedy, cause);
  }
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
