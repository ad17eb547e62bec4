import { describe, expect, it } from 'vitest';
import { loadTestParametres } from '#tools/testing/load-exemples.ts';
import { loadColonnes } from './colonnes.ts';
import { createNormalize, readTitres } from './read-titres.ts';

const colonnes = loadColonnes();

describe('the titles that are known', () => {
  it('name every mission of the parameters, and no other', () => {
    const codes = loadTestParametres().missions.missions.map(({ code }) => code);
    expect(Object.keys(colonnes.missions).sort()).toEqual([...codes].sort());
  });

  it('each stand for one thing', () => {
    const normalize = createNormalize(colonnes);
    const keys = [...Object.entries(colonnes.champs), ...Object.entries(colonnes.missions)].flatMap(([name, formes]) =>
      [...new Set(formes.map(normalize))].map((key) => ({ name, key })),
    );
    expect(keys.filter(({ key }, index) => keys.findIndex((other) => other.key === key) !== index)).toEqual([]);
  });
});

describe('readTitres', () => {
  it.each([
    ['Population (INSEE 2023)', { kind: 'champ', champ: 'population' }],
    ['NB. D’HABITANTS', { kind: 'champ', champ: 'population' }],
    ['Date de signature du contrat', { kind: 'champ', champ: 'signature' }],
    ['Signé le', { kind: 'champ', champ: 'signature' }],
    ['Nombre de membres', { kind: 'champ', champ: 'membres' }],
    ['missions', { kind: 'champ', champ: 'missions' }],
    ['Mission prévention', { kind: 'mission', mission: 'prevention', volet: 'demarrage' }],
    ['acces-aux-soins', { kind: 'mission', mission: 'acces-aux-soins', volet: 'demarrage' }],
    ['Accès aux soins : volet fixe', { kind: 'mission', mission: 'acces-aux-soins', volet: 'fixe' }],
    ['variable_parcours', { kind: 'mission', mission: 'parcours', volet: 'variable' }],
    ['Taux d’atteinte crise', { kind: 'mission', mission: 'crises-sanitaires', volet: 'taux' }],
    ['Déploiement qualité et pertinence', { kind: 'mission', mission: 'qualite-pertinence', volet: 'deploiement' }],
    ['Département', { kind: 'ignoree', proche: null }],
    ['', { kind: 'ignoree', proche: null }],
  ])('« %s »', (titre, expected) => {
    expect(readTitres([titre], colonnes)[0]).toMatchObject(expected);
  });
});
