import { describe, expect, it } from 'vitest';
import { CalendarDate } from '#corpus/law/calendar-date.ts';
import { toCentimes } from '#corpus/law/euros.ts';
import { checkPopulation } from '../taille/check-population.ts';
import { loadTestParametres } from '../testing/load-exemples.ts';
import { checkFinancementInput, checkJour, checkMissionCode } from './check-financement-input.ts';
import type { FinancementInput, MissionSaisie } from './financement.ts';

const parametres = loadTestParametres();
const day = (text: string) => CalendarDate.parse(text);
const SIGNED = { taille: 'taille2', signature: day('2025-01-15'), missions: [] } as const;
type Problems = readonly (readonly [champ: string, code: string])[];

function listProblems(input: Partial<FinancementInput>): Problems {
  return checkFinancementInput({ missions: [], ...input }, parametres).map(({ champ, message }) => [
    champ,
    message.code,
  ]);
}

function withMission(mission: Partial<MissionSaisie>, rest: Partial<FinancementInput> = SIGNED): Problems {
  return listProblems({ ...rest, missions: [{ code: 'parcours', ...mission }] });
}

describe('checkFinancementInput', () => {
  it.each<readonly [string, Partial<FinancementInput>, Problems]>([
    ['nothing at all', {}, []],
    ['a size and a day', SIGNED, []],
    ['zero inhabitants', { population: 0 }, [['population', 'population-impossible']]],
    ['a negative population', { population: -40000 }, [['population', 'population-impossible']]],
    ['half an inhabitant', { population: 39999.5 }, [['population', 'population-impossible']]],
    ['more inhabitants than a region', { population: 10_000_001 }, [['population', 'population-impossible']]],
    ['a population that is not a number', { population: Number.NaN }, [['population', 'population-impossible']]],
    ['a size that does not exist', { taille: 'taille5' }, [['taille', 'taille-inconnue']]],
    [
      'a size against the population',
      { taille: 'taille3', population: 40000 },
      [['taille', 'taille-contraire-population']],
    ],
    ['the lower size at a shared limit', { taille: 'taille2', population: 80000 }, []],
    ['the upper size at a shared limit', { taille: 'taille3', population: 80000 }, []],
    [
      'a size just past its limit',
      { taille: 'taille2', population: 80001 },
      [['taille', 'taille-contraire-population']],
    ],
    ['a day before those treated', { signature: day('2015-12-31') }, [['signature', 'date-hors-bornes']]],
    ['a day after those treated', { signature: day('2101-01-01') }, [['signature', 'date-hors-bornes']]],
    [
      'a renewal without signature',
      { renouvellement: day('2025-01-15') },
      [['signature', 'renouvellement-sans-signature']],
    ],
    [
      'a renewal on the eve of the term',
      { ...SIGNED, renouvellement: day('2030-01-14') },
      [['renouvellement', 'renouvellement-avant-terme']],
    ],
    ['a renewal at the term', { ...SIGNED, renouvellement: day('2030-01-15') }, []],
    [
      'a renewal out of bounds',
      { ...SIGNED, renouvellement: day('2150-01-15') },
      [['renouvellement', 'date-hors-bornes']],
    ],
    ['minus one member', { ...SIGNED, membres: -1 }, [['membres', 'nombre-impossible']]],
    ['half a member', { ...SIGNED, membres: 1.5 }, [['membres', 'nombre-impossible']]],
    ['no member', { ...SIGNED, membres: 0 }, []],
    ['year zero', { ...SIGNED, annee: 0 }, [['annee', 'annee-impossible']]],
    ['year five', { ...SIGNED, annee: 5 }, []],
    ['year six without renewal', { ...SIGNED, annee: 6 }, [['annee', 'annee-apres-terme']]],
    ['year ten without renewal', { ...SIGNED, annee: 10 }, [['annee', 'annee-apres-terme']]],
    ['year six and a half without renewal', { ...SIGNED, annee: 6.5 }, [['annee', 'annee-impossible']]],
    ['year eleven without renewal', { ...SIGNED, annee: 11 }, [['annee', 'annee-impossible']]],
    ['year six without signature', { taille: 'taille2', annee: 6 }, [['annee', 'annee-apres-terme']]],
    ['as many members as a guard allows', { ...SIGNED, membres: 1_000_000 }, []],
    ['more members than that', { ...SIGNED, membres: 1_000_001 }, [['membres', 'nombre-impossible']]],
    ['year ten with a renewal', { ...SIGNED, renouvellement: day('2030-01-15'), annee: 10 }, []],
    [
      'year eleven with a renewal',
      { ...SIGNED, renouvellement: day('2030-01-15'), annee: 11 },
      [['annee', 'annee-impossible']],
    ],
    ['year two and a half', { ...SIGNED, annee: 2.5 }, [['annee', 'annee-impossible']]],
    ['the whole contract', { ...SIGNED, annee: 'contrat-entier' }, []],
    [
      'several things at once',
      { population: 0, membres: -1, annee: 9 },
      [
        ['population', 'population-impossible'],
        ['membres', 'nombre-impossible'],
        ['annee', 'annee-apres-terme'],
      ],
    ],
  ])('judges %s', (_, input, expected) => {
    expect(listProblems(input)).toEqual(expected);
  });

  it.each<readonly [string, Partial<MissionSaisie>, Problems]>([
    ['a mission that does not exist', { code: 'soins-palliatifs' }, [['mission', 'mission-inconnue']]],
    ['a start before the signature', { demarrage: day('2025-01-14') }, [['demarrage', 'demarrage-avant-signature']]],
    ['a start on the day of the signature', { demarrage: day('2025-01-15') }, []],
    ['a start out of bounds', { demarrage: day('2101-01-01') }, [['demarrage', 'date-hors-bornes']]],
    ['a share above one', { taux: { num: 11, den: 10 } }, [['taux', 'taux-impossible']]],
    ['a full share', { taux: { num: 10, den: 10 } }, []],
    ['a share and euros', { taux: { num: 1, den: 2 }, atteint: toCentimes(10) }, [['taux', 'taux-et-atteint']]],
    [
      'more euros than the variable part',
      { variable: toCentimes(100), atteint: toCentimes(100.01) },
      [['atteint', 'atteint-trop-grand']],
    ],
    ['as many euros as the variable part', { variable: toCentimes(100), atteint: toCentimes(100) }, []],
  ])('judges %s', (_, mission, expected) => {
    expect(withMission(mission)).toEqual(expected);
  });

  it('refuses a mission given twice, once for each repetition', () => {
    const missions = ['parcours', 'prevention', 'parcours', 'parcours'].map((code) => ({ code }));
    expect(listProblems({ ...SIGNED, missions })).toEqual([
      ['mission', 'mission-repetee'],
      ['mission', 'mission-repetee'],
    ]);
  });

  it.each([
    ['2025-01-15', undefined, '2025-07-15', []],
    ['2025-01-15', undefined, '2025-07-16', [['prorata', 'prorata-mois-impossible']]],
    ['2022-08-31', undefined, '2023-02-28', []],
    ['2024-02-29', undefined, '2025-08-29', []],
    // After a renewal, months are counted from it.
    ['2020-01-10', '2025-03-01', '2025-09-01', []],
    ['2020-01-10', '2025-03-01', '2025-03-01', []],
    ['2020-01-10', '2025-03-01', '2024-07-10', []],
    ['2020-01-10', '2025-03-01', '2024-07-01', [['prorata', 'prorata-mois-impossible']]],
    ['2020-01-10', '2025-03-01', '2025-09-10', [['prorata', 'prorata-mois-impossible']]],
  ])(
    'signed %s, renewed %s, started %s: months can be counted unless %j',
    (signature, renouvellement, demarrage, expected) => {
      const dates = {
        signature: day(signature),
        renouvellement: renouvellement === undefined ? undefined : day(renouvellement),
      };
      expect(withMission({ demarrage: day(demarrage) }, { taille: 'taille2', ...dates, prorata: 'mois' })).toEqual(
        expected,
      );
      expect(withMission({ demarrage: day(demarrage) }, { taille: 'taille2', ...dates, prorata: 'jours' })).toEqual([]);
    },
  );

  it('says what is accepted along with what was given', () => {
    const [problem] = checkFinancementInput(
      { ...SIGNED, missions: [{ code: 'parcours', taux: { num: 80, den: 1 } }] },
      parametres,
    );
    expect(Object.keys(problem?.message.args ?? {})).toEqual(
      expect.arrayContaining(['mission', 'min', 'max', 'exemple']),
    );
    expect(checkMissionCode('inconnue', parametres)[0]?.message.args).toMatchObject({
      codes: { fr: expect.stringContaining('crises-sanitaires') },
    });
  });
});

describe('checkJour and checkPopulation', () => {
  it.each([
    ['2016-01-01', 0],
    ['2100-12-31', 0],
    ['2015-12-31', 1],
    ['2101-01-01', 1],
  ])('%s has %i problem', (date, count) => {
    expect(checkJour('signature', day(date))).toHaveLength(count);
  });

  it('has nothing to say of a day that is not given', () => {
    expect(checkJour('signature', undefined)).toEqual([]);
  });

  it.each([
    [1, undefined],
    [10_000_000, undefined],
    [0, 'population-impossible'],
    [Number.POSITIVE_INFINITY, 'population-impossible'],
  ])('a population of %d gives %s', (population, code) => {
    expect(checkPopulation(population)?.message.code).toBe(code);
  });
});
