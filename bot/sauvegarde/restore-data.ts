import { existsSync, mkdirSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { BotError } from '#corpus/law/bot-error.ts';
import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import { MIGRATIONS } from '../store/migrations.ts';
import { RESTORING, STORE_FILE } from '../store/open-sqlite-store.ts';
import { checkDatabase, isInUse } from './copy-database.ts';
import { copyToFolder, isMissing } from './copy-file.ts';
import { createDamagedError, FOLDERS, type Manifeste, readManifeste } from './manifeste.ts';
import { moveAll } from './move-all.ts';

/** What was restored, and where the former data went when there were any. */
export type Restored = { readonly manifeste: Manifeste; readonly ancien: string | undefined };

/** Whether data already there may be put aside, and the day that names where they go. */
export type RestoreOptions = { readonly remplace: boolean; readonly today: CalendarDate };

/** Everything that a restoration puts aside; what is not here (index, journal) stays. */
const PARTS = [STORE_FILE, `${STORE_FILE}-wal`, `${STORE_FILE}-shm`, ...FOLDERS];

/**
 * Puts a backup in the place of the data of a folder, which are kept aside (I/O edge).
 * Everything is copied and checked before anything is moved; what was moved is moved back when the rest fails.
 * @throws {BotError} ERR_SAUVEGARDE_…, ERR_RESTAURATION_…: the data are then as they were
 */
export async function restoreData(folder: string, dataDir: string, options: RestoreOptions): Promise<Restored> {
  const manifeste = readManifeste(folder);
  checkVersion(manifeste, folder);
  const present = PARTS.filter((part) => existsSync(join(dataDir, part)));
  if (present.length > 0 && !options.remplace) throw createFullError(dataDir);
  const prepared = join(dataDir, 'restauration-preparee');
  try {
    rmSync(prepared, { recursive: true, force: true });
    mkdirSync(prepared, { recursive: true, mode: 0o700 });
    await copyChecked(folder, prepared, manifeste);
    return { manifeste, ancien: swap(prepared, dataDir, options.today) };
  } catch (error) {
    if (error instanceof BotError) throw error;
    const message = `${dataDir} : la restauration n'a pas pu être faite, les données sont comme avant`;
    const remedy = 'Vérifiez la place sur le disque et le droit d’écrire dans DATA_DIR, puis recommencez.';
    throw new BotError('ERR_RESTAURATION_ECRITURE', message, remedy, error);
  } finally {
    rmSync(prepared, { recursive: true, force: true });
  }
}

function checkVersion({ migrations }: Manifeste, folder: string): void {
  const unknown = migrations.find((name) => !Object.hasOwn(MIGRATIONS, name));
  if (unknown === undefined) return;
  const message = `${folder} : sauvegarde d'une version plus récente du bot (étape « ${unknown} » inconnue de celle-ci)`;
  throw new BotError('ERR_SAUVEGARDE_VERSION', message, 'Installez la version récente, puis restaurez avec elle.');
}

function createFullError(dataDir: string): BotError {
  const remedy = 'Ajoutez --remplacer : ces données seront mises de côté, pas supprimées. Ou donnez un autre DATA_DIR.';
  return new BotError('ERR_RESTAURATION_PLEINE', `${dataDir} : ce dossier contient déjà des données`, remedy);
}

function checkFree(dataDir: string): void {
  const file = join(dataDir, STORE_FILE);
  if (!existsSync(file) || !isInUse(file)) return;
  const message = `${file} : un bot s'en sert en ce moment`;
  throw new BotError('ERR_RESTAURATION_OCCUPEE', message, 'Arrêtez le bot, restaurez, puis redémarrez-le.');
}

async function copyChecked(folder: string, prepared: string, { fichiers, migrations }: Manifeste): Promise<void> {
  for (const { chemin, octets, sha256 } of fichiers) {
    const path = join(folder, chemin);
    const copy = await copyToFolder(folder, prepared, chemin).catch((error: unknown) => {
      throw isMissing(error) ? createDamagedError(path, 'ce fichier de la sauvegarde manque', error) : error;
    });
    if (copy.octets !== octets || copy.sha256 !== sha256) {
      throw createDamagedError(path, "ce fichier n'est plus celui qui a été sauvegardé");
    }
  }
  if (!fichiers.some(({ chemin }) => chemin === STORE_FILE)) return;
  const found = orDamaged(join(folder, STORE_FILE), () => checkDatabase(join(prepared, STORE_FILE)));
  if (found.join() !== migrations.join()) {
    throw createDamagedError(join(folder, STORE_FILE), "cette base n'est pas celle que dit le manifeste");
  }
}

function orDamaged<T>(path: string, check: () => T): T {
  try {
    return check();
  } catch (error) {
    throw createDamagedError(path, "cette base n'est pas une base SQLite, ou elle est abîmée", error);
  }
}

/**
 * Moves the former data aside and the new ones in; a bot that starts meanwhile is told to wait.
 * @returns where the former data are
 */
function swap(prepared: string, dataDir: string, today: CalendarDate): string | undefined {
  const restoring = join(dataDir, RESTORING);
  rmSync(restoring, { recursive: true, force: true });
  renameSync(prepared, restoring);
  const aside = findAside(dataDir, today);
  try {
    checkFree(dataDir);
    // Read again: looking whether the database is free has closed its log.
    const present = PARTS.filter((part) => existsSync(join(dataDir, part)));
    const restored = PARTS.filter((part) => existsSync(join(restoring, part)));
    if (present.length > 0) mkdirSync(aside, { mode: 0o700 });
    moveAll([
      ...present.map((part) => ({ from: join(dataDir, part), to: join(aside, part) })),
      ...restored.map((part) => ({ from: join(restoring, part), to: join(dataDir, part) })),
    ]);
    rmSync(restoring, { recursive: true, force: true });
    return present.length > 0 ? aside : undefined;
  } catch (error) {
    // A folder that still holds something stays, and so does what holds back a bot that would start on half of it.
    if (existsSync(aside)) rmdirSync(aside);
    rmSync(restoring, { recursive: true, force: true });
    throw error;
  }
}

/** A name that nothing has yet. */
function findAside(dataDir: string, today: CalendarDate): string {
  const base = join(dataDir, `avant-restauration-${today}`);
  for (let count = 1; ; count += 1) {
    const name = count === 1 ? base : `${base}-${count}`;
    if (!existsSync(name)) return name;
  }
}
