import { describe, expect, it } from 'vitest';
import { loadTestAssembly, TODAY } from '#bot/testing/load-test-assembly.ts';
import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import { situate } from './situate.ts';

const { comprehension } = loadTestAssembly().pipeline;
const asOf = '2021-05-01' as CalendarDate;

describe('the day of law', () => {
  it.each([
    ['plafond taille 1 ?', '2026-11-21', 'aujourdhui'],
    ["plafond taille 1 aujourd'hui ?", '2026-11-21', 'aujourdhui'],
    // A period that holds today is today.
    ['plafond taille 1 en novembre 2026 ?', '2026-11-21', 'aujourdhui'],
    ['plafond taille 1 au 30 mars 2022 ?', '2022-03-30', 'question'],
    // A period is read on its last day.
    ['plafond taille 1 en mai 2022 ?', '2022-05-31', 'question'],
    ['size 1 cap in May 2021?', '2021-05-31', 'question'],
    ['plafond taille 1 en 2020 ?', '2020-12-31', 'question'],
    ['plafond taille 1 fin 2021 ?', '2021-12-31', 'question'],
    ['plafond taille 1 au 1er janvier 2030 ?', '2030-01-01', 'question'],
    // The eve of the day a text came into force: avenant 2 on 31 March 2022, the accord on 25 August 2019.
    ["plafond taille 2 avant l'avenant 2 ?", '2022-03-30', 'question'],
    ['plafond taille 2 avant l’avenant n° 2 ?', '2022-03-30', 'question'],
    ['size 2 cap before amendment 2?', '2022-03-30', 'question'],
    ["qu'y avait-il avant l'accord de 2019 ?", '2019-08-24', 'question'],
    ['plafond taille 1 avant mars 2022 ?', '2022-02-28', 'question'],
    // The date of an event is not the day asked about.
    ['on a signé le 10 mars 2025, quel plafond ?', '2026-11-21', 'aujourdhui'],
    ['projet de santé déposé le 31 juillet 2026', '2026-11-21', 'aujourdhui'],
    ["l'avenant 2 a changé quoi ?", '2026-11-21', 'aujourdhui'],
  ])('of « %s » is %s', (text, expected, reason) => {
    const situation = situate({ text, today: TODAY }, comprehension);
    expect([situation.asOf, situation.asOfReason]).toEqual([expected, reason]);
  });

  it('is the one of the option when there is one, whatever the words', () => {
    const situation = situate({ text: 'plafond taille 1 en mai 2022 ?', today: TODAY, asOf }, comprehension);
    expect([situation.asOf, situation.asOfReason]).toEqual([asOf, 'option']);
  });
});

describe('what cannot be used', () => {
  it.each([
    ['-5 habitants, quelle taille ?', 'population-impossible'],
    ['0 habitant, quelle taille ?', 'population-impossible'],
    ['10^9 habitants, quelle taille ?', 'population-impossible'],
    ['2 000 000 000 habitants, quelle taille ?', 'population-impossible'],
    ['1,5 habitant, quelle taille ?', 'population-impossible'],
    ['financement en taille 7 ?', 'taille-inconnue'],
    ['on a signé le 31 février 2025', 'date-impossible'],
    ['signé le 31/04/2025', 'date-impossible'],
    ['contrat signé en 1999', 'date-ecrite-hors-bornes'],
    ['plafond taille 2 en 1999 ?', 'date-ecrite-hors-bornes'],
    ['plafond taille 2 en 2150 ?', 'date-ecrite-hors-bornes'],
    ['plafond taille 2 le 2 mars 2101 ?', 'date-ecrite-hors-bornes'],
  ])('of « %s » is said: %s', (text, code) => {
    expect(situate({ text, today: TODAY }, comprehension).problems.map((problem) => problem.code)).toEqual([code]);
  });

  it.each(['la loi de 2009 parlait déjà de coopération ?', 'quelle taille pour 40 000 habitants ?', 'avenant 9 ?'])(
    'is nothing in « %s »',
    (text) => {
      expect(situate({ text, today: TODAY }, comprehension).problems).toEqual([]);
    },
  );
});

describe('who speaks and of what', () => {
  it.each([
    ['combien va toucher notre CPTS ?', true],
    ['on touche combien ?', true],
    ['how much will we get?', true],
    ['combien touche une CPTS ?', false],
  ])('« %s »: the asker speaks of her own community, %s', (text, nous) => {
    expect(situate({ text, today: TODAY }, comprehension).nous).toBe(nous);
  });

  it('completes what is asked with the facts of a profile, and knows them from those said', () => {
    const profil = { nom: 'CPTS du test', taille: 3, missions: {} };
    const situation = situate({ text: 'combien ?', today: TODAY, profil }, comprehension);
    expect(situation.faits.tailles).toEqual([3]);
    expect(situation.duProfil).toEqual({ tailles: [3], missionsProfil: {} });
    expect(situation.faitsDits.tailles).toBeUndefined();
  });

  it.each([
    ['quel temps fait-il ?', false],
    ['quel délai pour un remboursement de billet de train ?', false],
    ["l'ARS peut-elle refuser ?", true],
    // An everyday form tells the subject, and no more.
    ['quels sont les symptômes du covid ?', false],
  ])('« %s » names a word of the field: %s', (text, expected) => {
    expect(situate({ text, today: TODAY }, comprehension).duDomaine).toBe(expected);
  });

  it('reads the subject in its everyday forms', () => {
    const { concepts } = situate(
      { text: 'faut-il rendre le pognon si on casse le contrat ?', today: TODAY },
      comprehension,
    );
    expect([...concepts]).toEqual(expect.arrayContaining(['remboursement', 'resiliation']));
  });

  it('reads the same question the same way every time', () => {
    const question = { text: 'On a signé en mai 2022, taille 1, combien ?', today: TODAY };
    expect(situate(question, comprehension)).toEqual(situate(question, comprehension));
  });
});
