import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { BotError } from '#corpus/law/bot-error.ts';
import { CalendarDate } from '#corpus/law/calendar-date.ts';
import { STORE_FILE } from '../store/open-sqlite-store.ts';

/** Folders of a data folder that are saved as they are: imported documents, receipts of the terminal. */
export const FOLDERS = ['espaces', 'recus'] as const;

/** Name of the file that says what a backup holds. */
export const MANIFESTE = 'manifeste.json';

/** Path of a saved file: one that we save, and nothing that leads elsewhere. */
const Chemin = z
  .string()
  .regex(/^[^\\\0]+$/)
  .refine((chemin) => {
    const [top = '', ...names] = chemin.split('/');
    if (chemin === STORE_FILE) return true;
    const isBelow = names.length > 0 && names.every((name) => !['', '.', '..'].includes(name));
    return isBelow && FOLDERS.some((folder) => folder === top);
  });

const Fichier = z.strictObject({
  chemin: Chemin,
  octets: z.int().nonnegative(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export type Fichier = z.infer<typeof Fichier>;

/** What a backup holds. */
export const Manifeste = z.strictObject({
  version: z.literal(1),
  faiteLe: CalendarDate,
  /** Steps that the shape of the database went through; none when there was no database. */
  migrations: z.array(z.string()),
  fichiers: z
    .array(Fichier)
    .refine((fichiers) => new Set(fichiers.map(({ chemin }) => chemin)).size === fichiers.length),
});
export type Manifeste = z.infer<typeof Manifeste>;

/**
 * Reads what a backup says that it holds.
 * @throws {BotError} ERR_SAUVEGARDE_ABSENTE when the folder holds none, ERR_SAUVEGARDE_ABIMEE when it cannot be read
 */
export function readManifeste(folder: string): Manifeste {
  const path = join(folder, MANIFESTE);
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (cause) {
    const message = `${folder} : ce dossier n'est pas une sauvegarde, ${MANIFESTE} y manque`;
    throw new BotError('ERR_SAUVEGARDE_ABSENTE', message, 'Nommez un dossier que « cpts sauvegarde » a fait.', cause);
  }
  try {
    return Manifeste.parse(JSON.parse(text));
  } catch (cause) {
    throw createDamagedError(path, "ce fichier est abîmé, ou d'une autre version du programme", cause);
  }
}

/** A backup that is not as it was made. */
export function createDamagedError(path: string, found: string, cause?: unknown): BotError {
  const remedy = "Prenez une autre sauvegarde : rien n'a été changé dans DATA_DIR.";
  return new BotError('ERR_SAUVEGARDE_ABIMEE', `${path} : ${found}`, remedy, cause);
}
