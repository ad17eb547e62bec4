import { describe, expect, it } from 'vitest';
import { CalendarDate } from '#corpus/law/calendar-date.ts';
import type { Centimes } from '#corpus/law/euros.ts';
import type { Parametres } from '#corpus/law/parametres.ts';
import { loadTestCorpus } from '#corpus/testing/load-test-corpus.ts';
import { loadTestParametres } from '#tools/testing/load-exemples.ts';
import { compareEcheances } from './compare-echeances.ts';
import { compareEstimation } from './compare-estimation.ts';
import type { EtatConnu } from './etat-connu.ts';
import { findEtatAvant } from './find-etat-avant.ts';
import { listNouveautes } from './list-nouveautes.ts';

const parametres = loadTestParametres();
const textes = [...loadTestCorpus().textes.values()];

function day(text: string): CalendarDate {
  return CalendarDate.parse(text);
}

function toEtat(jour: string, changed: Partial<EtatConnu> = {}): EtatConnu {
  return { jour: day(jour), parametres, textes, passages: [], ...changed };
}

/** The same law, with another functioning from a day on. */
function withFonctionnement(depuis: string, taille3: number): Parametres {
  const { fonctionnement } = parametres;
  const [first] = fonctionnement.valeurs;
  if (!first) throw new Error('no value');
  const montants = { ...first.valeur.montants, taille3: taille3 as Centimes };
  const valeur = { ...first, depuis: day(depuis), valeur: { ...first.valeur, montants } };
  return { ...parametres, fonctionnement: { ...fonctionnement, valeurs: [...fonctionnement.valeurs, valeur] } };
}

describe('what is new in an estimate', () => {
  const signed = { population: 85_000, signature: day('2024-05-10'), missions: [] };

  it('is the contract years that begin once the new value holds, from what to what and because of which text', () => {
    const apres = toEtat('2026-09-07', { parametres: withFonctionnement('2026-07-01', 8_000_000) });
    const entree = { ...signed, annee: 'contrat-entier' } as const;
    const changed = compareEstimation(entree, day('2026-08-31'), { avant: toEtat('2026-08-31'), apres });
    // Years 1 to 3 began before 1 July 2026 (10 May 2024, 2025, 2026); years 4 and 5 begin after it.
    expect(changed.map(({ annees }) => annees)).toEqual([[4, 5]]);
    const lines = changed.flatMap(({ differences }) => differences.filter(({ code }) => code === 'fonctionnement'));
    expect(lines).toMatchObject([
      { a: { valeur: { centimes: 7_500_000 } }, b: { valeur: { centimes: 8_000_000 } }, cause: { jour: '2026-07-01' } },
    ]);
  });

  it('is of the contract year of its day, whatever year it is now', () => {
    const apres = toEtat('2027-06-07', { parametres: withFonctionnement('2025-05-10', 8_000_000) });
    const changed = compareEstimation(signed, day('2025-06-01'), { avant: toEtat('2027-05-31'), apres });
    expect(changed.map(({ annees }) => annees)).toEqual([[2]]);
  });

  it('follows the day when no contract is signed: a value that begins in between', () => {
    const known = withFonctionnement('2026-09-01', 8_000_000);
    const etats = {
      avant: toEtat('2026-08-31', { parametres: known }),
      apres: toEtat('2026-09-07', { parametres: known }),
    };
    const changed = compareEstimation({ population: 85_000, missions: [] }, day('2026-01-05'), etats);
    const codes = changed.flatMap(({ annees, differences }) => [annees, differences.map(({ code }) => code)]);
    expect(codes).toEqual([[], ['premier-versement', 'fonctionnement', 'total']]);
  });

  it('is nothing while the law is the same, across an anniversary too', () => {
    for (const estimeLe of ['2025-05-01', '2025-05-20']) {
      const etats = { avant: toEtat('2025-05-05'), apres: toEtat('2025-05-12') };
      expect(compareEstimation(signed, day(estimeLe), etats)).toEqual([]);
    }
  });

  it('is nothing that can be told without a size', () => {
    const etats = { avant: toEtat('2021-01-01'), apres: toEtat('2026-01-01') };
    expect(compareEstimation({ signature: day('2024-05-10'), missions: [] }, day('2026-01-01'), etats)).toEqual([]);
  });
});

