import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Profil } from '#bot/answer/profil.ts';
import { createScribe } from '#bot/render/scribe.ts';
import { loadTestAssembly, TODAY } from '#bot/testing/load-test-assembly.ts';
import { openSaisie, type Values } from '../modal/saisie.ts';
import type { OutgoingObject } from '../outgoing/outgoing.ts';
import { sealPayload } from '../outgoing/seal-payload.ts';
import { readAcces } from './acces.ts';
import { readCommunaute } from './communaute.ts';
import { readMission } from './mission.ts';
import { createWords } from './profil-words.ts';
import { renderCommunaute } from './render-communaute.ts';
import { renderMission } from './render-mission.ts';
import { parsePlace, renderPlace } from './view-place.ts';

const assembly = loadTestAssembly();
const { parametres, pipeline } = assembly;
const WORDS = (['fr', 'en'] as const).map((lang) =>
  createWords(lang, {
    assembly,
    sayIn: (one) => (code, args) => createScribe('interface', TODAY, pipeline.vocabulary, one).phrase(code, args),
  }),
);
const PLACE = { id: 'BFG' } as const;
const SIGNED = Profil.parse({ nom: 'CPTS', signature: '2024-03-12', missions: { prevention: {} } });

function read(typed: Readonly<Record<string, string | readonly string[]>>, former?: Profil) {
  return readCommunaute(toSaisie(typed), former, parametres, TODAY);
}

describe('the form of a community', () => {
  it.each([
    ['85000', 85_000],
    ['85 000', 85_000],
    ['85\u202f000 habitants', 85_000],
    ['quatre-vingt-cinq mille', 85_000],
    ['85k', 85_000],
  ])('reads « %s » as a population', (population, expected) => {
    expect(read({ nom: 'CPTS', population })).toMatchObject({ value: { profil: { population: expected } } });
  });

  it.each([
    ['no name', {}, 'nom'],
    ['a name of 400 characters', { nom: 'n'.repeat(400) }, 'nom'],
    ['a contact too long', { nom: 'CPTS', contact: 'c'.repeat(201) }, 'contact'],
    ['letters', { nom: 'CPTS', population: 'beaucoup' }, 'population'],
    ['nobody', { nom: 'CPTS', population: '0' }, 'population'],
    ['half a person', { nom: 'CPTS', population: '1000,5' }, 'population'],
    ['a size that is not that of the population', { nom: 'CPTS', population: '85 000', taille: '1' }, 'taille'],
    ['a size that no text knows', { nom: 'CPTS', taille: '9' }, 'taille'],
    ['a day before the days we know', { nom: 'CPTS', signature: '1890-01-01' }, 'signature'],
    ['a renewal alone', { nom: 'CPTS', renouvellement: '2029-03-12' }, 'signature'],
    [
      'a renewal before the signature',
      { nom: 'CPTS', signature: '2024-03-12', renouvellement: '2023-03-12' },
      'renouvellement',
    ],
    ['fewer members than none', { nom: 'CPTS', membres: '-4' }, 'membres'],
    ['an unknown mission', { nom: 'CPTS', missions: ['soins'] }, 'missions'],
  ])('refuses %s, under the field', (_, typed, champ) => {
    const lue = read(typed);
    expect(lue.kind === 'problems' && lue.problems.map((one) => one.champ)).toEqual([champ]);
  });

  it('tells under the signature that a mission started before it', () => {
    const former = Profil.parse({ nom: 'CPTS', missions: { prevention: { demarrage: '2024-09-01' } } });
    const lue = read({ nom: 'CPTS', signature: '2025-01-01', missions: ['prevention'] }, former);
    expect(lue.kind === 'problems' && lue.problems.map((one) => one.champ)).toEqual(['signature']);
  });

  it('keeps what is known of the missions that stay, and forgets the others', () => {
    const former = Profil.parse({ nom: 'CPTS', missions: { prevention: { fixe: 10 }, parcours: { fixe: 20 } } });
    const lue = read({ nom: 'CPTS', missions: ['prevention', 'acces-aux-soins'] }, former);
    expect(lue).toMatchObject({
      value: { profil: { missions: { prevention: { fixe: 1000 }, 'acces-aux-soins': {} } } },
    });
  });

  it.each(WORDS)('reads back what it is filled with', (words) => {
    const anyProfil = fc.record(
      {
        nom: fc.stringMatching(/^CPTS [A-Za-z0-9 ]{1,30}[a-z]$/).map((nom) => nom.replaceAll(/ +/g, ' ')),
        population: fc.integer({ min: 1, max: 1_000_000 }),
        membres: fc.integer({ min: 0, max: 5000 }),
        signature: fc.constantFrom('2022-05-01', '2024-02-29', '2025-12-31'),
      },
      { requiredKeys: ['nom'] },
    );
    fc.assert(
      fc.property(anyProfil, fc.stringMatching(/^[A-Za-z0-9@.]{1,40}$/), (data, contactCpam) => {
        const profil = Profil.parse({ ...data, missions: { prevention: {} } });
        const view = renderCommunaute({ profil, contactCpam }, PLACE, words);
        const lue = readCommunaute(openSaisie(listInitial(view)), profil, parametres, TODAY);
        expect(lue).toEqual({ kind: 'value', value: { profil, contactCpam } });
      }),
      { numRuns: 50 },
    );
  });
});

