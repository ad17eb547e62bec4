import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { isEspace, openDocumentStore } from '#corpus/import/document-store.ts';
import { LOCK_FILE } from '#corpus/import/lock-folder.ts';
import { writeDurably } from '#corpus/import/write-durably.ts';
import { BotError } from '#corpus/law/bot-error.ts';
import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import { STORE_FILE } from '../store/open-sqlite-store.ts';
import { copyDatabase } from './copy-database.ts';
import { copyToFolder, describeFile, isMissing, listFiles } from './copy-file.ts';
import { type Fichier, MANIFESTE, type Manifeste } from './manifeste.ts';

/**
 * Saves what a data folder holds that could not be made again: database, imported documents, receipts (I/O edge).
 * The bot may be at work. The folder appears whole or not at all.
 * @throws {BotError} ERR_SAUVEGARDE_…, ERR_STORE_…; nothing is left then
 */
export async function saveData(dataDir: string, folder: string, today: CalendarDate): Promise<Manifeste> {
  const target = resolve(folder);
  const partial = `${target}.partiel`;
  try {
    checkEmpty(target, folder);
    rmSync(partial, { recursive: true, force: true });
    mkdirSync(partial, { recursive: true, mode: 0o700 });
    const manifeste = await copyData(dataDir, partial, today);
    writeDurably(join(partial, MANIFESTE), `${JSON.stringify(manifeste, undefined, 2)}\n`);
    if (existsSync(target)) rmdirSync(target);
    renameSync(partial, target);
    return manifeste;
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    throw toSaveError(error, folder);
  }
}

function checkEmpty(target: string, folder: string): void {
  if (!existsSync(target) || readdirSync(target).length === 0) return;
  const remedy = 'Nommez un dossier nouveau : une sauvegarde ne remplace jamais rien.';
  throw new BotError('ERR_SAUVEGARDE_PLEINE', `${folder} : ce dossier contient déjà quelque chose`, remedy);
}

async function copyData(dataDir: string, partial: string, today: CalendarDate): Promise<Manifeste> {
  const fichiers: Fichier[] = [];
  let migrations: readonly string[] = [];
  const database = join(dataDir, STORE_FILE);
  if (existsSync(database)) {
    const copy = join(partial, STORE_FILE);
    migrations = await copyDatabase(database, copy);
    fichiers.push({ chemin: STORE_FILE, ...(await describeFile(copy)) });
  }
  for (const espace of listEspaces(dataDir)) fichiers.push(...(await copyEspace(dataDir, espace, partial)));
  for (const chemin of listFiles(dataDir, 'recus')) fichiers.push(await copyToFolder(dataDir, partial, chemin));
  if (fichiers.length === 0) {
    const remedy = 'Vérifiez le réglage DATA_DIR : il nomme le dossier où le bot écrit.';
    throw new BotError('ERR_SAUVEGARDE_VIDE', `${dataDir} : il n'y a rien à sauvegarder ici`, remedy);
  }
  return { version: 1, faiteLe: today, migrations: [...migrations], fichiers };
}

function listEspaces(dataDir: string): readonly string[] {
  const folder = join(dataDir, 'espaces');
  return existsSync(folder) ? readdirSync(folder).filter(isEspace).sort() : [];
}

/** Copies the documents of a workspace as they stand between two changes: begun again when somebody imports meanwhile. */
async function copyEspace(dataDir: string, espace: string, partial: string): Promise<readonly Fichier[]> {
  const { findStamp } = openDocumentStore(dataDir, espace);
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const stamp = findStamp();
    const fichiers = await copyDocuments(dataDir, espace, partial);
    if (fichiers && findStamp() === stamp) return fichiers;
    rmSync(join(partial, 'espaces', espace), { recursive: true, force: true });
  }
  const message = `${join(dataDir, 'espaces', espace)} : ces documents changent sans cesse`;
  throw new BotError('ERR_SAUVEGARDE_OCCUPEE', message, "Recommencez quand l'import de documents est fini.");
}

const MOST_TRIES = 10;

/** Undefined when a document was taken out while it was copied. */
async function copyDocuments(
  dataDir: string,
  espace: string,
  partial: string,
): Promise<readonly Fichier[] | undefined> {
  const fichiers: Fichier[] = [];
  try {
    for (const chemin of listFiles(dataDir, join('espaces', espace)).filter(isKept)) {
      fichiers.push(await copyToFolder(dataDir, partial, chemin));
    }
    return fichiers;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** Locks and files being written are not part of the documents. */
function isKept(chemin: string): boolean {
  return !chemin.endsWith('.partiel') && !chemin.includes(`/${LOCK_FILE}`);
}

function toSaveError(error: unknown, folder: string): BotError {
  if (error instanceof BotError) return error;
  const message = `${folder} : la sauvegarde n'a pas pu être écrite, rien n'en est gardé`;
  const remedy = 'Vérifiez la place sur le disque et le droit d’écrire dans ce dossier, puis recommencez.';
  return new BotError('ERR_SAUVEGARDE_ECRITURE', message, remedy, error);
}
