import { describe, expect, it } from 'vitest';
import { CalendarDate } from '#corpus/law/calendar-date.ts';
import { toCentimes } from '#corpus/law/euros.ts';
import { toMessage } from '#corpus/law/message.ts';
import { loadTestParametres } from '../testing/load-exemples.ts';
import { findLectures } from './find-lectures.ts';
import { listMontantsConnus, type MontantConnu } from './list-montants-connus.ts';

const parametres = loadTestParametres();
const TODAY = '2026-11-21';

function findMeanings(euros: number, asOf: string, dePassages: readonly MontantConnu[] = []) {
  const outcome = findLectures(toCentimes(euros), () => dePassages, parametres, CalendarDate.parse(asOf));
  if (outcome.kind !== 'computed') return outcome.kind;
  return outcome.value.map(({ label, statut, taille }) => [label.code, statut, taille]);
}

function toPassage(euros: number): MontantConnu {
  return {
    centimes: toCentimes(euros),
    label: toMessage('connu-passage', { titre: { kind: 'donnee', fr: 'Un titre', en: 'A title' } }),
    statut: 'historique',
    confiance: 'P',
    references: [],
    regle: null,
    taille: null,
    sujet: 'passage',
    fin: null,
  };
}

describe('findLectures', () => {
  // 75 000 × 3/4 = 56 250, which is also the complément of size 3
  it('gives both meanings of 56 250 €, the rule in force first', () => {
    expect(findMeanings(56250, TODAY)).toEqual([
      ['connu-avance-fonctionnement', 'en-vigueur', 'taille3'],
      ['connu-complement', 'expire', 'taille3'],
    ]);
  });

  it.each([
    ['2022-03-30', ['connu-avance-fonctionnement']],
    ['2022-03-31', ['connu-avance-fonctionnement', 'connu-complement']],
    ['2022-09-29', ['connu-avance-fonctionnement', 'connu-complement']],
  ])('on %s takes as meanings in force of 56 250 €: %j', (asOf, codes) => {
    expect(findMeanings(56250, asOf)).toEqual(codes.map((code) => [code, 'en-vigueur', 'taille3']));
  });

  it.each(['2022-10-01', TODAY])('on %s says that the complément has expired', (asOf) => {
    expect(findMeanings(56250, asOf)).toContainEqual(['connu-complement', 'expire', 'taille3']);
  });

  it('finds no amount before the accord, except the drafts already made', () => {
    expect(findMeanings(56250, '2019-08-24')).toBe('not-covered');
    expect(findMeanings(175000, '2019-08-24')).toEqual([['connu-par-taille', 'proposition', 'taille1']]);
    expect(findMeanings(50000, '2019-08-24')).toBe('not-covered');
  });

  it('knows 112 000 € as a rounding of the press for a proposal, and gives the exact amount and the rule', () => {
    const outcome = findLectures(toCentimes(112000), () => [], parametres, CalendarDate.parse(TODAY));
    expect(outcome).toMatchObject({
      kind: 'computed',
      value: [
        {
          statut: 'proposition',
          taille: 'taille3',
          regle: 'fonctionnement',
          label: {
            code: 'connu-variante-exact',
            args: { exact: { centimes: toCentimes(112500) }, note: { fr: 'arrondi de presse' } },
          },
          references: [{ texte: '2020-09-29-quotidien-accompagnement-cpts', refs: ['S0'] }],
        },
      ],
    });
  });

  it.each([
    [112000, '2020-09-29-quotidien-accompagnement-cpts', 'S0'],
    [105500, '2020-11-01-concours-pluripro-enveloppe', 'CPLU2011'],
    [20000, '2020-01-01-pharmacien-de-france-cpts', 'PDF20'],
    [25000, '2020-01-01-pharmacien-de-france-cpts', 'PDF20'],
  ])('attributes %i €, printed otherwise, to the text that printed it', (euros, texte, ref) => {
    const outcome = findLectures(toCentimes(euros), () => [], parametres, CalendarDate.parse(TODAY));
    if (outcome.kind !== 'computed') throw new Error(outcome.kind);
    const variants = outcome.value.filter(({ label }) => label.code.startsWith('connu-variante'));
    expect(variants).toMatchObject([{ references: [{ texte, refs: [ref] }] }]);
  });

  // 50 000 + 37 500 = 87 500 was paid until 29 September 2022; it had also been proposed on 4 November 2020
  it('knows 87 500 € as an expired first payment and as a proposal', () => {
    expect(findMeanings(87500, TODAY)).toEqual([
      ['connu-premier-versement', 'expire', 'taille1'],
      ['connu-par-taille', 'proposition', 'taille1'],
    ]);
    expect(findMeanings(87500, '2022-05-10')).toEqual([
      ['connu-premier-versement', 'en-vigueur', 'taille1'],
      ['connu-par-taille', 'proposition', 'taille1'],
    ]);
  });

  it.each([
    ['the ceiling of size 4 in force', 580000, TODAY, [['connu-par-taille', 'en-vigueur', 'taille4']]],
    ['nothing yet on the eve of avenant 2', 580000, '2022-03-30', 'not-covered'],
    ['a ceiling on the day of avenant 2', 580000, '2022-03-31', [['connu-par-taille', 'en-vigueur', 'taille4']]],
    ['an older ceiling', 450000, TODAY, [['connu-par-taille-depuis', 'expire', 'taille4']]],
    ['the same ceiling in its day', 450000, '2022-03-30', [['connu-par-taille', 'en-vigueur', 'taille4']]],
    ['a ceiling of a draft', 575000, TODAY, [['connu-par-taille', 'proposition', 'taille4']]],
    ['a misprint', 105500, TODAY, [['connu-variante-exact', 'proposition', 'taille2']]],
    ['a grant at the letter of intent, proposed', 17500.01, TODAY, 'not-covered'],
    [
      'local crisis money',
      67500,
      TODAY,
      [
        ['connu-avance-fonctionnement', 'en-vigueur', 'taille4'], // 90 000 × 3/4
        ['connu-mission-crise', 'releve-local', 'taille3'],
        ['connu-complement', 'expire', 'taille4'],
      ],
    ],
    ['a local mission in full', 125000, TODAY, [['connu-mission-total', 'releve-local', 'taille3']]], // 90 000 + 35 000
    ['an amount deduced from two ceilings', 70000, TODAY, [['connu-par-taille', 'deduit', 'taille4']]],
    ['PASS of the year', 48060, TODAY, [['connu-pass', 'en-vigueur', null]]],
    ['PASS of the year by month', 4005, TODAY, [['connu-pass-mensuel', 'en-vigueur', null]]], // 48 060 / 12
    ['PASS of a past year', 47100, TODAY, [['connu-pass', 'expire', null]]],
    ['PASS of a year to come', 48060, '2025-12-31', 'not-covered'],
    ['PASS of its own year', 47100, '2025-12-31', [['connu-pass', 'en-vigueur', null]]],
    ['a misprint of the PASS', 46308, TODAY, [['connu-pass-variante-exact', 'absent', null]]],
    ['nothing known', 61000, TODAY, 'not-covered'],
    ['nothing known, a cent away from a known amount', 56250.01, TODAY, 'not-covered'],
    ['zero', 0, TODAY, 'not-covered'],
  ])('finds %s', (_, euros, asOf, expected) => {
    expect(findMeanings(euros, asOf)).toEqual(expected);
  });

  it('says which amount is unknown', () => {
    expect(findLectures(toCentimes(61000), () => [], parametres, CalendarDate.parse(TODAY))).toMatchObject({
      kind: 'not-covered',
      reason: { code: 'montant-inconnu', args: { montant: { centimes: 6_100_000 } } },
    });
  });

  it('takes amounts of passages only when no parameter has them', () => {
    expect(findMeanings(61000, TODAY, [toPassage(61000), toPassage(62000)])).toEqual([
      ['connu-passage', 'historique', null],
    ]);
    expect(findMeanings(580000, TODAY, [toPassage(580000)])).toEqual([['connu-par-taille', 'en-vigueur', 'taille4']]);
  });

  // The accord begins on 25 August 2019; a draft of 2020 is not held back by it.
  it.each([
    ['a rule on the eve of its day', 'en-vigueur', '2022-03-31', '2022-03-30', '2022-03-31'],
    ['a rule on its day', 'en-vigueur', '2022-03-31', '2022-03-31', null],
    ['a rule without a day, on the eve of the accord', 'en-vigueur', undefined, '2019-08-24', '2019-08-25'],
    ['a rule without a day, on the day of the accord', 'en-vigueur', undefined, '2019-08-25', null],
    ['a deduction, before the accord', 'deduit', undefined, '2018-01-01', '2019-08-25'],
    ['a draft before its day', 'proposition', '2020-10-01', '2018-01-01', '2020-10-01'],
    ['a draft made before the accord', 'proposition', '2019-04-01', '2019-04-01', null],
    ['an older fact without a day', 'historique', undefined, '2018-01-01', null],
  ] as const)('reads in a passage %s', (_, statut, depuis, asOf, debut) => {
    const passage = { ...toPassage(61000), statut, depuis: depuis && CalendarDate.parse(depuis) };
    const outcome = findLectures(toCentimes(61000), () => [passage], parametres, CalendarDate.parse(asOf));
    if (debut === null) expect(outcome).toMatchObject({ kind: 'computed', value: [{ statut }] });
    else {
      const args = { asOf: { date: asOf }, debut: { date: debut } };
      expect(outcome).toMatchObject({ kind: 'not-covered', reason: { code: 'montant-plus-tard', args } });
    }
  });

  it('names the first of the days to come, and its text', () => {
    const references = [{ texte: '2021-12-20-avenant-2', refs: ['S2'] }] as unknown as MontantConnu['references'];
    const [late, early] = (['2022-04-01', '2022-03-31'] as const).map((depuis) => ({
      ...toPassage(61000),
      depuis: CalendarDate.parse(depuis),
      references: depuis === '2022-03-31' ? references : [],
    }));
    const list = () => [late, early].flatMap((passage) => passage ?? []);
    const outcome = findLectures(toCentimes(61000), list, parametres, CalendarDate.parse('2022-01-15'));
    expect(outcome).toMatchObject({ reason: { args: { debut: { date: '2022-03-31' } } }, references });
  });

  it('does not read the passages when a parameter has the amount', () => {
    function refuse(): never {
      throw new Error('passages were read');
    }
    const asOf = CalendarDate.parse(TODAY);
    expect(findLectures(toCentimes(580000), refuse, parametres, asOf).kind).toBe('computed');
    expect(() => findLectures(toCentimes(61000), refuse, parametres, asOf)).toThrow('passages were read');
  });
});

