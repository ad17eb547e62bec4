import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { prepareData, saveProfil } from '../sauvegarde/testing/prepare-data.ts';
import { createAnswer, createProfil, NOW } from '../store/testing/call-store.ts';
import { createFolder, openTemporary } from '../store/testing/open-temporary.ts';
import { createTestCli } from './testing/create-test-cli.ts';

describe('cpts sauvegarde and cpts restaurer', () => {
  it('save, and put back beside what came after', async () => {
    const { data, folder } = await prepareData();
    const run = createTestCli({}, { dataDir: data });
    const saved = await run('sauvegarde', folder);
    expect(saved).toMatchObject({ code: 0, err: '' });
    expect(saved.out).toContain(`Sauvegarde faite dans « ${folder} » (fichiers : 4 ;`);
    await saveProfil(data, 'tardif');
    const refused = await run('restaurer', folder);
    expect(refused).toMatchObject({ code: 1, out: '' });
    expect(refused.err).toContain('Ajoutez --remplacer');
    const { code, out } = await run('restaurer', folder, '--remplacer');
    expect(code).toBe(0);
    expect(out).toContain('La sauvegarde du 21 novembre 2026');
    expect(out).toContain(`avant sont dans « ${join(data, 'avant-restauration-2026-11-21')} »`);
    const store = await openTemporary(data);
    expect(await store.listProfils('T1')).toHaveLength(1);
  });

  it('tell in JSON what was done', async () => {
    const { data, folder } = await prepareData();
    const run = createTestCli({}, { dataDir: data });
    const saved = JSON.parse((await run('sauvegarde', folder, '--json')).out);
    const told = { dossier: folder, faiteLe: '2026-11-21', fichiers: 4 };
    expect(saved).toEqual({ ...told, octets: expect.any(Number), migrations: expect.arrayContaining(['0002-tokens']) });
    const elsewhere = createTestCli({}, { dataDir: createFolder() });
    const restored = JSON.parse((await elsewhere('restaurer', folder, '--json')).out);
    expect(restored).toEqual({ ...told, octets: saved.octets, ancien: null });
  });

  it.each(['sauvegarde', 'restaurer'])('%s needs one folder', async (command) => {
    const run = createTestCli();
    expect(await run(command)).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining('il manque le dossier'),
    });
    expect(await run(command, 'un', 'deux')).toMatchObject({
      code: 2,
      err: expect.stringContaining('« deux » est en trop'),
    });
  });
});

describe('cpts oublier', () => {
  it('forgets a person and says how many things', async () => {
    const data = createFolder();
    const store = await openTemporary(data);
    await store.saveAnswer('T1', createAnswer({ user: 'UELLE' }));
    await store.saveProfil('T1', createProfil({ savedBy: 'UELLE' }), NOW);
    const run = createTestCli({}, { dataDir: data });
    const order = ['oublier', '--espace', 'T1', '--personne', 'UELLE'];
    const { code, out } = await run(...order);
    expect(code).toBe(0);
    // The answer, her name on the profile, her name in the journal.
    expect(out).toContain('oublié (éléments retirés : 3)');
    expect(await store.readAnswer('T1', 'reponse')).toBeUndefined();
    expect((await run(...order)).out).toContain('ne garde rien de cette personne');
    expect(JSON.parse((await run(...order, '--json')).out)).toEqual({ espace: 'T1', personne: 'UELLE', oublis: 0 });
  });

  it.each([
    [[], ['--espace : il manque', '--personne : il manque']],
    [['--espace', '../T1', '--personne', 'UELLE'], ["« ../T1 » n'est pas un nom d'espace"]],
    [['--espace', 'T1', '--personne', 'Marie Curie'], ["« Marie Curie » n'est pas l'identifiant d'une personne"]],
    [['--espace', 'T1', '--personne', 'UELLE', 'encore'], ['« encore » est en trop']],
  ])('refuses %j, and says what to write', async (args, told) => {
    const { code, out, err } = await createTestCli()('oublier', ...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    for (const words of told) expect(err.replaceAll('’', "'")).toContain(words);
    expect(err.split('\n').filter((line) => line.startsWith('--')).length).toBeLessThan(3);
  });

  it('does not take a wrong folder for a person of whom nothing is kept', async () => {
    const data = createFolder();
    const run = createTestCli({}, { dataDir: data });
    const { code, err } = await run('oublier', '--espace', 'T1', '--personne', 'UELLE');
    expect(code).toBe(1);
    expect(err).toContain('ERR_STORE_ABSENT');
    expect(existsSync(join(data, 'cpts-bot.sqlite'))).toBe(false);
  });
});
