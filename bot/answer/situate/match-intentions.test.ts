import { describe, expect, it } from 'vitest';
import type { Centimes } from '#corpus/law/euros.ts';
import { Condition, Intention } from './donnees.ts';
import type { Faits } from './faits.ts';
import { matchIntentions } from './match-intentions.ts';

const MONEY = 4_500_000 as Centimes;

function intention(id: string, si: object, more: object = {}): Intention {
  return Intention.parse({ id, outil: 'taille', aspects: ['taille'], si: [si], ...more });
}

function match(si: object, faits: Faits, concepts: readonly string[] = [], nous = false, bare = false): boolean {
  return matchIntentions([intention('a', si)], { faits, concepts: new Set(concepts), nous, bare }).length === 1;
}

describe('matchIntentions', () => {
  it.each<[string, object, Faits, readonly string[], boolean]>([
    [
      'a fact that is there',
      { faits: ['signature'] },
      { signature: { from: '2025-03-10', to: '2025-03-10' } as never },
      [],
      true,
    ],
    ['a fact that is not', { faits: ['signature'] }, {}, [], false],
    ['a fact that must not be there', { sansFaits: ['population'] }, { population: 1 }, [], false],
    ['every concept', { concepts: ['avance', 'solde'] }, {}, ['solde', 'avance', 'plafond'], true],
    ['a concept missing', { concepts: ['avance', 'solde'] }, {}, ['avance'], false],
    ['one of each list', { unDe: [['a', 'b'], ['c']] }, {}, ['b', 'c'], true],
    ['one list unmet', { unDe: [['a', 'b'], ['c']] }, {}, ['a', 'b'], false],
    ['a concept that must not be there', { aucun: ['plafond'] }, {}, ['plafond'], false],
    ['a size from the population', { faits: ['taille'] }, { population: 85_000 }, [], true],
    ['a size from its name', { faits: ['taille'] }, { tailles: [3] }, [], true],
    ['a size named only', { faits: ['tailleNommee'] }, { population: 85_000 }, [], false],
    [
      'the fixed part of a mission named',
      { faits: ['missionFixe'] },
      { missions: { parcours: { fixe: MONEY } } },
      [],
      true,
    ],
    ['the fixed part of some mission', { faits: ['missionFixe'] }, { mission: { fixe: MONEY } }, [], true],
    ['the variable part', { faits: ['missionVariable'] }, { mission: { fixe: MONEY } }, [], false],
    ['the rate', { faits: ['missionTaux'] }, { mission: { taux: { num: 1, den: 2 } } }, [], true],
    ['a mission of the question', { faits: ['mission'] }, { missions: { parcours: {} } }, [], true],
    ['a mission of the profile only', { faits: ['mission'] }, { missionsProfil: { parcours: {} } }, [], false],
  ])('holds or not: %s', (_, si, faits, concepts, expected) => {
    expect(match(si, faits, concepts)).toBe(expected);
  });

  it('reads « nous » as who speaks, not as a concept', () => {
    const si = { unDe: [['nous']] };
    expect([match(si, {}, [], true), match(si, {}, [], false), match(si, {}, ['nous'], false)]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('reads « rien demandé » as a question of facts alone', () => {
    const si = { faits: ['population'], concepts: ['rien-demande'] };
    const faits = { population: 85_000 };
    expect([match(si, faits, [], false, true), match(si, faits, [], false, false)]).toEqual([true, false]);
  });

  it('needs one condition of several', () => {
    const several = Intention.parse({
      id: 'a',
      outil: 'taille',
      aspects: ['taille'],
      si: [{ concepts: ['a'] }, { concepts: ['b'] }],
    });
    const understood = { faits: {}, concepts: new Set(['b']), nous: false, bare: false };
    expect(matchIntentions([several], understood)).toEqual([several]);
  });

  it('keeps the order of the data, less what another intention replaces', () => {
    const all = [
      intention('a', {}),
      intention('b', {}, { remplace: ['a', 'c'] }),
      intention('c', {}),
      intention('d', {}),
    ];
    const matched = matchIntentions(all, { faits: {}, concepts: new Set(), nous: false, bare: false });
    expect(matched.map(({ id }) => id)).toEqual(['b', 'd']);
  });

  it('replaces nothing when the replacing intention does not hold', () => {
    const all = [intention('a', {}), intention('b', { concepts: ['x'] }, { remplace: ['a'] })];
    const matched = matchIntentions(all, { faits: {}, concepts: new Set(), nous: false, bare: false });
    expect(matched.map(({ id }) => id)).toEqual(['a']);
  });

  it('takes an empty condition for one that always holds', () => {
    expect(Condition.parse({})).toEqual({ faits: [], dits: [], sansFaits: [], concepts: [], unDe: [], aucun: [] });
    expect(match({}, {})).toBe(true);
  });
});
