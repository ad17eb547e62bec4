import { describe, expect, it } from 'vitest';
import { CalendarDate } from '#corpus/law/calendar-date.ts';
import { TexteMetadata } from '#corpus/law/texte.ts';
import { findAvenant } from './find-avenant.ts';

const TODAY = CalendarDate.parse('2026-11-21');

function toTexte(nom: string, nature = 'avenant') {
  return TexteMetadata.parse({
    id: `2021-12-20-${nom.normalize('NFD').replace(/[^a-z0-9]+/g, '-')}`,
    nom,
    titre: `Le texte ${nom}`,
    editeur: 'Éditeur',
    date: '2021-12-20',
    nature,
    url: null,
    refs: ['S2'],
    verifieLe: '2026-11-21',
  });
}

const TEXTES = [
  toTexte('accord du 20 juin 2019', 'accord'),
  toTexte('avenant 2'),
  toTexte('projet d’avenant 3', 'presse'),
];

describe('findAvenant', () => {
  it.each([
    [2, true],
    [1, true], // numbered in order: it existed, though its text was not read
    [3, false],
    [4, false],
    [0, false],
    [-1, false],
    [1.5, false],
  ])('number %d: found is %s, and the last one known is named', (numero, trouve) => {
    const outcome = findAvenant(numero, TEXTES, TODAY);
    expect(outcome).toMatchObject({
      kind: 'computed',
      asOf: TODAY,
      value: { numero, trouve, dernier: { nom: 'avenant 2' } },
    });
  });

  it('takes the highest number, not the last text given', () => {
    const texts = [toTexte('avenant n°10'), toTexte('avenant 2'), toTexte('avenant 9')];
    expect(findAvenant(10, texts, TODAY)).toMatchObject({ value: { trouve: true, dernier: { nom: 'avenant n°10' } } });
  });

  it('is not covered when the corpus has no avenant', () => {
    expect(findAvenant(1, [toTexte('accord', 'accord')], TODAY)).toMatchObject({
      kind: 'not-covered',
      reason: { code: 'absent-du-corpus' },
    });
  });

  it('does not take a proposal for an avenant', () => {
    expect(findAvenant(3, [...TEXTES, toTexte('avenant 3', 'proposition')], TODAY)).toMatchObject({
      value: { trouve: false },
    });
  });
});
