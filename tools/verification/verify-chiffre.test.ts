import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import { loadTestParametres } from '../testing/load-exemples.ts';
import type { ChiffreDecrit } from './chiffre.ts';
import { listConnus } from './list-connus.ts';
import { verifyChiffre } from './verify-chiffre.ts';

const parametres = loadTestParametres();
const TODAY = '2026-11-21';
const EXIGENCES = {
  fonctionnement: { exige: [['fonctionnement']], exclut: ['avance'] },
  plafonds: { exige: [['plafond']], exclut: [] },
  delais: { exige: [['demarrage', 'deploiement']], exclut: [] },
};

/** Says what is made of a figure, without the themes of passages: the words name the subjects themselves. */
function verify(
  figure: Partial<ChiffreDecrit> & Pick<ChiffreDecrit, 'unite' | 'valeur'>,
  words: string[],
  day = TODAY,
) {
  const asOf = day as CalendarDate;
  const findThemes = ({ passage = '' }) => THEMES[passage] ?? [];
  const connus = listConnus(parametres, [], { findThemes, themesOf: () => [] }, asOf);
  const named = new Set(words);
  const decrit: ChiffreDecrit = {
    missions: [],
    pres: named,
    phrase: named,
    contexte: new Set(),
    details: [],
    nommes: [],
    mots: new Set(),
    propose: false,
    passe: false,
    annees: [],
    prudent: false,
    ...figure,
  };
  const { verdict, lectures, attendus } = verifyChiffre(decrit, { connus, exigences: EXIGENCES, weigh: () => 1, asOf });
  return { verdict, fin: lectures[0]?.fin ?? null, attendus: attendus.map(({ valeur }) => valeur) };
}

const THEMES: Readonly<Record<string, readonly string[]>> = {
  'fonctionnement-montants': ['fonctionnement'],
  'fonctionnement-avance-annuelle': ['fonctionnement', 'avance'],
  'complement-exceptionnel-montants': ['complement-exceptionnel'],
  'plafond-avenant2': ['plafond'],
  'qdm2111-575-anciens-montants': ['acces-aux-soins'],
  'qdm2110-crise-en-cours': ['crises-sanitaires'],
  'plafond-aci-2019': ['plafond'],
};

/** Euro cents of an amount in euros. */
const euros = (value: number) => ({ unite: 'EUR', valeur: value * 100 }) as const;

describe('verifyChiffre, on amounts', () => {
  it.each([
    ['the functioning of size 1', 50_000, 'taille1', ['fonctionnement'], 'en-vigueur', []],
    ['what another size receives', 75_000, 'taille2', ['fonctionnement'], 'contraire', [6_000_000]], // 60 000 €
    ['a proposal that is another size’s rule', 75_000, 'taille1', ['fonctionnement'], 'proposition', [5_000_000]],
    ['the advance, named', 37_500, 'taille1', ['fonctionnement', 'avance'], 'en-vigueur', []], // 50 000 × 3/4
    ['the top-up, named', 37_500, 'taille1', ['complement-exceptionnel'], 'expire', []],
    ['the old ceiling', 450_000, 'taille4', ['plafond'], 'expire', [58_000_000]],
    ['a ceiling nobody has', 300_001, 'taille1', ['plafond'], 'contraire', [28_750_000]], // 287 500 €
    ['a ceiling that is not known for its size', 340_000, 'taille2', ['plafond'], 'inconnu', []],
    ['an amount without its size', 61_000, undefined, ['fonctionnement'], 'inconnu', []],
    ['an amount whose subject is not named', 61_000, 'taille1', [], 'inconnu', []],
  ] as const)('takes %s', (_, value, taille, words, verdict, attendus) => {
    expect(verify({ ...euros(value), taille }, [...words])).toMatchObject({ verdict, attendus });
  });

  it('says since when a rule has expired', () => {
    expect(verify({ ...euros(450_000), taille: 'taille4' }, ['plafond']).fin).toBe('2022-03-31');
    expect(verify({ ...euros(37_500), taille: 'taille1' }, ['complement-exceptionnel']).fin).toBe('2022-09-30');
    expect(verify({ ...euros(47_100), annee: 2025 }, ['pass']).fin).toBe('2026-01-01');
  });

  it.each([
    ['2022-03-30', 'en-vigueur', 'contraire'],
    ['2022-03-31', 'expire', 'en-vigueur'],
    ['2022-04-01', 'expire', 'en-vigueur'],
  ])('on %s calls the ceiling of 2019 %s and that of avenant 2 %s', (day, old, recent) => {
    expect(verify({ ...euros(450_000), taille: 'taille4' }, ['plafond'], day).verdict).toBe(old);
    expect(verify({ ...euros(580_000), taille: 'taille4' }, ['plafond'], day).verdict).toBe(recent);
  });

  it.each([
    ['2022-09-29', 'en-vigueur'],
    // The texts settle neither way: the rule is not called expired before it surely is.
    ['2022-09-30', 'en-vigueur'],
    ['2022-10-01', 'expire'],
  ])('on %s calls the top-up %s', (day, verdict) => {
    expect(verify({ ...euros(56_250), taille: 'taille3' }, ['complement-exceptionnel'], day).verdict).toBe(verdict);
  });

  it('knows no rule before the accord, and contradicts none', () => {
    expect(verify({ ...euros(50_000), taille: 'taille1' }, ['fonctionnement'], '2019-08-24').verdict).toBe('inconnu');
    expect(verify({ ...euros(50_000), taille: 'taille1' }, ['fonctionnement'], '2019-08-25').verdict).toBe(
      'en-vigueur',
    );
  });

  it('never calls contrary what does not state a rule', () => {
    expect(verify({ ...euros(65_000), taille: 'taille2', prudent: true }, ['fonctionnement']).verdict).toBe('inconnu');
  });

  it('does not confirm what was only seen in local contracts', () => {
    const figure = { ...euros(125_000), taille: 'taille3', missions: ['acces-aux-soins'] };
    expect(verify(figure, ['acces-aux-soins']).verdict).toBe('inconnu');
  });
});

