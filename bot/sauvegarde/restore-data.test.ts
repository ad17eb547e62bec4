import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { RESTORING } from '../store/open-sqlite-store.ts';
import { DAY } from '../store/testing/call-store.ts';
import { createFolder, openTemporary, toFile } from '../store/testing/open-temporary.ts';
import { describeFile } from './copy-file.ts';
import { MANIFESTE } from './manifeste.ts';
import { moveAll } from './move-all.ts';
import { restoreData } from './restore-data.ts';
import { saveData } from './save-data.ts';
import {
  damageDatabase,
  listProfilIds,
  NOTE_PATH,
  prepareData,
  saveProfil,
  startWriter,
} from './testing/prepare-data.ts';

const ASIDE = `avant-restauration-${DAY}`;
const KEEP = { remplace: false, today: DAY };
const REPLACE = { remplace: true, today: DAY };

describe('a restoration', () => {
  it('keeps aside what was there, when it is asked to replace it', async () => {
    const { data, folder } = await prepareData();
    await saveData(data, folder, DAY);
    await saveProfil(data, 'tardif');
    await expect(restoreData(folder, data, KEEP)).rejects.toMatchObject({ code: 'ERR_RESTAURATION_PLEINE' });
    for (const name of [ASIDE, `${ASIDE}-2`]) {
      expect((await restoreData(folder, data, REPLACE)).ancien).toBe(join(data, name));
    }
    expect(listProfilIds(toFile(data))).toEqual(['profil']);
    expect(listProfilIds(toFile(join(data, ASIDE)))).toEqual(['profil', 'tardif']);
    expect(existsSync(join(data, ASIDE, NOTE_PATH))).toBe(true);
    expect(readdirSync(data).sort()).toEqual([ASIDE, `${ASIDE}-2`, 'cpts-bot.sqlite', 'espaces', 'recus']);
  });

  it('refuses a data folder that a bot of another process uses', async () => {
    const { data, folder } = await prepareData();
    await saveData(data, folder, DAY);
    const writer = await startWriter(data);
    await expect(restoreData(folder, data, REPLACE)).rejects.toMatchObject({ code: 'ERR_RESTAURATION_OCCUPEE' });
    await writer.stop();
    await expect(restoreData(folder, data, REPLACE)).resolves.toMatchObject({ ancien: join(data, ASIDE) });
  });

  it.each<[string, (folder: string) => void, string]>([
    ['no manifest', (folder) => rmSync(join(folder, MANIFESTE)), 'ERR_SAUVEGARDE_ABSENTE'],
    ['a manifest that is no JSON', (folder) => writeFileSync(join(folder, MANIFESTE), '{'), 'ERR_SAUVEGARDE_ABIMEE'],
    [
      'a path that leads elsewhere',
      (folder) => rename(folder, 'recus/abc.json', 'recus/../../abc'),
      'ERR_SAUVEGARDE_ABIMEE',
    ],
    ['a path that is not ours', (folder) => rename(folder, 'recus/abc.json', 'index/abc'), 'ERR_SAUVEGARDE_ABIMEE'],
    ['a file twice', (folder) => rename(folder, 'recus/abc.json', 'cpts-bot.sqlite'), 'ERR_SAUVEGARDE_ABIMEE'],
    ['a newer version', (folder) => rename(folder, '0003-second-layer', '9999-later'), 'ERR_SAUVEGARDE_VERSION'],
    ['other migrations', (folder) => rename(folder, '0003-second-layer', '0002-tokens'), 'ERR_SAUVEGARDE_ABIMEE'],
    ['a file that is missing', (folder) => rmSync(join(folder, 'recus/abc.json')), 'ERR_SAUVEGARDE_ABIMEE'],
    [
      'a file that was changed',
      (folder) => writeFileSync(join(folder, 'recus/abc.json'), '[]\n'),
      'ERR_SAUVEGARDE_ABIMEE',
    ],
    [
      'a database that was cut',
      (folder) => writeFileSync(toFile(folder), readFileSync(toFile(folder)).subarray(0, 8192)),
      'ERR_SAUVEGARDE_ABIMEE',
    ],
    ['a database that grew', (folder) => appendFileSync(toFile(folder), 'x'), 'ERR_SAUVEGARDE_ABIMEE'],
  ])('refuses a backup with %s, and leaves the data as they are', async (_what, spoil, code) => {
    const { data, folder } = await prepareData();
    await saveData(data, folder, DAY);
    spoil(folder);
    const before = readFileSync(toFile(data));
    await expect(restoreData(folder, data, REPLACE)).rejects.toMatchObject({ code });
    expect(readFileSync(toFile(data)).equals(before)).toBe(true);
    expect(readdirSync(data).sort()).toEqual(['cpts-bot.sqlite', 'espaces', 'recus']);
  });

  it('refuses a database that is damaged, though it is the one of the manifest', async () => {
    const { data, folder } = await prepareData();
    const manifeste = await saveData(data, folder, DAY);
    damageDatabase(toFile(folder));
    const described = { chemin: 'cpts-bot.sqlite', ...(await describeFile(toFile(folder))) };
    const fichiers = manifeste.fichiers.map((fichier) => (fichier.chemin === 'cpts-bot.sqlite' ? described : fichier));
    writeFileSync(join(folder, MANIFESTE), JSON.stringify({ ...manifeste, fichiers }));
    await expect(restoreData(folder, createFolder(), KEEP)).rejects.toMatchObject({ code: 'ERR_SAUVEGARDE_ABIMEE' });
  });

  it('holds back a bot that starts before it is done, or after it was cut short', async () => {
    const { data } = await prepareData();
    mkdirSync(join(data, RESTORING));
    await expect(openTemporary(data)).rejects.toMatchObject({ code: 'ERR_STORE_RESTAURATION' });
  });

  it('takes the place of a database that cannot be read, and of a restoration that was cut short', async () => {
    const { data, folder } = await prepareData();
    await saveData(data, folder, DAY);
    writeFileSync(toFile(data), 'not a database\n'.repeat(1000));
    mkdirSync(join(data, RESTORING));
    await restoreData(folder, data, REPLACE);
    expect(listProfilIds(toFile(data))).toEqual(['profil']);
    expect(existsSync(join(data, RESTORING))).toBe(false);
  });
});

it('moves back what was moved when something else cannot be', () => {
  const folder = createFolder();
  const [one, two] = [join(folder, 'un'), join(folder, 'deux')];
  writeFileSync(one, 'un');
  const moves = [
    { from: one, to: two },
    { from: two, to: join(folder, 'trois') },
    { from: join(folder, 'absent'), to: join(folder, 'quatre') },
  ];
  expect(() => moveAll(moves)).toThrow('ENOENT');
  expect(readdirSync(folder)).toEqual(['un']);
});

/** Writes other words in the manifest of a backup. */
function rename(folder: string, before: string, after: string): void {
  const path = join(folder, MANIFESTE);
  writeFileSync(path, readFileSync(path, 'utf8').replace(before, after));
}
