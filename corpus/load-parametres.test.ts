import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { CORE_SCHEMA, dump, load } from 'js-yaml';
import { describe, expect, it, onTestFinished } from 'vitest';
import { BotError } from './law/bot-error.ts';
import type { Parametre } from './law/parametre.ts';
import type { Reference } from './law/reference.ts';
import { loadParametres } from './load-parametres.ts';

const ROOT = import.meta.dirname;

/** A copy of the parameters whose `file` is changed by `change`. */
function withChange(file: string, change: (text: string) => string): string {
  const root = mkdtempSync(join(tmpdir(), 'parametres-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  cpSync(join(ROOT, 'parametres'), join(root, 'parametres'), { recursive: true });
  const path = join(root, 'parametres', file);
  writeFileSync(path, change(readFileSync(path, 'utf8')));
  return root;
}

function findError(root: string): BotError {
  try {
    loadParametres(root);
  } catch (error) {
    if (error instanceof BotError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('loadParametres', () => {
  it.each([
    ['a broken line', 'plafonds.yaml', (text: string) => text.replace('valeurs:', 'valeurs: [\n'), 'ERR_YAML', 'ligne'],
    [
      'a missing reference',
      'fonctionnement.yaml',
      (text: string) => text.replace(/^ {4}reference:.*\n/m, ''),
      'ERR_DONNEES',
      'valeurs.0.reference',
    ],
    [
      'decreasing days',
      'plafonds.yaml',
      (text: string) => text.replace('depuis: 2022-03-31', 'depuis: 2019-08-24'),
      'ERR_DONNEES',
      'valeurs.1.depuis : les jours doivent croître strictement',
    ],
    [
      'the same day twice',
      'plafonds.yaml',
      (text: string) => text.replace('depuis: 2022-03-31', 'depuis: 2019-08-25'),
      'ERR_DONNEES',
      'valeurs.1.depuis',
    ],
    [
      'a key that does not exist',
      'silence-ars.yaml',
      (text: string) => `${text}montant: 3\n`,
      'ERR_DONNEES',
      'montant',
    ],
    [
      'a day that does not exist',
      'pass.yaml',
      (text: string) => text.replace(/verifieLe: .*/, 'verifieLe: 2026-02-30'),
      'ERR_DONNEES',
      'verifieLe',
    ],
    [
      'a rate written with a comma',
      'partage-des-versements.yaml',
      (text: string) => text.replace('avanceVoletFixe: 3/4', 'avanceVoletFixe: "0,75"'),
      'ERR_DONNEES',
      'avanceVoletFixe',
    ],
    ['the same key twice', 'duree-du-contrat.yaml', (text: string) => `${text}unite: mois\n`, 'ERR_YAML', 'ligne'],
  ])('refuses %s and says the file, the place and the remedy', (_, file, change, code, place) => {
    const error = findError(withChange(file, change));
    expect(error.code).toBe(code);
    expect(error.message).toContain(file);
    expect(error.message).toContain(place);
    expect(error.remedy).toMatch(/^Corrigez .+\.$/);
  });

  it('says which parameter is missing when its file is gone', () => {
    const root = withChange('pass.yaml', (text) => text);
    rmSync(join(root, 'parametres', 'pass.yaml'));
    const error = findError(root);
    expect(error.code).toBe('ERR_PARAMETRE_ABSENT');
    expect(error.remedy).toContain('pass.yaml');
  });

  it('refuses a dated file from which any required field is taken away', () => {
    const text = readFileSync(join(ROOT, 'parametres', 'fonctionnement.yaml'), 'utf8');
    const required = ['id', 'type', 'titre', 'titreAnglais', 'unite', 'verifieLe', 'valeurs'].map((key) => [key]);
    const inside = ['depuis', 'statut', 'confiance', 'reference', 'valeur'].map((key) => ['valeurs', 0, key]);
    fc.assert(
      fc.property(fc.constantFrom(...required, ...inside), (path) => {
        const document = withoutKey(load(text, { schema: CORE_SCHEMA }), path);
        const error = findError(withChange('fonctionnement.yaml', () => dump(document)));
        expect(['ERR_DONNEES', 'ERR_PARAMETRE_ABSENT']).toContain(error.code);
        expect(error.message).toContain('fonctionnement');
        expect(error.message).toContain(String(path.at(-1)));
        expect(error.remedy.length).toBeGreaterThan(10);
      }),
      { numRuns: 24 },
    );
  });
});

describe('the parameters of the project', () => {
  const { autres, ...named } = loadParametres(ROOT);
  const all: readonly Parametre[] = [...Object.values(named), ...autres];
  const ids = all.map(({ id }) => id);
  const references = all.flatMap((parametre) =>
    listReferences(parametre).map((reference) => [parametre.id, reference] as const),
  );

  it('have each their own name', () => {
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  it('lead by every reference to a text and to sources of the corpus', () => {
    const { sources } = load(readFileSync(join(ROOT, 'sources.yaml'), 'utf8')) as { sources: { id: string }[] };
    const known = new Set(sources.map(({ id }) => id));
    const lost = references.flatMap(([id, { texte, refs }]) => [
      ...(existsSync(join(ROOT, 'textes', texte, 'texte.yaml')) ? [] : [`${id} : ${texte}`]),
      ...refs.filter((ref) => !known.has(ref)).map((ref) => `${id} : ${ref}`),
    ]);
    expect(references.length).toBeGreaterThan(all.length - 1);
    expect(lost).toEqual([]);
  });

  it('say of every proposal which parameter is the rule, when there is one', () => {
    const rules = autres.flatMap((parametre) => ('regle' in parametre && parametre.regle ? [parametre.regle] : []));
    expect(rules.length).toBeGreaterThan(0);
    expect(rules.filter((rule) => !Object.values(named).some(({ id }) => id === rule))).toEqual([]);
  });

  it('give no mission amount to sizes 1, 2 and 4, and only local figures to size 3', () => {
    for (const { valeur, statut } of named.montantsMissions.valeurs) {
      expect([valeur.taille1, valeur.taille2, valeur.taille4]).toEqual([null, null, null]);
      if (valeur.taille3) expect(statut).toBe('releve-local');
    }
  });
});

/** Every reference of a parameter, at whatever depth. */
function listReferences(value: unknown): readonly Reference[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('texte' in value && 'refs' in value) return [value as Reference];
  return Object.values(value).flatMap(listReferences);
}

/** A copy of parsed data without one key, wherever it stands. */
function withoutKey(data: unknown, path: readonly (string | number)[]): unknown {
  const copy = structuredClone(data);
  let parent = copy as Record<string | number, unknown>;
  for (const key of path.slice(0, -1)) parent = parent[key] as Record<string | number, unknown>;
  delete parent[path.at(-1) ?? ''];
  return copy;
}
