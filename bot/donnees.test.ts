import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadParametres } from '#corpus/load-parametres.ts';
import { readYaml } from '#corpus/read-yaml.ts';
import { Concepts, Intentions, Refus, Roles } from './answer/situate/donnees.ts';
import { createRefusFinder } from './answer/situate/find-refus.ts';
import { loadMessages } from './load-messages.ts';

const FOLDER = join(import.meta.dirname, 'donnees');
const CORPUS = join(import.meta.dirname, '..', 'corpus');
/** Found by the words of roles.yaml, not by the forms of a concept. */
const FOUND_OTHERWISE = ['nous', 'rien-demande'];

const { concepts } = readYaml(join(CORPUS, 'lexique', 'concepts.yaml'), Concepts);
const { intentions, ...shared } = readYaml(join(FOLDER, 'intentions.yaml'), Intentions);
const { fr } = loadMessages(join(import.meta.dirname, 'messages'));

describe('the intentions', () => {
  const ids = intentions.map(({ id }) => id);

  it('have each their own name', () => {
    expect(ids.length).toBeGreaterThan(5);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  });

  it.each(intentions)('$id speaks only of concepts that exist', ({ si, themes }) => {
    const conditions = si.flatMap((condition) => [...condition.concepts, ...condition.unDe.flat(), ...condition.aucun]);
    const unknown = [...themes, ...conditions].filter((concept) => !(concept in concepts));
    expect(unknown.filter((concept) => !FOUND_OTHERWISE.includes(concept))).toEqual([]);
  });

  it.each(intentions)('$id keeps silent only what a tool can say, and replaces only other intentions', (intention) => {
    expect(intention.tait.filter((code) => !fr.has(code))).toEqual([]);
    expect(intention.remplace.filter((other) => !ids.includes(other) || other === intention.id)).toEqual([]);
  });

  it('share lists of concepts that exist', () => {
    expect(
      Object.values(shared)
        .flat()
        .filter((concept) => !(concept in concepts)),
    ).toEqual([]);
    expect(Object.keys(concepts).length).toBeGreaterThan(80);
  });
});

describe('the concepts', () => {
  it('of missions are the codes of the parameters', () => {
    const missions = Object.entries(concepts).filter(([, { genre }]) => genre === 'mission');
    const codes = loadParametres(CORPUS).missions.missions.map(({ code }) => code);
    expect(missions.map(([id]) => id).filter((id) => codes.includes(id))).toEqual(expect.arrayContaining(codes));
  });

  it.each(Object.entries(concepts))('%s has each of its forms once', (_, { formes }) => {
    expect(formes.filter((form, at) => formes.indexOf(form) !== at)).toEqual([]);
  });
});

describe('the refusals', () => {
  const refus = readYaml(join(FOLDER, 'refus.yaml'), Refus);

  it('are made of patterns that can be read', () => {
    expect(createRefusFinder(refus)('Quelle est la taille de ma CPTS ?')).toBeUndefined();
  });

  it('use every family of patterns, and no other', () => {
    const used = new Set(refus.refus.flatMap(({ motifs }) => motifs.flat()));
    expect([...used].sort()).toEqual(Object.keys(refus.termes).sort());
    expect(refus.casse.filter((name) => !used.has(name))).toEqual([]);
  });

  it.each(refus.refus)('$id has its sentence', ({ id }) => {
    expect(fr.has(`refus-${id}`)).toBe(true);
  });
});

describe('the roles of figures', () => {
  it('are in lower case, as they are compared', () => {
    const words = JSON.stringify(readYaml(join(FOLDER, 'roles.yaml'), Roles)).match(/"[^"]+"(?!:)/g) ?? [];
    expect(words.length).toBeGreaterThan(50);
    expect(words.filter((word) => word !== word.toLowerCase())).toEqual([]);
  });
});