describe('the form of a mission', () => {
  function readIn(typed: Readonly<Record<string, string | readonly string[]>>) {
    return readMission(toSaisie(typed), 'prevention', SIGNED, parametres, TODAY);
  }

  it.each([
    ['80 %', { taux: 0.8 }],
    ['0,8', { taux: 0.8 }],
    ['4/5', { taux: 0.8 }],
    ['12 000 €', { atteint: 1_200_000 }],
    ['12000,50', { atteint: 1_200_050 }],
    ['80 €', { atteint: 8000 }],
  ])('reads « %s » as what was reached', (resultat, expected) => {
    expect(readIn({ resultat })).toMatchObject({ value: { missions: { prevention: expected } } });
  });

  it.each([
    ['a rollout before the start', { demarrage: '2025-09-01', deploiement: '2025-01-01' }, ['deploiement']],
    ['a start before the signature', { demarrage: '2024-03-11' }, ['demarrage']],
    ['a share over the whole', { resultat: '120 %' }, ['resultat']],
    ['what may be a share or a sum', { resultat: '80' }, ['resultat']],
    ['more than the variable part', { variable: '1 000', resultat: '2 000 €' }, ['resultat']],
    ['everything at once', { fixe: '-5', variable: 'x', resultat: 'y' }, ['fixe', 'variable', 'resultat']],
  ])('refuses %s, under its field', (_, typed, champs) => {
    const lue = readIn(typed);
    expect(lue.kind === 'problems' && lue.problems.map((one) => one.champ)).toEqual(champs);
  });

  it('takes the day of the signature for a start', () => {
    expect(readIn({ demarrage: '2024-03-12' }).kind).toBe('value');
  });

  it.each(WORDS)('reads back what it is filled with', (words) => {
    const anyMission = fc.record(
      {
        demarrage: fc.constantFrom('2024-03-12', '2025-02-28'),
        fixe: fc.integer({ min: 0, max: 10_000_000 }).map((cents) => cents / 100),
        variable: fc.constantFrom(200_000, 150_000.5),
        taux: fc.constantFrom(0, 0.5, 0.8, 0.333, 1),
        fait: fc.constant(true),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(anyMission, (data) => {
        const profil = Profil.parse({ ...SIGNED, missions: { prevention: data } });
        const view = renderMission(profil, { ...PLACE, mission: 'prevention' }, words);
        const lue = readMission(openSaisie(listInitial(view)), 'prevention', SIGNED, parametres, TODAY);
        expect(lue).toEqual({ kind: 'value', value: profil });
      }),
      { numRuns: 50 },
    );
  });
});

describe('the form of where a profile serves', () => {
  it('takes channels, the whole workspace, or both; and everybody when nobody is named', () => {
    const typed = { canaux: ['C1'], espace: ['espace'] };
    expect(readAcces(toSaisie(typed))).toEqual({ kind: 'value', value: { lieux: ['C1', 'espace'], editeurs: 'tous' } });
    expect(readAcces(toSaisie({ espace: ['espace'], editeurs: ['U1'] }))).toMatchObject({
      value: { editeurs: ['U1'] },
    });
  });

  it('refuses nowhere', () => {
    expect(readAcces(toSaisie({ editeurs: ['U1'] }))).toMatchObject({ problems: [{ champ: 'canaux' }] });
  });
});

describe('the place of a view', () => {
  it('comes back as it was', () => {
    const place = { id: 'BFGH', nouveau: true, canal: 'C1', mission: 'prevention' } as const;
    expect(parsePlace(renderPlace(place))).toEqual(place);
  });

  it.each(['', 'x', renderPlace({ id: 'bad id' }), Buffer.from('{"id":"A","more":1}').toString('base64url')])(
    'is not read from « %s »',
    (metadata) => {
      expect(parsePlace(metadata)).toBeUndefined();
    },
  );
});

/** What a person fills in, as Slack hands it back. */
function toSaisie(typed: Readonly<Record<string, string | readonly string[]>>) {
  const values = Object.entries(typed).map(([champ, value]) => {
    if (typeof value === 'string') return [champ, { [champ]: { value } }];
    const selectedOptions = value.map((one) => ({ value: one }));
    return [
      champ,
      { [champ]: champ === 'editeurs' ? { selected_users: [...value] } : { selected_options: selectedOptions } },
    ];
  });
  return openSaisie(Object.fromEntries(values));
}

/** What stands in the fields of a view before anybody has touched them, as Slack hands it back. */
function listInitial(view: OutgoingObject): Values {
  const { blocks } = sealPayload(view) as unknown as { readonly blocks: readonly { readonly element?: Element }[] };
  const elements = blocks.flatMap(({ element }) => (element ? [element] : []));
  return Object.fromEntries(
    elements.map((element) => {
      const { initial_value: value, initial_date: selectedDate, initial_option: selectedOption } = element;
      const selectedOptions = element.initial_options;
      return [
        element.action_id,
        {
          [element.action_id]: {
            value,
            selected_date: selectedDate,
            selected_option: selectedOption,
            selected_options: selectedOptions,
          },
        },
      ];
    }),
  );
}

type Element = {
  readonly action_id: string;
  readonly initial_value?: string;
  readonly initial_date?: string;
  readonly initial_option?: { readonly value: string };
  readonly initial_options?: { value: string }[];
};
