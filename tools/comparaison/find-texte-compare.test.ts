import { describe, expect, it } from 'vitest';
import { CalendarDate } from '#corpus/law/calendar-date.ts';
import { loadTestCorpus } from '#corpus/testing/load-test-corpus.ts';
import { loadTestParametres } from '../testing/load-exemples.ts';
import { findTexteCompare, listTextesComparables } from './find-texte-compare.ts';
import { toNomTexte } from './list-saisies.ts';

const parametres = loadTestParametres();
const textes = [...loadTestCorpus().textes.values()];
const TODAY = CalendarDate.parse('2026-11-21');

function find(nom: string): string {
  const found = findTexteCompare(nom, textes, parametres, TODAY);
  return found.kind === 'trouve' ? `${found.texte.kind} ${toNomTexte(found.texte)}` : found.kind;
}

describe('findTexteCompare', () => {
  it.each([
    ['avenant-2', 'texte 2021-12-20-avenant-2'],
    ['Avenant n° 2', 'texte 2021-12-20-avenant-2'],
    ['2021-12-20-avenant-2', 'texte 2021-12-20-avenant-2'],
    ['JORFTEXT000045443303', 'texte 2021-12-20-avenant-2'],
    ['aci', 'texte 2019-06-20-aci'],
    ['accord de 2019', 'texte 2019-06-20-aci'],
    ['proposition-2020-09', 'proposition proposition-2020-09'],
    ['proposition de septembre 2020', 'proposition proposition-2020-09'],
    ['le projet du 4 avril 2019', 'proposition proposition-2019-04'],
    ['tailles-2019-04', 'proposition proposition-2019-04'],
    ['2020-11-01-concours-pluripro-enveloppe', 'proposition proposition-2020-11'],
    ['2019-04-01-univadis-projet-cnam', 'plusieurs'],
    ['avenant 1', 'absent avenant-1'],
    ['avenant 3', 'absent avenant-3'],
    ['décret 2022-375', 'absent 2022-03-16-decret-2022-375'],
    ['proposition de mars 2018', 'inconnu'],
    ['', 'inconnu'],
    ['accord', 'inconnu'],
  ])('reads « %s » as %s', (nom, expected) => {
    expect(find(nom)).toBe(expected);
  });

  it('lists what can be compared under names that it finds', () => {
    const names = listTextesComparables(textes, parametres);
    expect(names).toEqual(expect.arrayContaining(['aci', 'avenant-2', 'proposition-2020-09']));
    for (const name of names) expect(find(name)).not.toBe('inconnu');
  });
});
