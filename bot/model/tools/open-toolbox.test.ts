import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { situate } from '#bot/answer/situate/situate.ts';
import { loadTestAssembly, TODAY } from '#bot/testing/load-test-assembly.ts';
import { createHandles } from '../blanks/handles.ts';
import { loadPrompts } from '../load-prompts.ts';
import { listKnownFigures } from './list-known-figures.ts';
import { openToolbox } from './open-toolbox.ts';

const { pipeline, parametres } = loadTestAssembly();
const { toolbox: outils } = loadPrompts(join(import.meta.dirname, '../prompts'));
const missions = parametres.missions.missions.map(({ code }) => code);

/** The tools for a question, with its figures by what was written. */
function open(text: string) {
  const situation = situate({ text, today: TODAY }, pipeline.comprehension);
  const figures = listKnownFigures(situation, createHandles());
  const find = (written: string) =>
    figures[situation.figures.findIndex((figure) => figure.text === written)]?.handle ?? '';
  return { ...openToolbox(outils, figures, missions), figures, find };
}

const TEXT = 'Avenant 2, taille 3, 96 400 habitants, 80 %, signé le 15 mars 2021, volet fixe de 40 000 €, vu 12 345 €';

describe('the tools', () => {
  it('name intentions that exist, and each runner of the calculations', () => {
    const ids = new Set(Object.values(outils.outils).flatMap(({ aspects }) => Object.values(aspects)));
    const known = new Map(pipeline.comprehension.intentions.map(({ id, outil }) => [id, outil]));
    expect([...ids].filter((id) => !known.has(id))).toEqual([]);
    expect(new Set([...ids].map((id) => known.get(id)))).toEqual(new Set(known.values()));
  });

  it.each([
    ['taille', { population: '96 400' }, { intention: 'taille', inputs: { population: 96_400 } }],
    ['bornes', { taille: '3' }, { intention: 'bornes', inputs: { taille: 3 } }],
    ['montant', { montant: '12 345 €' }, { intention: 'montant-rencontre', inputs: { montant: 1_234_500 } }],
    ['avenant', { avenant: '2' }, { intention: 'avenant-nomme', inputs: { avenant: 2 } }],
    [
      'financement',
      { aspect: '=signature', signature: '15 mars 2021', population: '' },
      { intention: 'signature', inputs: { signature: { from: '2021-03-15', to: '2021-03-15' } } },
    ],
    [
      'avance-de-mission',
      { mission: '=parcours', fixe: '40 000 €' },
      { intention: 'premiere-avance', inputs: { mission: 'parcours', fixe: 4_000_000 } },
    ],
    [
      'part-variable',
      { taux: '80 %', variable: '12 345 €' },
      { intention: 'part-variable', inputs: { taux: { num: 80, den: 100 }, variable: 1_234_500 } },
    ],
    // What the grammar took for one thing cannot serve as another.
    ['taille', { population: '3' }, 'repere-role'],
    ['montant', { montant: '96 400' }, 'repere-role'],
    ['avenant', { avenant: '3' }, 'repere-role'],
    ['bornes', { taille: '12 345 €' }, 'repere-genre'],
    ['echeances', { aspect: '=calendrier', signature: '80 %' }, 'repere-genre'],
    ['taille', { population: '=XXX' }, 'repere-inconnu'],
    ['taille', {}, 'arguments'],
    ['financement', { population: '96 400' }, 'arguments'],
    ['financement', { aspect: '=constructor' }, 'arguments'],
    ['financement', { aspect: '=mission', mission: '=autre' }, 'arguments'],
    ['taille', { population: '96 400', url: '=x' }, 'arguments'],
    ['toString', {}, 'outil-inconnu'],
    ['constructor', {}, 'outil-inconnu'],
  ] as const)('%s with %j gives %j', (name, given, expected) => {
    const { read, find } = open(TEXT);
    const args = Object.entries(given).map(([key, written]) => [
      key,
      written.startsWith('=') ? written.slice(1) : written && find(written),
    ]);
    expect(read(name, Object.fromEntries(args))).toEqual(expected);
  });

  it.each([null, 12, 'texte', [], { population: 12 }, { population: { handle: 'x' } }])(
    'are not run with %j',
    (args) => {
      expect(open(TEXT).read('taille', args)).toBe('arguments');
    },
  );

  it('offer for each argument the figures that may be one, and no other', () => {
    const { tools, find, figures } = open(TEXT);
    const [taille] = tools;
    expect(taille?.schema.shape.population?.safeParse(find('96 400')).success).toBe(true);
    for (const { handle } of figures.filter((figure) => figure.handle !== find('96 400'))) {
      expect(taille?.schema.shape.population?.safeParse(handle).success, handle).toBe(false);
    }
  });
});

describe('the figures that the asker gave', () => {
  it('are those of the question, then facts of the profile under their role', () => {
    const profil = {
      nom: 'x',
      population: 96_400,
      signature: TODAY,
      missions: { parcours: { fixe: 4_000_000 as never } },
    };
    const situation = situate(
      { text: 'plafond pour 96 400 habitants ?', today: TODAY, profil },
      pipeline.comprehension,
    );
    const figures = listKnownFigures(situation, createHandles());
    expect(figures.map(({ role, isSaid, mission }) => [role, isSaid, mission])).toEqual([
      ['populations', true, undefined],
      ['signature', false, undefined],
      ['fixe', false, 'parcours'],
    ]);
  });
});
