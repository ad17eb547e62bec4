import { expect, it } from 'vitest';
import { BotError } from '#corpus/law/bot-error.ts';
import { toStoreError } from './to-store-error.ts';

it.each([
  [{ errcode: 5 }, 'ERR_STORE_OCCUPE'],
  [{ errcode: 5 | (2 << 8) }, 'ERR_STORE_OCCUPE'], // SQLITE_BUSY_SNAPSHOT
  [{ errcode: 6 }, 'ERR_STORE_OCCUPE'],
  [{ errcode: 8 | (6 << 8) }, 'ERR_STORE_DOSSIER'], // SQLITE_READONLY_DIRECTORY
  [{ errcode: 10 | (3 << 8) }, 'ERR_STORE_PANNE'], // SQLITE_IOERR_WRITE
  [{ errcode: 11 | (1 << 8) }, 'ERR_STORE_ABIME'], // SQLITE_CORRUPT_VTAB
  [{ errcode: 13 }, 'ERR_STORE_PLEIN'],
  [{ errcode: 14 }, 'ERR_STORE_DOSSIER'],
  [{ errcode: 26 }, 'ERR_STORE_ABIME'],
  [{ code: 'EACCES' }, 'ERR_STORE_DOSSIER'],
  [{ code: 'EROFS' }, 'ERR_STORE_DOSSIER'],
  [{ code: 'ENOSPC' }, 'ERR_STORE_PLEIN'],
  [{ code: 'ERR_INVALID_ARG_VALUE' }, 'ERR_STORE_PANNE'],
  [{}, 'ERR_STORE_PANNE'],
])('tells %o as %s, with the file and the cause', (fields, code) => {
  const cause = Object.assign(new Error('from below'), fields);
  const error = toStoreError(cause, 'donnees/cpts-bot.sqlite');
  expect(error.code).toBe(code);
  expect(error.message).toMatch(/^donnees\/cpts-bot\.sqlite : /);
  expect(error.cause).toBe(cause);
});

it('leaves an error that is already told as it is, and tells what is no error', () => {
  const told = new BotError('ERR_STORE_VERSION', 'message', 'remède');
  expect(toStoreError(told, 'f')).toBe(told);
  expect(toStoreError('thrown text', 'f').code).toBe('ERR_STORE_PANNE');
});