describe('what is new in the échéances', () => {
  const input = { signature: day('2025-01-15'), missions: [] };

  it('is a delay that another corpus gives', () => {
    const missions = parametres.missions.missions.map((mission) =>
      mission.code === 'prevention' ? { ...mission, delaiDemarrageMois: 15 } : mission,
    );
    const after = { ...parametres, missions: { ...parametres.missions, missions } };
    const apres = toEtat('2025-02-10', { parametres: after });
    // 15 January 2025 + 12 months, then + 15 months
    expect(compareEcheances(input, { avant: toEtat('2025-02-03'), apres })).toMatchObject([
      { code: 'prevention:demarrage', avant: '2026-01-15', apres: '2026-04-15' },
    ]);
  });

  it('is nothing from one day to another', () => {
    expect(compareEcheances(input, { avant: toEtat('2025-02-03'), apres: toEtat('2026-02-03') })).toEqual([]);
  });
});

describe('what is new in the texts', () => {
  it('is the days that have come, and the values that began', () => {
    const etat = toEtat('2022-04-04');
    const etats = { avant: findEtatAvant(etat, day('2022-03-28')), apres: findEtatAvant(etat, day('2022-04-04')) };
    const { textes: news, regles } = listNouveautes(etats);
    const avenant = news.filter(({ texte }) => texte.id === '2021-12-20-avenant-2');
    expect(avenant.map(({ nature, jour }) => [nature, jour])).toEqual([
      ['publication', '2022-03-31'],
      ['entree-en-vigueur', '2022-03-31'],
    ]);
    const plafond = regles.find(({ code, taille }) => code === 'plafond' && taille === 'taille1');
    expect(plafond).toMatchObject({ a: { valeur: { centimes: 22_000_000 } }, b: { valeur: { centimes: 28_750_000 } } });
  });

  it('is nothing the day after it was told', () => {
    const etat = toEtat('2022-04-04');
    const etats = { avant: findEtatAvant(etat, day('2022-03-31')), apres: findEtatAvant(etat, day('2022-04-04')) };
    expect(listNouveautes(etats)).toEqual({ textes: [], passages: [], regles: [] });
  });

  it('tells added, revised and read again apart', () => {
    const [first, second, third] = textes;
    if (!first || !second || !third) throw new Error('no text');
    const jour = day('2030-01-07');
    const seen = { ...third, verifieLe: day('2030-01-05') };
    const apres = toEtat('2030-01-07', { textes: [first, { ...second, titre: 'Autre titre' }, seen] });
    const { textes: news } = listNouveautes({ avant: toEtat('2030-01-01', { textes: [second, third] }), apres });
    expect(news.map(({ nature, jour: on }) => [nature, on])).toEqual([
      ['ajoute', null],
      ['modifie', null],
      ['verifie', '2030-01-05'],
    ]);
    expect(listNouveautes({ avant: apres, apres: { ...apres, jour } }).textes).toEqual([]);
  });

  it('sees a passage by what it says', () => {
    const passage = { id: 'un', titre: 'Titre', texte: 'x', statut: 'en-vigueur', empreinte: 'a' } as const;
    const etats = {
      avant: toEtat('2026-01-05', { passages: [passage, { ...passage, id: 'deux' }] }),
      apres: toEtat('2026-01-12', {
        passages: [passage, { ...passage, id: 'deux', empreinte: 'b' }, { ...passage, id: 'trois' }],
      }),
    };
    expect(listNouveautes(etats).passages.map(({ passage: { id }, nature }) => [id, nature])).toEqual([
      ['deux', 'modifie'],
      ['trois', 'ajoute'],
    ]);
  });
});
