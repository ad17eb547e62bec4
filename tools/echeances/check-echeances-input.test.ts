import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import { loadTestParametres } from '../testing/load-exemples.ts';
import { checkEcheancesInput } from './check-echeances-input.ts';
import type { EcheancesInput } from './echeance.ts';

const parametres = loadTestParametres();

function day(text: string): CalendarDate {
  return text as CalendarDate;
}

function codes(input: EcheancesInput): readonly string[] {
  return checkEcheancesInput(input, parametres).map(({ champ, message }) => `${champ} ${message.code}`);
}

describe('what is wrong in the input of the deadlines', () => {
  const signature = day('2024-01-15');

  it.each([
    ['2024-01-15', '2024-01-15'], // both on the day of the signature
    ['2024-07-15', '2024-07-15'],
    ['2024-07-15', '2025-07-15'],
  ])('accepts a start on %s and a rollout on %s', (demarrage, deploiement) => {
    const mission = { code: 'prevention', demarrage: day(demarrage), deploiement: day(deploiement) };
    expect(codes({ signature, missions: [mission] })).toEqual([]);
  });

  it.each([
    [{ code: 'sport' }, 'mission mission-inconnue'],
    [{ code: 'prevention', demarrage: day('2024-01-14') }, 'demarrage demarrage-avant-signature'],
    [{ code: 'prevention', deploiement: day('2024-01-14') }, 'deploiement deploiement-avant-signature'],
    [
      { code: 'prevention', demarrage: day('2024-07-15'), deploiement: day('2024-07-14') },
      'deploiement deploiement-avant-demarrage',
    ],
    [{ code: 'prevention', demarrage: day('2101-01-01') }, 'demarrage date-hors-bornes'],
  ])('refuses %j', (mission, expected) => {
    expect(codes({ signature, missions: [mission] })).toEqual([expected]);
  });

  it('refuses a mission given twice, whatever else it says', () => {
    const missions = [{ code: 'parcours' }, { code: 'parcours', fait: true }];
    expect(codes({ signature, missions })).toEqual(['mission mission-repetee']);
  });

  it('refuses a renewal alone or before the term, and takes it from the term on', () => {
    expect(codes({ renouvellement: signature, missions: [] })).toEqual(['signature renouvellement-sans-signature']);
    // five years from 15 January 2024
    expect(codes({ signature, renouvellement: day('2029-01-14'), missions: [] })).toEqual([
      'renouvellement renouvellement-avant-terme',
    ]);
    expect(codes({ signature, renouvellement: day('2029-01-15'), missions: [] })).toEqual([]);
  });

  it('refuses days that the bot does not reason about', () => {
    expect(codes({ projetDepose: day('2015-12-31'), missions: [] })).toEqual(['projetDepose date-hors-bornes']);
    expect(codes({ projetDepose: day('2016-01-01'), missions: [] })).toEqual([]);
  });
});
