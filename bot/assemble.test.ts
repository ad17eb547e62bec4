import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { BotError } from '#corpus/law/bot-error.ts';
import { assemble } from './assemble.ts';
import { loadTestAssembly } from './testing/load-test-assembly.ts';

const ROOT = join(import.meta.dirname, '..');
const root = mkdtempSync(join(tmpdir(), 'cpts-donnees-'));
const PASSAGES = 'corpus/textes/2021-12-20-avenant-2/passages.yaml';

// Data only: code and vectors are not copied.
for (const folder of ['corpus/textes', 'corpus/parametres', 'corpus/lexique', 'bot/donnees', 'bot/messages']) {
  cpSync(join(ROOT, folder), join(root, folder), { recursive: true });
}
cpSync(join(ROOT, 'corpus/sources.yaml'), join(root, 'corpus/sources.yaml'));

let restore: (() => void) | undefined;

afterEach(() => {
  restore?.();
  restore = undefined;
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Changes a data file until the end of the test. */
function spoil(file: string, change: (text: string) => string): void {
  const path = join(root, file);
  const text = readFileSync(path, 'utf8');
  restore = () => writeFileSync(path, text);
  writeFileSync(path, change(text));
}

/** The error that stops the start. */
function fail(): BotError {
  try {
    assemble(root);
  } catch (error) {
    if (error instanceof BotError) return error;
    throw error;
  }
  throw new Error('the data were accepted');
}

describe('assemble', () => {
  it('takes its data from the folder it is given', () => {
    const { hashes, corpus } = assemble(root);
    expect(hashes).toEqual(loadTestAssembly().hashes);
    expect(corpus.passages.length).toBe(loadTestAssembly().corpus.passages.length);
  });

  it('changes the hash of what changed, and only that one', () => {
    const before = loadTestAssembly().hashes;
    spoil(PASSAGES, (text) => `${text}\n# remarque\n`);
    const after = assemble(root).hashes;
    expect(after.corpus).not.toBe(before.corpus);
    expect(after.parametres).toBe(before.parametres);
  });

  it.each<[string, string, (text: string) => string, string, readonly string[]]>([
    ['a broken YAML', PASSAGES, (text) => `${text}\n  - id: "casse\n`, 'ERR_YAML', [PASSAGES, 'ligne']],
    [
      'a broken parameter file',
      'corpus/parametres/plafonds.yaml',
      () => 'valeurs: [',
      'ERR_YAML',
      ['plafonds.yaml', 'ligne'],
    ],
    [
      'an unknown key',
      PASSAGES,
      (text) => text.replace(/^( +)statut:/mu, '$1statu:'),
      'ERR_DONNEES',
      [PASSAGES, 'passages.0', 'statu'],
    ],
    [
      'an unknown statut',
      PASSAGES,
      (text) => text.replace(/statut: en-vigueur/u, 'statut: peut-être'),
      'ERR_DONNEES',
      [PASSAGES, 'statut'],
    ],
    [
      'a source that does not exist',
      PASSAGES,
      (text) => text.replace(/refs: \[/u, 'refs: [INCONNUE99, '),
      'ERR_DONNEES',
      [PASSAGES, 'passage «', 'INCONNUE99'],
    ],
    [
      'a theme that does not exist',
      PASSAGES,
      (text) => text.replace(/themes: \[/u, 'themes: [theme-inconnu, '),
      'ERR_DONNEES',
      [PASSAGES, 'theme-inconnu'],
    ],
    ['a duplicate id', PASSAGES, duplicateFirst, 'ERR_DONNEES', ['identifiant en double']],
    [
      'a text under another name',
      'corpus/textes/2021-12-20-avenant-2/texte.yaml',
      (text) => text.replace(/^id: .*$/mu, 'id: 2021-12-21-avenant-2'),
      'ERR_DONNEES',
      ['texte.yaml', 'diffère du nom du dossier'],
    ],
    [
      'an impossible day',
      'corpus/textes/2021-12-20-avenant-2/texte.yaml',
      (text) => text.replace(/^publieLe: .*$/mu, 'publieLe: 2022-02-31'),
      'ERR_DONNEES',
      ['texte.yaml', 'publieLe'],
    ],
    [
      'days out of order',
      'corpus/textes/2021-12-20-avenant-2/texte.yaml',
      (text) => text.replace(/^publieLe: .*$/mu, 'publieLe: 2021-12-01'),
      'ERR_DONNEES',
      ['texte.yaml', 'publieLe', 'précède la signature'],
    ],
    [
      'a broken lexicon',
      'corpus/lexique/concepts.yaml',
      (text) => `${text}\n  - ]`,
      'ERR_YAML',
      ['concepts.yaml', 'ligne'],
    ],
    [
      'broken refusals',
      'bot/donnees/refus.yaml',
      (text) => text.replace(/motifs:\n( +)- \[/u, 'motifs:\n$1- [famille-inconnue, '),
      'ERR_DONNEES',
      ['refus.yaml', 'famille-inconnue'],
    ],
    [
      'an unreadable pattern',
      'bot/donnees/refus.yaml',
      (text) => text.replace(/^ {2}naissance: \[/mu, "  naissance: ['(?:', "),
      'ERR_DONNEES',
      ['refus.yaml', 'naissance'],
    ],
    [
      'broken sentences',
      'bot/messages/fr.yaml',
      (text) => `${text}\nMAUVAIS CODE: "x"\n`,
      'ERR_DONNEES',
      ['fr.yaml', 'MAUVAIS CODE'],
    ],
    [
      'broken intentions',
      'bot/donnees/intentions.yaml',
      (text) => text.replace(/outil: taille/u, 'outil: inconnu'),
      'ERR_DONNEES',
      ['intentions.yaml', 'outil'],
    ],
  ])('stops on %s: file, place, remedy', (_, file, change, code, places) => {
    const path = join(root, file);
    const before = readFileSync(path, 'utf8');
    spoil(file, change);
    expect(readFileSync(path, 'utf8')).not.toBe(before);
    const error = fail();
    expect(error.code).toBe(code);
    for (const place of places) expect(error.message).toContain(place);
    // A French sentence that says what to do.
    expect(error.remedy).toMatch(/^\p{Lu}.*\.$/u);
  });

  it.each([
    ['bot/messages/fr.yaml', 'ERR_FICHIER_ABSENT', 'fr.yaml'],
    ['corpus/textes/2021-12-20-avenant-2/passages.yaml', 'ERR_FICHIER_ABSENT', 'passages.yaml'],
    ['corpus/parametres/plafonds.yaml', 'ERR_PARAMETRE_ABSENT', 'plafonds'],
  ])('stops when %s is missing (%s), and names it', (file, code, place) => {
    const path = join(root, file);
    spoil(file, (text) => text);
    rmSync(path);
    const error = fail();
    expect(error.code).toBe(code);
    expect(error.message).toContain(place);
    expect(error.remedy).toMatch(/^\p{Lu}.*\.$/u);
  });
});

/** The first passage once more at the end of its file. */
function duplicateFirst(text: string): string {
  const [first = ''] = /^ {2}- id: (?:.*\n)(?: {4}.*\n)*/mu.exec(text) ?? [];
  return `${text.trimEnd()}\n${first}`;
}