describe('verifyChiffre, on limits, delays and counts', () => {
  it.each([
    [40_000, 'taille1', 'max', 'en-vigueur', []],
    [39_999, 'taille1', 'max', 'en-vigueur', []],
    [80_000, 'taille2', 'max', 'en-vigueur', []],
    [70_000, 'taille2', 'max', 'proposition', [80_000]],
    [250_000, 'taille4', 'min', 'proposition', [175_000, 175_001]],
    [175_000, 'taille4', 'min', 'en-vigueur', []],
    [175_001, 'taille4', 'min', 'en-vigueur', []],
  ] as const)('takes %i inhabitants for %s (%s) as %s', (valeur, taille, cote, verdict, attendus) => {
    expect(verify({ unite: 'habitants', valeur, taille, cote }, ['taille'])).toMatchObject({ verdict, attendus });
  });

  it.each([
    [6, 'demarrage', 'acces-aux-soins', 'en-vigueur', []],
    [18, 'deploiement', 'acces-aux-soins', 'en-vigueur', []],
    [12, 'deploiement', 'acces-aux-soins', 'contraire', [18]],
    [12, 'demarrage', 'prevention', 'en-vigueur', []],
    [24, 'deploiement', 'parcours', 'en-vigueur', []],
    [18, 'deploiement', 'prevention', 'contraire', [24]],
  ] as const)('takes %i months of %s for %s as %s', (valeur, etape, mission, verdict, attendus) => {
    const figure = { unite: 'mois', valeur, etape, missions: [mission] } as const;
    expect(verify(figure, [etape])).toMatchObject({ verdict, attendus });
  });

  it('takes the delay of a mission named by its rank as that of the draft', () => {
    const figure = { unite: 'mois', valeur: 12, etape: 'deploiement', rang: 1 } as const;
    expect(verify(figure, ['deploiement'])).toMatchObject({ verdict: 'proposition', attendus: [18, 24, 24, 18] });
  });

  it.each([
    ['2022-03-30', 3, 'en-vigueur'],
    ['2022-03-31', 3, 'expire'],
    ['2022-03-31', 4, 'en-vigueur'],
    [TODAY, 4, 'en-vigueur'],
  ])('on %s takes %i core missions as %s', (day, valeur, verdict) => {
    expect(verify({ unite: 'nombre', valeur, compte: 'missions-socles' }, [], day).verdict).toBe(verdict);
  });

  it.each([
    [0.75, ['avance'], 'en-vigueur'], // 3/4 of the functioning
    [0.25, ['solde'], 'en-vigueur'], // 1 − 3/4
    [0.75, [], 'inconnu'],
  ] as const)('takes a share of %f near %j as %s', (valeur, words, verdict) => {
    expect(verify({ unite: 'pourcent', valeur, compte: 'part' }, [...words]).verdict).toBe(verdict);
  });
});
