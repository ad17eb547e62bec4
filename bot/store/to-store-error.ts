import { BotError } from '#corpus/law/bot-error.ts';

type Fault = 'dossier' | 'abime' | 'occupe' | 'plein' | 'panne';

/** Primary result codes of SQLite, and codes of the file system, by what they mean here. */
const FAULTS: Readonly<Record<string, Fault>> = {
  3: 'dossier', // SQLITE_PERM
  5: 'occupe', // SQLITE_BUSY
  6: 'occupe', // SQLITE_LOCKED
  8: 'dossier', // SQLITE_READONLY
  11: 'abime', // SQLITE_CORRUPT
  13: 'plein', // SQLITE_FULL
  14: 'dossier', // SQLITE_CANTOPEN
  26: 'abime', // SQLITE_NOTADB
  EACCES: 'dossier',
  EEXIST: 'dossier',
  ENOTDIR: 'dossier',
  EPERM: 'dossier',
  EROFS: 'dossier',
  EDQUOT: 'plein',
  ENOSPC: 'plein',
};

const TELLINGS: Readonly<Record<Fault, { code: string; found: string; remedy: string }>> = {
  dossier: {
    code: 'ERR_STORE_DOSSIER',
    found: 'ce fichier ne peut pas être créé, ou pas être écrit',
    remedy: "Vérifiez que DATA_DIR nomme un dossier où le bot a le droit d'écrire, puis redémarrez.",
  },
  abime: {
    code: 'ERR_STORE_ABIME',
    found: "ce fichier n'est pas une base SQLite, ou il est abîmé",
    remedy:
      "Arrêtez le bot, puis restaurez une sauvegarde avec « cpts restaurer ». Sans sauvegarde, déplacez-le, avec ceux du même nom en -wal et -shm, et redémarrez : le bot en crée un neuf, sans les profils, les estimations ni les conversations. Rien du droit n'y est gardé.",
  },
  occupe: {
    code: 'ERR_STORE_OCCUPE',
    found: 'un autre programme garde ce fichier verrouillé',
    remedy: 'Fermez le programme qui tient ce fichier (un autre bot, une sauvegarde), puis réessayez.',
  },
  plein: {
    code: 'ERR_STORE_PLEIN',
    found: 'plus de place pour écrire dans ce fichier',
    remedy: 'Libérez de la place sur le disque ; le bot reprend de lui-même.',
  },
  panne: {
    code: 'ERR_STORE_PANNE',
    found: "la lecture ou l'écriture a échoué",
    remedy: "Vérifiez le disque et redémarrez ; si l'incident revient, signalez-le avec son code.",
  },
};

/** What an error of the database or of its folder means, with what to do; a `BotError` is left as it is. */
export function toStoreError(error: unknown, file: string): BotError {
  if (error instanceof BotError) return error;
  const { code, found, remedy } = TELLINGS[findFault(error)];
  return new BotError(code, `${file} : ${found}`, remedy, error);
}

function findFault(error: unknown): Fault {
  if (!(error instanceof Error)) return 'panne';
  // The low byte is the family of the fault, the others its detail.
  if ('errcode' in error && typeof error.errcode === 'number') return FAULTS[error.errcode & 0xff] ?? 'panne';
  if ('code' in error && typeof error.code === 'string') return FAULTS[error.code] ?? 'panne';
  return 'panne';
}
