import { describe, expect, it } from 'vitest';
import { toFile, verify } from '../testing/verify-bareme.ts';

describe('a file is refused, with line and column, for', () => {
  it.each([
    ['an unknown key', 'montnts: {}', /ligne 4, colonne 5 : « montnts ».*« montants »/],
    ['an unknown mission', 'montants: { taille1: { prevntion: {} } }', /colonne 28 : « prevntion ».*« prevention »/],
    ['an unknown size', 'montants: { taille5: {} }', /« taille5 » n'a pas sa place ici/],
    ['a negative amount', 'plafonds: { taille2: -1 }', /« -1 » : un montant ne peut pas être négatif/],
    ['three decimals', 'plafonds: { taille2: 12.345 }', /« 12.345 » : le point sépare/],
    ['a point of thousands', 'plafonds: { taille2: 300.000 }', /« 300.000 » : le point sépare/],
    ['an amount in words', 'plafonds: { taille2: beaucoup }', /« beaucoup » n'est pas un montant/],
    ['a power', 'plafonds: { taille2: 1e5 }', /« 1e5 » n'est pas un montant/],
    ['a list for an amount', 'plafonds: { taille2: [1] }', /n'est pas un montant/],
    ['a list for a group', 'montants: [1]', /un groupe de champs est attendu/],
    ['a key written twice', 'plafonds: { taille2: 1, taille2: 2 }', /« taille2 » est écrit plusieurs fois/],
    ['a functioning that is not the known one', 'fonctionnement: { taille1: 50001 }', /50 001 € contredit 50 000 €/],
    ['a ceiling that is not the known one', 'plafonds: { taille4: 1 }', /1 € contredit 580 000 €/],
    ['an alias', 'plafonds: { taille2: *x }', /n'est pas un montant/],
  ])('%s', async (_, line, message) => {
    const { code, out, err } = await verify(toFile(line));
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err.replace(/’/g, "'")).toMatch(message);
  });

  it.each([
    ['no reference', 'texte ou titre, article, lu, luLe', '{}'],
    ['half a reference', 'lu, luLe', '{ texte: 2021-12-20-avenant-2, article: "8" }'],
    [
      'a text that the corpus lacks',
      '« 2021-12-20-avenant-2 »',
      '{ texte: 2021-12-20-avenant2, article: x, lu: x, luLe: 2026-11-01 }',
    ],
    [
      'two texts',
      'pas l’un et l’autre',
      '{ texte: 2021-12-20-avenant-2, titre: x, article: x, lu: x, luLe: 2026-11-01 }',
    ],
    ['a day that does not exist', '2026-02-30', '{ titre: x, article: x, lu: x, luLe: 2026-02-30 }'],
    ['a day to come', 'est à venir', '{ titre: x, article: x, lu: x, luLe: 2026-11-22 }'],
    ['an unknown confidence', '« C »', '{ titre: x, article: x, lu: x, luLe: 2026-11-21, confiance: C }'],
  ])('%s', async (_, part, reference) => {
    const { code, err } = await verify(
      toFile('plafonds: { taille2: 300000 }').replace(/reference: .*/, `reference: ${reference}`),
    );
    expect(code).toBe(2);
    expect(err).toMatch(/ligne 3, colonne \d+/);
    expect(err).toContain(part);
  });

  it.each([
    ['2022-02-30', /n’existe pas dans le calendrier/],
    ['31/03/2022', /n’est pas une date/],
    ['2019-08-24', /n’était pas encore en vigueur/],
  ])('the first day %s', async (jour, message) => {
    expect((await verify(toFile('plafonds: { taille2: 1 }').replace('2022-03-31', jour))).err).toMatch(message);
  });

  it.each([
    ['a mission that did not exist', '2022-03-30', 2],
    ['a mission on the day it began', '2022-03-31', 0],
  ])('%s', async (_, jour, expected) => {
    const text = toFile('montants: { taille1: { crises-sanitaires: { fixe: 1 } } }').replace('2022-03-31', jour);
    expect((await verify(text)).code).toBe(expected);
  });

  it('the same amount in two blocks of one day', async () => {
    const bloc = toFile('plafonds: { taille2: 300000 }');
    const { err } = await verify(bloc + bloc.replace('blocs:\n', ''));
    expect(err).toContain('ligne 7, colonne 17 : ce montant est déjà donné');
  });

  it('everything at once, in the order of the lines, as text and as JSON', async () => {
    const text = toFile('plafonds: { taille2: -1 }', 'montants: { taille1: { parcours: { fixe: 400000 } }, x: 1 }');
    const { err } = await verify(text);
    expect(err.match(/b\.yaml, ligne \d+/g)).toEqual(['b.yaml, ligne 4', 'b.yaml, ligne 5', 'b.yaml, ligne 5']);
    const { code, out } = await verify(text, '--json');
    expect(code).toBe(2);
    const json = JSON.parse(out);
    expect(json.valide).toBe(false);
    expect(json.problemes.map(({ ligne }: { ligne: number }) => ligne)).toEqual([4, 5, 5]);
  });

  it.each([
    ['nothing', '', /le fichier est vide/],
    ['a text', 'bonjour', /un groupe de champs est attendu/],
    ['no block', 'titre: x', /il faut « blocs »/],
    ['what is no YAML', 'blocs: [', /n’est pas lisible à partir d’ici/],
  ])('%s in it', async (_, text, message) => {
    const { code, err } = await verify(text);
    expect(code).toBe(2);
    expect(err).toMatch(message);
  });
});
