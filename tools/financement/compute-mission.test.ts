import { describe, expect, it } from 'vitest';
import { CalendarDate } from '#corpus/law/calendar-date.ts';
import { type Centimes, toCentimes } from '#corpus/law/euros.ts';
import type { AnneeContrat } from '../contrat/find-annee-contrat.ts';
import { loadTestParametres } from '../testing/load-exemples.ts';
import type { AnneeCalculee, Lecture } from './annee-calculee.ts';
import { computeMission } from './compute-mission.ts';
import type { MissionSaisie } from './financement.ts';

const parametres = loadTestParametres();
const day = (text: string) => CalendarDate.parse(text);
const YEAR_TWO: AnneeContrat = {
  numero: 2,
  origine: day('2025-01-15'),
  debut: day('2026-01-15'),
  anniversaireSuivant: day('2027-01-15'),
  jourDeDroit: day('2026-01-15'),
};

function compute(saisie: Partial<MissionSaisie>, taille = 'taille1', annee = YEAR_TWO): AnneeCalculee {
  const lecture: Lecture = { taille, complement: false, base: 'jours', asOf: day('2026-11-21') };
  return computeMission({ code: 'prevention', ...saisie }, annee, lecture, parametres);
}

function listCodes(messages: AnneeCalculee['notComputed']): readonly string[] {
  return messages.map(({ code }) => code);
}

describe('the variable part of a mission', () => {
  const variable = toCentimes(15_000);
  const fixe = toCentimes(20_000);

  it.each<readonly [string, Partial<MissionSaisie>, string, number, number]>([
    ['nothing is said of its result', { fixe, variable }, 'etape-variable-non-comptee', 0, 15_000],
    ['a share is given', { fixe, variable, taux: { num: 4, den: 5 } }, 'etape-variable-taux', 12_000, 3000],
    ['a share of zero is given', { fixe, variable, taux: { num: 0, den: 1 } }, 'etape-variable-taux', 0, 15_000],
    ['euros are given', { fixe, variable, atteint: toCentimes(7500) }, 'etape-variable-atteint', 7500, 7500],
    ['no euro was reached', { fixe, variable, atteint: 0 as Centimes }, 'etape-variable-atteint', 0, 15_000],
  ])('says how it was counted when %s', (_, saisie, step, montant, restant) => {
    const { lignes, versements, variableRestant, notComputed } = compute(saisie);
    expect(lignes[1]).toMatchObject({ nature: 'variable', montant: montant * 100, etapes: [{ code: step }] });
    expect(variableRestant).toBe(restant * 100);
    // Nothing is paid of what was not reached.
    expect(versements.some(({ label }) => label.code === 'versement-variable')).toBe(montant > 0);
    const isForgotten = saisie.taux === undefined && saisie.atteint === undefined;
    expect(listCodes(notComputed)).toEqual(isForgotten ? ['variable-sans-taux'] : []);
  });

  it('is told by its amounts', () => {
    const { lignes } = compute({ fixe, variable, taux: { num: 1, den: 3 } });
    // 15 000 / 3 = 5 000
    expect(lignes[1]?.etapes[0]?.args).toEqual({
      mission: { kind: 'mission', code: 'prevention' },
      base: { kind: 'euros', centimes: 1_500_000 },
      taux: { kind: 'pourcent', fraction: { num: 1, den: 3 } },
      montant: { kind: 'euros', centimes: 500_000 },
    });
  });

  it('says that a share has nothing to apply to, once', () => {
    const { lignes, variableRestant, notComputed } = compute({ fixe, taux: { num: 1, den: 2 } });
    expect(lignes.map(({ nature }) => nature)).toEqual(['fixe']);
    expect(variableRestant).toBeNull();
    expect(listCodes(notComputed)).toEqual(['variable-inconnue']);
  });

  it('is not said to be missing when the contract has none', () => {
    expect(compute({ fixe, variable: 0 as Centimes })).toMatchObject({ variableRestant: 0, notComputed: [] });
  });

  it('gives euros reached to the asker, not to the local contracts that give the ceiling', () => {
    const { lignes, variableRestant } = compute({ atteint: toCentimes(7500) }, 'taille3');
    expect(lignes[1]).toMatchObject({ statut: 'en-vigueur', confiance: 'C', references: [{ article: '9' }] });
    // 17 500 − 7 500
    expect(variableRestant).toBe(1_000_000);
  });

  it('keeps euros reached of an amount of the contract with that amount', () => {
    const { lignes } = compute({ variable, atteint: toCentimes(7500) }, 'taille3');
    expect(lignes[1]).toMatchObject({ statut: 'en-vigueur', confiance: 'C' });
  });

  it('counts euros reached where no text gives the variable part', () => {
    const { lignes, variableRestant, notComputed } = compute({ fixe, atteint: toCentimes(7500) });
    expect(lignes[1]).toMatchObject({ montant: 750_000, statut: 'en-vigueur' });
    expect(variableRestant).toBeNull();
    expect(listCodes(notComputed)).toEqual(['volet-variable-inconnu']);
  });
});

describe('euros reached above what was read', () => {
  it('are counted, even where the variable part read is nothing', () => {
    const { lignes, variableRestant } = compute({ code: 'crises-sanitaires', atteint: toCentimes(67_500) }, 'taille3');
    expect(lignes).toMatchObject([
      { nature: 'fixe', montant: 2_250_000, statut: 'releve-local' },
      { nature: 'variable', montant: 6_750_000, statut: 'en-vigueur' },
    ]);
    expect(variableRestant).toBeNull();
  });
});

describe('the crisis mission, read in local contracts for the years after the first only', () => {
  const yearOne = { ...YEAR_TWO, numero: 1, debut: day('2025-01-15'), anniversaireSuivant: day('2026-01-15') };

  it.each<readonly [string, AnneeContrat, string | undefined, boolean]>([
    ['in the first year', yearOne, undefined, false],
    ['in the second year, started before', YEAR_TWO, '2026-01-14', true],
    ['in the second year, started on its first day', YEAR_TWO, '2026-01-15', false],
    ['in the second year, started during it', YEAR_TWO, '2026-01-16', false],
    ['in the second year, started long ago', YEAR_TWO, undefined, true],
    ['in a year whose days are not known', { ...YEAR_TWO, numero: null, debut: null }, '2026-03-01', true],
  ])('%s', (_, annee, demarrage, isKnown) => {
    const saisie = { code: 'crises-sanitaires', demarrage: demarrage === undefined ? undefined : day(demarrage) };
    const { lignes, notComputed } = compute(saisie, 'taille3', annee);
    expect(lignes.map(({ montant }) => montant)).toEqual(isKnown ? [2_250_000] : []);
    expect(listCodes(notComputed)).toEqual(isKnown ? [] : ['montant-mission-inconnu']);
  });
});
