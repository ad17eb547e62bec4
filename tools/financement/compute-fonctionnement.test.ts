import { describe, expect, it } from 'vitest';
import { CalendarDate } from '#corpus/law/calendar-date.ts';
import { toCentimes } from '#corpus/law/euros.ts';
import type { Parametres } from '#corpus/law/parametres.ts';
import type { AnneeContrat } from '../contrat/find-annee-contrat.ts';
import { loadTestParametres } from '../testing/load-exemples.ts';
import { computeAnnee } from './compute-annee.ts';
import { computeFinancement } from './compute-financement.ts';
import { computeFonctionnement } from './compute-fonctionnement.ts';

const parametres = loadTestParametres();
const day = (text: string) => CalendarDate.parse(text);
const YEAR_TWO: AnneeContrat = {
  numero: 2,
  origine: day('2025-01-15'),
  debut: day('2026-01-15'),
  anniversaireSuivant: day('2027-01-15'),
  jourDeDroit: day('2026-01-15'),
};

/** The parameters, without one of the values a functioning needs. */
function lose(part: 'montant' | 'taille' | 'fonctionnement' | 'partage'): Parametres {
  const { fonctionnement, partage } = parametres;
  const montants = part === 'montant' ? { taille2: null } : {};
  const valeurs = fonctionnement.valeurs.map((dated) => ({ ...dated, valeur: { ...dated.valeur, montants } }));
  if (part === 'partage') return { ...parametres, partage: { ...partage, valeurs: [] } };
  return { ...parametres, fonctionnement: { ...fonctionnement, valeurs: part === 'fonctionnement' ? [] : valeurs } };
}

describe('computeFonctionnement', () => {
  it.each(['montant', 'taille', 'fonctionnement', 'partage'] as const)(
    'names the gap, and leaves the maximum unknown, when the corpus has lost its %s',
    (part) => {
      const found = computeFonctionnement(YEAR_TWO, { taille: 'taille2' }, { missions: [] }, lose(part));
      expect(found).toMatchObject({ lignes: [], versements: [], variableRestant: null });
      expect(found.notComputed).toMatchObject([{ code: 'fonctionnement-inconnu', args: { taille: { numero: 2 } } }]);
    },
  );

  it.each([
    ['no mission is named', [], ['fonctionnement-annuel-egal-amorcage', 'missions-supposees-demarrees']],
    ['one is named', [{ code: 'parcours' }], ['fonctionnement-annuel-egal-amorcage']],
  ])('supposes that missions have started when %s', (_, missions, hypotheses) => {
    const found = computeFonctionnement(YEAR_TWO, { taille: 'taille2' }, { missions }, parametres);
    expect(found.hypotheses.map(({ code }) => code)).toEqual(hypotheses);
  });

  it('is due whenever the days of the year are not known', () => {
    const annee = { ...YEAR_TWO, numero: null, debut: null };
    const missions = [{ code: 'parcours', demarrage: day('2026-12-31') }];
    expect(computeFonctionnement(annee, { taille: 'taille2' }, { missions }, parametres).lignes).toHaveLength(1);
  });
});

describe('computeAnnee', () => {
  it('names the missions of the day that were not asked for, and those only', () => {
    const lecture = { taille: 'taille2', complement: false, base: 'jours', asOf: YEAR_TWO.jourDeDroit } as const;
    const missions = [{ code: 'parcours' }, { code: 'prevention' }];
    const { notComputed } = computeAnnee(YEAR_TWO, lecture, { missions }, parametres);
    const named = notComputed.filter(({ code }) => code === 'mission-non-demandee').map(({ args }) => args.mission);
    expect(named).toMatchObject([
      { code: 'acces-aux-soins' },
      { code: 'crises-sanitaires' },
      { code: 'qualite-pertinence' },
      { code: 'accompagnement' },
    ]);
  });

  it('pays what has a day in the order of days, then what has none', () => {
    const missions = [
      { code: 'parcours', fixe: toCentimes(100), demarrage: day('2026-06-15') },
      { code: 'prevention', fixe: toCentimes(100), variable: toCentimes(100), taux: { num: 1, den: 1 } },
    ];
    const input = { taille: 'taille2', signature: day('2025-01-15'), annee: 2, missions } as const;
    const outcome = computeFinancement({ ...input, prorata: 'jours' }, parametres, day('2026-11-21'));
    if (outcome.kind !== 'computed') throw new Error(outcome.kind);
    const dates = outcome.value.versements.map(({ date }) => date);
    expect(dates).toEqual(['2026-01-15', '2026-01-15', '2026-06-15', '2027-01-15', '2027-01-15', null, null]);
  });
});
