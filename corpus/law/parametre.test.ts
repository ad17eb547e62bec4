import { describe, expect, it } from 'vitest';
import { CalendarDate } from './calendar-date.ts';
import { findValueAt, Parametre } from './parametre.ts';

const REFERENCE = { texte: '2019-06-20-aci', refs: ['S0'] };
const HEADING = { id: 'essai', titre: 'Un essai', titreAnglais: 'A trial', verifieLe: '2026-11-21' };
const DATED = { depuis: '2019-08-25', statut: 'en-vigueur', confiance: 'P', reference: REFERENCE };
const MONTANTS = {
  ...HEADING,
  type: 'montants-par-taille',
  unite: 'EUR/an',
  valeurs: [{ ...DATED, valeur: { montants: { taille1: 100.5, taille2: null } } }],
};

function listPaths(value: unknown): readonly string[] {
  return (Parametre.safeParse(value).error?.issues ?? []).map(({ path }) => path.join('.'));
}

function withValue(change: object): object {
  return { ...MONTANTS, valeurs: [{ ...MONTANTS.valeurs[0], ...change }] };
}

describe('a parameter file', () => {
  it('is read in cents, with null where an amount is not known', () => {
    const read = Parametre.parse(MONTANTS);
    if (read.type !== 'montants-par-taille') throw new Error(read.type);
    expect(read.valeurs[0]?.valeur.montants).toEqual({ taille1: 10_050, taille2: null }); // 100,50 €
  });

  it('reads rates as exact fractions', () => {
    const valeur = { signature: '1/1', avanceFonctionnement: '3/4', avanceVoletFixe: '3/4' };
    const read = Parametre.parse({ ...HEADING, type: 'partage', valeurs: [{ ...DATED, valeur }] });
    expect(read).toMatchObject({ valeurs: [{ valeur: { avanceVoletFixe: { num: 3, den: 4 } } }] });
  });

  it.each([
    ['an unknown key', { ...MONTANTS, montant: 1 }, ''],
    ['an unknown type', { ...MONTANTS, type: 'bareme' }, 'type'],
    ['no value', { ...MONTANTS, valeurs: [] }, 'valeurs'],
    ['no reference', withValue({ reference: undefined }), 'valeurs.0.reference'],
    ['a reference without a source', withValue({ reference: { ...REFERENCE, refs: [] } }), 'valeurs.0.reference.refs'],
    [
      'a source that is not an identifier',
      withValue({ reference: { ...REFERENCE, refs: ['s0 '] } }),
      'valeurs.0.reference.refs.0',
    ],
    [
      'a text that is not an identifier',
      withValue({ reference: { ...REFERENCE, texte: 'aci' } }),
      'valeurs.0.reference.texte',
    ],
    ['an unknown statut', withValue({ statut: 'valable' }), 'valeurs.0.statut'],
    ['an unknown confiance', withValue({ confiance: 'X' }), 'valeurs.0.confiance'],
    ['a day that does not exist', withValue({ depuis: '2019-02-30' }), 'valeurs.0.depuis'],
    ['a negative amount', withValue({ valeur: { montants: { taille1: -1 } } }), 'valeurs.0.valeur.montants.taille1'],
    ['tenths of a cent', withValue({ valeur: { montants: { taille1: 0.001 } } }), 'valeurs.0.valeur.montants.taille1'],
    ['a size badly named', withValue({ valeur: { montants: { t1: 1 } } }), 'valeurs.0.valeur.montants.t1'],
  ])('is refused with %s, at its place', (_, value, path) => {
    expect(listPaths(value)).toContain(path);
  });

  it.each([
    ['decreasing', '2020-01-01', '2019-12-31', ['valeurs.1.depuis']],
    ['equal', '2020-01-01', '2020-01-01', ['valeurs.1.depuis']],
    ['increasing', '2020-01-01', '2020-01-02', []],
  ])('with %s days is judged by its second day', (_, first, second, paths) => {
    const [value] = MONTANTS.valeurs;
    const valeurs = [
      { ...value, depuis: first },
      { ...value, depuis: second },
    ];
    expect(listPaths({ ...MONTANTS, valeurs })).toEqual(paths);
  });
});

describe('findValueAt', () => {
  const values = ['2019-08-25', '2022-03-31'].map((depuis) => ({ depuis: CalendarDate.parse(depuis) }));

  it.each([
    ['2019-08-24', undefined],
    ['2019-08-25', '2019-08-25'],
    ['2019-08-26', '2019-08-25'],
    ['2022-03-30', '2019-08-25'],
    ['2022-03-31', '2022-03-31'],
    ['2022-04-01', '2022-03-31'],
    ['2100-12-31', '2022-03-31'],
  ])('on %s finds the value of %s', (asOf, depuis) => {
    expect(findValueAt(values, CalendarDate.parse(asOf))?.depuis).toBe(depuis);
  });

  it('finds nothing where there is nothing', () => {
    expect(findValueAt([], CalendarDate.parse('2025-01-01'))).toBeUndefined();
  });
});
