import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDocumentStore } from '#corpus/import/document-store.ts';
import { MIGRATIONS } from '../store/migrations.ts';
import { createProfil, DAY } from '../store/testing/call-store.ts';
import { createFolder, openTemporary, toFile } from '../store/testing/open-temporary.ts';
import { MANIFESTE } from './manifeste.ts';
import { restoreData } from './restore-data.ts';
import { saveData } from './save-data.ts';
import { damageDatabase, listWritten, NOTE_PATH, prepareData, startWriter } from './testing/prepare-data.ts';

describe('a backup', () => {
  it('holds what stood in the data folder, and nothing that can be made again', async () => {
    const { data, folder } = await prepareData();
    writeFileSync(join(data, 'journal.log'), '');
    const manifeste = await saveData(data, folder, DAY);
    expect(manifeste.fichiers.map(({ chemin }) => chemin)).toEqual([
      'cpts-bot.sqlite',
      NOTE_PATH,
      'espaces/T1/documents/catalogue.json',
      'recus/abc.json',
    ]);
    expect(manifeste.migrations).toEqual(Object.keys(MIGRATIONS));
    expect(JSON.parse(readFileSync(join(folder, MANIFESTE), 'utf8'))).toEqual(manifeste);
    expect(readdirSync(join(folder, '..'))).not.toContain('sauvegarde.partiel');
  });

  it('is restored as it was, while another process wrote two hundred rows a second', async () => {
    const { data, folder } = await prepareData();
    const writer = await startWriter(data);
    await saveData(data, folder, DAY);
    const during = listWritten(toFile(data)).length;
    await writer.stop();
    const restored = createFolder();
    await restoreData(folder, restored, { remplace: false, today: DAY });
    const rows = listWritten(toFile(restored));
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.length).toBeLessThanOrEqual(during);
    // One moment of the writer: what it wrote in one go is there whole or is not, and nothing lacks before it.
    expect(rows).toEqual(listWritten(toFile(data)).slice(0, rows.length));
    expect(rows.length % 2).toBe(0);
    const store = await openTemporary(restored);
    expect(await store.readProfil('T1', 'profil')).toEqual(createProfil());
    expect(openDocumentStore(restored, 'T1').load()).toEqual(openDocumentStore(data, 'T1').load());
    expect(readFileSync(join(restored, 'recus', 'abc.json'), 'utf8')).toBe('{}\n');
  });

  it('does not replace anything', async () => {
    const { data, folder } = await prepareData();
    mkdirSync(folder);
    writeFileSync(join(folder, 'autre'), '');
    await expect(saveData(data, folder, DAY)).rejects.toMatchObject({ code: 'ERR_SAUVEGARDE_PLEINE' });
    expect(readdirSync(folder)).toEqual(['autre']);
  });

  it('leaves nothing when it cannot be written, or when there is nothing to save', async () => {
    const { data, folder } = await prepareData();
    writeFileSync(folder, 'a file in its place');
    const below = saveData(data, join(folder, 'dedans'), DAY);
    await expect(below).rejects.toMatchObject({ code: 'ERR_SAUVEGARDE_ECRITURE' });
    const empty = createFolder();
    await expect(saveData(empty, join(empty, 's'), DAY)).rejects.toMatchObject({ code: 'ERR_SAUVEGARDE_VIDE' });
    expect(readdirSync(empty)).toEqual([]);
  });

  it('is not made of a damaged database', async () => {
    const { data, folder } = await prepareData();
    damageDatabase(toFile(data));
    await expect(saveData(data, folder, DAY)).rejects.toMatchObject({
      code: 'ERR_STORE_ABIME',
      message: expect.stringContaining(toFile(data)),
    });
    expect(existsSync(folder)).toBe(false);
    expect(existsSync(`${folder}.partiel`)).toBe(false);
  });
});
