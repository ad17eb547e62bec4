import { describe, expect, it } from 'vitest';
import { parsePlacedYaml, type YamlPath } from './parse-placed-yaml.ts';

const SOURCE = `# comment
titre: essai
blocs:
  - depuis: 2022-03-31
    montants:
      taille1: { fixe: 90.000, variable: null, "quoted": "null" }
  - ~
vide:
`;

function read(source: string) {
  const yaml = parsePlacedYaml(source);
  if (yaml.kind !== 'read') throw new Error(yaml.kind);
  return yaml;
}

describe('parsePlacedYaml', () => {
  it('keeps every scalar as it was typed, and tells nothing from a text', () => {
    expect(read(SOURCE).value).toEqual({
      titre: 'essai',
      blocs: [
        { depuis: '2022-03-31', montants: { taille1: { fixe: '90.000', variable: null, quoted: 'null' } } },
        null,
      ],
      vide: null,
    });
  });

  it.each<[YamlPath, number, number]>([
    [['titre'], 2, 1],
    [['blocs', 0], 4, 5],
    [['blocs', 0, 'montants', 'taille1'], 6, 7],
    [['blocs', 0, 'montants', 'taille1', 'variable'], 6, 32],
    [['blocs', 0, 'absent'], 4, 5],
    [['nowhere', 'at', 'all'], 1, 1],
  ])('finds %j at line %i, column %i, or what holds it', (path, ligne, colonne) => {
    expect(read(SOURCE).findPlace(path)).toEqual({ ligne, colonne });
  });

  it('tells the keys written twice, at the place of the last one', () => {
    const yaml = read('a: 1\nb: { c: 1, c: 2 }\na: 3\n');
    expect(yaml.value).toEqual({ a: '3', b: { c: '2' } });
    expect(yaml.repeated).toEqual([['b', 'c'], ['a']]);
    expect(yaml.findPlace(['a'])).toEqual({ ligne: 3, colonne: 1 });
  });

  it.each([
    ['a flow that does not end', 'a: [1\n', 2],
    ['a wrong indentation', 'a:\n  b: 1\n c: 2\n', 3],
    ['a tab', 'a:\n\tb: 1\n', 2],
    ['several documents', 'a: 1\n---\nb: 2\n', 3],
  ])('gives the line of %s', (_, source, ligne) => {
    expect(parsePlacedYaml(source)).toMatchObject({ kind: 'unreadable', place: { ligne } });
  });

  it('reads an empty file, comments alone and an alias without failing', () => {
    expect(read('').value).toBeNull();
    expect(read('# rien\n').value).toBeNull();
    expect(read('a: &x 1\nb: *x\n').value).toEqual({ a: '1', b: '*' });
  });

  it('takes a key that means something to the language for a plain key', () => {
    expect(Object.keys(read('__proto__: 1\n').value as object)).toEqual(['__proto__']);
  });
});