describe('listMontantsConnus', () => {
  it.each(['2019-08-25', '2022-03-31', '2022-09-30', TODAY])(
    'on %s gives every amount its references, and its rule when it is not one',
    (asOf) => {
      const known = listMontantsConnus(parametres, CalendarDate.parse(asOf));
      const ids = new Set(Object.values(parametres).flatMap((parametre) => ('id' in parametre ? [parametre.id] : [])));
      expect(known.length).toBeGreaterThan(20);
      for (const { centimes, references, statut, regle } of known) {
        expect(centimes).toBeGreaterThan(0);
        expect(references.length).toBeGreaterThan(0);
        if (statut === 'en-vigueur') expect(regle).toBeNull();
        if (statut === 'expire') expect(ids).toContain(regle);
      }
    },
  );

  it('never calls a proposal law', () => {
    const proposals = parametres.autres.flatMap((parametre) =>
      parametre.type === 'montants-par-taille' ? parametre.valeurs.map(({ reference }) => reference) : [],
    );
    const inForce = listMontantsConnus(parametres, CalendarDate.parse(TODAY)).filter(
      ({ statut }) => statut === 'en-vigueur',
    );
    for (const { references } of inForce) {
      for (const reference of references) expect(proposals).not.toContain(reference);
    }
  });
});
