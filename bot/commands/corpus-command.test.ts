import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createPipelineCli } from '#bot/testing/create-pipeline-cli.ts';
import { openDocumentStore } from '#corpus/import/document-store.ts';

const MENTION = ['--editeur', 'La Gazette', '--date', '2021-05-04', '--nature', 'presse'];
const TEXT = 'Le bureau a loué un local près de la gare. Il ouvre le lundi.';

let root = '';
let dataDir = '';
let run: ReturnType<typeof createPipelineCli>;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'cpts-corpus-'));
  dataDir = join(root, 'data');
  run = createPipelineCli({ dataDir });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(name: string, content: string | Uint8Array = TEXT): string {
  const path = join(root, name);
  writeFileSync(path, content);
  return path;
}

async function add(path: string, ...more: readonly string[]) {
  return run('corpus', 'add', path, '--titre', 'Un local', ...MENTION, ...more);
}

function list() {
  return openDocumentStore(dataDir, 'local').list();
}

describe('corpus add', () => {
  it('imports a file, tells its identifier and its standing, and lists it', async () => {
    const { code, out } = await add(write('note.txt'));
    const [fiche] = list();
    expect(code).toBe(0);
    expect(out).toContain(`Importé : Un local, sous l'identifiant ${fiche?.id} (passages : 1).`);
    expect(out).toContain('Statut : historique.');
    expect(fiche).toMatchObject({
      titre: 'Un local',
      editeur: 'La Gazette',
      date: '2021-05-04',
      importeLe: '2026-11-21',
    });
    expect((await run('corpus', 'list')).out).toContain(
      `${fiche?.id}  historique  2021-05-04  presse  Un local (La Gazette)`,
    );
    expect(JSON.parse((await run('corpus', 'list', '--json')).out)).toMatchObject({
      documents: [{ titre: 'Un local' }],
    });
  });

  it('imports the good files of a folder and names the broken one', async () => {
    mkdirSync(join(root, 'docs/suite'), { recursive: true });
    write('docs/a_premier.txt');
    write('docs/suite/b.md', '# Autre\n\nLe local ferme en août.');
    write('docs/c.pdf', '%PDF-1.7 cut short');
    write('docs/d.txt');
    write('docs/.cache', 'hidden');
    symlinkSync(join(root, 'docs/a_premier.txt'), join(root, 'docs/e.txt'));
    const { code, out, err } = await run('corpus', 'add', join(root, 'docs'), ...MENTION, '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      espace: 'local',
      importes: [{ titre: 'a premier' }, { titre: 'b' }],
      refuses: [{}, {}, {}],
    });
    expect(err).toMatch(/c\.pdf : ce fichier est abîmé/);
    expect(err).toMatch(/d\.txt : déjà là sous l'identifiant 2021-05-04-a-premier-/);
    expect(err).toMatch(/e\.txt : c'est un lien/);
    expect(list().map(({ titre }) => titre)).toEqual(['a premier', 'b']);
  });

  it('gives the file that was given a title with its name when there are several', async () => {
    mkdirSync(join(root, 'docs'));
    write('docs/a.txt');
    write('docs/b.txt', 'Le local ferme en août, et rouvre après.');
    await add(join(root, 'docs'));
    expect(list().map(({ titre }) => titre)).toEqual(['Un local, a', 'Un local, b']);
  });

  it('refuses the same content twice, whatever its name', async () => {
    await add(write('a.txt'));
    const { code, out, err } = await add(write('b.txt'));
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(`déjà là sous l'identifiant ${list()[0]?.id}`);
    expect(list().length).toBe(1);
  });

  it('refuses a second import while one is at work', async () => {
    const writer = openDocumentStore(dataDir, 'local').open();
    const { code, err } = await add(write('a.txt'));
    writer?.close();
    expect(code).toBe(2);
    expect(err).toContain('un autre import est en cours');
  });

  it('refuses a page of a hundred megabytes, a pipe-like device and a link without reading them', async () => {
    const page = write('page.html', '<!doctype html><p>Un');
    truncateSync(page, 100_000_000);
    expect((await add(page)).err).toContain('ce fichier dépasse 6 Mo');
    expect((await add('/dev/zero')).err).toContain("ce n'est pas un fichier ordinaire");
    symlinkSync(write('a.txt'), join(root, 'lien.txt'));
    expect((await add(join(root, 'lien.txt'))).err).toContain("c'est un lien");
    expect(list()).toEqual([]);
  });

  it.each([
    [['corpus', 'add'], 'il manque le fichier'],
    [['corpus', 'add', '/nulle/part.pdf', '--titre', 'T', ...MENTION], 'ce fichier est introuvable'],
    [['corpus', 'add', 'FILE', ...MENTION], '--titre : il manque'],
    [['corpus', 'add', 'FILE', '--titre', 'T', '--date', '2021', '--nature', 'presse'], '--editeur : il manque'],
    [
      ['corpus', 'add', 'FILE', '--titre', 'T', ...MENTION, '--statut', 'en-vigueur'],
      'les choix sont : historique, proposition',
    ],
    [
      ['corpus', 'add', 'FILE', '--titre', 'T', '--editeur', 'E', '--date', 'hier matin', '--nature', 'presse'],
      "n'est pas une date",
    ],
    [
      ['corpus', 'add', 'FILE', '--titre', 'T', '--editeur', 'E', '--date', '2031-01-01', '--nature', 'presse'],
      'est à venir',
    ],
    [
      ['corpus', 'add', 'FILE', '--titre', 'T', '--editeur', 'E', '--date', '2021', '--nature', 'pres'],
      'Vouliez-vous dire',
    ],
    [['corpus', 'add', 'FILE', '--titre', 'T', ...MENTION, '--espace', '../a'], "n'est pas un nom d'espace"],
    [['corpus', 'add', 'FILE', 'OTHER', '--titre', 'T', ...MENTION], 'est en trop'],
    [['corpus', 'rm'], "il manque l'identifiant"],
    [['corpus', 'rm', '../../etc'], "n'est pas un document importé"],
    [['corpus', 'enlever', 'x'], "n'est pas accepté"],
  ])('refuses %j', async (args, expected) => {
    const file = write('a.txt');
    const { code, out, err } = await run(...args.map((arg) => (arg === 'FILE' ? file : arg)));
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(expected);
    expect(list()).toEqual([]);
  });

  it.each([
    ['avenant', 'historique'],
    ['contrat-local', 'releve-local'],
    ['proposition', 'proposition'],
    ['rapport', 'historique'],
  ])('gives a document of nature %s the standing %s, unless another is given', async (nature, statut) => {
    await run(
      'corpus',
      'add',
      write('a.txt'),
      '--titre',
      'T',
      '--editeur',
      'E',
      '--date',
      'mai 2021',
      '--nature',
      nature,
    );
    expect(list()).toMatchObject([{ statut, date: '2021-05' }]);
  });

  it('lets a person say that an agreement is in force', async () => {
    const words = ['--editeur', 'UNCAM', '--date', '2021', '--nature', 'accord', '--statut', 'en-vigueur'];
    await run('corpus', 'add', write('a.txt'), '--titre', 'T', ...words);
    expect(list()).toMatchObject([{ statut: 'en-vigueur', date: '2021' }]);
  });
});

describe('corpus rm', () => {
  it('takes a document out, which can then come back', async () => {
    const file = write('a.txt');
    await add(file);
    const id = list()[0]?.id ?? '';
    expect(await run('corpus', 'rm', id)).toMatchObject({ code: 0, out: `Retiré : ${id}.\n` });
    expect(list()).toEqual([]);
    expect((await add(file)).code).toBe(0);
  });

  it('says which document was meant, and leaves other workspaces alone', async () => {
    await add(write('a.txt'));
    const id = list()[0]?.id ?? '';
    expect((await run('corpus', 'rm', id.slice(0, -1))).err).toContain(`Vouliez-vous dire ${id}`);
    expect((await run('corpus', 'rm', id, '--espace', 'T1')).code).toBe(2);
    expect(list().length).toBe(1);
  });
});
