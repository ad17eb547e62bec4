import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { loadLexique } from './load-lexique.ts';
import { createTokenizer } from './tokenize.ts';

const GOOD = {
  'mots-vides.yaml': 'francais: [le]\nanglais: [the]\n',
  'abreviations.yaml': 'sigles: []\nfamilier: []\n',
  'synonymes.yaml': 'courants: []\nanglais: []\n',
};

function writeFolder(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'lexique-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

describe('loadLexique', () => {
  it('reads the files of a folder', () => {
    expect(loadLexique(writeFolder(GOOD)).motsVides).toEqual({ francais: ['le'], anglais: ['the'] });
  });

  it.each([
    [
      'an unknown key',
      'ERR_DONNEES',
      { ...GOOD, 'synonymes.yaml': 'courants: []\nanglais: []\nargot: []\n' },
      'synonymes.yaml',
    ],
    [
      'a synonym without words',
      'ERR_DONNEES',
      { ...GOOD, 'synonymes.yaml': 'courants: [{ mots: [], vers: [x] }]\nanglais: []\n' },
      'mots',
    ],
    ['broken YAML', 'ERR_YAML', { ...GOOD, 'mots-vides.yaml': 'francais: [le\n' }, 'mots-vides.yaml'],
    ['a missing file', 'ERR_FICHIER_ABSENT', { 'mots-vides.yaml': GOOD['mots-vides.yaml'] }, 'abreviations.yaml'],
  ])('refuses %s', (_, code, files, named) => {
    expect(() => loadLexique(writeFolder(files))).toThrow(
      expect.objectContaining({ code, message: expect.stringContaining(named) }),
    );
  });
});

describe('the vocabulary of the project', () => {
  const { motsVides, abreviations, synonymes } = loadLexique();
  const tokenizer = createTokenizer(motsVides);

  it('gives each acronym and each spelling once', () => {
    for (const written of [
      abreviations.sigles.map(({ sigle }) => sigle.toLowerCase()),
      abreviations.familier.flatMap(({ ecrit }) => ecrit),
    ]) {
      expect(written.filter((text, position) => written.indexOf(text) !== position)).toEqual([]);
    }
  });

  it('writes each acronym so that it is one content word', () => {
    const broken = abreviations.sigles.filter(({ sigle }) => tokenizer.contentWords(sigle).length !== 1);
    expect(broken).toEqual([]);
  });

  it('leads every synonym to content words', () => {
    const empty = [...synonymes.courants, ...synonymes.anglais].filter(({ vers }) =>
      vers.some((phrase) => tokenizer.contentWords(phrase).length === 0),
    );
    expect(empty).toEqual([]);
  });
});
