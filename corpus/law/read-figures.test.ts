import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CalendarDate } from './calendar-date.ts';
import { findFigures } from './find-figures.ts';
import { type ReadFigure, readFigures } from './read-figures.ts';

const TODAY = CalendarDate.parse('2026-11-21');

type Row = readonly [text: string, figure: string, meaning: Partial<ReadFigure> & Record<string, unknown>];

const amount = (text: string, figure: string, euros: number): Row => [text, figure, { kind: 'amount', euros }];
const number = (text: string, figure: string, value: number, more = {}): Row => [
  text,
  figure,
  { kind: 'number', value, ...more },
];
const day = (text: string, figure: string, date: string, note?: string): Row => [
  text,
  figure,
  { kind: 'date', precision: 'day', from: date, to: date, ...(note ? { note } : {}) },
];
const period = (text: string, figure: string, precision: string, from: string, to: string, note?: string): Row => [
  text,
  figure,
  { kind: 'date', precision, from, to, ...(note ? { note } : {}) },
];
const duration = (text: string, figure: string, length: number, unit: string, more = {}): Row => [
  text,
  figure,
  { kind: 'duration', amount: length, unit, ...more },
];
const share = (text: string, figure: string, num: number, den: number): Row => [
  text,
  figure,
  { kind: 'fraction', num, den },
];
const rank = (text: string, figure: string, value: number): Row => [text, figure, { kind: 'ordinal', value }];

const AMOUNTS: readonly Row[] = [
  amount('soit 75 000 € par an', '75 000 €', 75_000),
  amount('75\u202F000\u00A0€', '75\u202F000\u00A0€', 75_000),
  amount('75\u2009000€', '75\u2009000€', 75_000),
  amount('75.000 euros', '75.000 euros', 75_000),
  amount("75'000 €", "75'000 €", 75_000),
  amount('75’000 €', '75’000 €', 75_000),
  amount('75000€', '75000€', 75_000),
  amount('75000e par an', '75000e', 75_000),
  amount('1,5 M€', '1,5 M€', 1_500_000),
  amount('1.5 M€', '1.5 M€', 1_500_000),
  amount('175 k€', '175 k€', 175_000),
  amount('60k€', '60k€', 60_000),
  amount('60 K€ ?', '60 K€', 60_000),
  amount("60 k d'euros", "60 k d'euros", 60_000),
  amount('2,3 Md€', '2,3 Md€', 2_300_000_000),
  amount("121 millions d'euros", "121 millions d'euros", 121_000_000),
  amount('121 millions d’euros', '121 millions d’euros', 121_000_000),
  amount('EUR 60,000', 'EUR 60,000', 60_000),
  amount('60,000 EUR', '60,000 EUR', 60_000),
  amount('€60,000 a year', '€60,000', 60_000),
  amount('€15,081.97', '€15,081.97', 15_081.97),
  amount('€ 1.5 million', '€ 1.5 million', 1_500_000),
  amount('€60k', '€60k', 60_000),
  amount('15 081,97 €', '15 081,97 €', 15_081.97),
  amount('15.081,97 €', '15.081,97 €', 15_081.97),
  amount('douze mille euros', 'douze mille euros', 12_000),
  amount('DOUZE MILLE EUROS', 'DOUZE MILLE EUROS', 12_000),
  amount('37 500 euros', '37 500 euros', 37_500),
  amount('37500 euro', '37500 euro', 37_500),
  amount('deux millions et demi d’euros', 'deux millions et demi d’euros', 2_500_000),
  amount('un million d’euros', 'un million d’euros', 1_000_000),
  amount('12 euros et 50 centimes', '12 euros et 50 centimes', 12.5),
  amount('12€50', '12€50', 12.5),
  amount('50 centimes', '50 centimes', 0.5),
  amount('un euro', 'un euro', 1),
  amount('75 mille euros', '75 mille euros', 75_000),
  amount('soixante-quinze mille €', 'soixante-quinze mille €', 75_000),
  amount('sixty thousand euros', 'sixty thousand euros', 60_000),
  amount('une dizaine de milliers d’euros', 'une dizaine de milliers d’euros', 10_000),
  amount('56 250 € ?', '56 250 €', 56_250),
  amount('2022 €', '2022 €', 2_022),
  amount('0,50 €', '0,50 €', 0.5),
  amount('taille 3 75 000 €', '75 000 €', 75_000),
];

const NUMBERS: readonly Row[] = [
  number('85 000 hab.', '85 000', 85_000, { noun: 'hab' }),
  number('85000hab', '85000', 85_000, { noun: 'hab' }),
  number('85 000 hbts', '85 000', 85_000, { noun: 'hbts' }),
  number('85k', '85k', 85_000),
  number('85k habitants', '85k', 85_000, { noun: 'habitants' }),
  number('85 K hab', '85 K', 85_000, { noun: 'hab' }),
  number('quatre-vingt-cinq mille habitants', 'quatre-vingt-cinq mille', 85_000, { noun: 'habitants' }),
  number('quatre vingt cinq mille habitants', 'quatre vingt cinq mille', 85_000),
  number('Quatre‑vingts mille', 'Quatre‑vingts mille', 80_000),
  number('quatrevingt mille', 'quatrevingt mille', 80_000),
  number('soixante-dix-sept mille deux cents', 'soixante-dix-sept mille deux cents', 77_200),
  number('septante-sept mille', 'septante-sept mille', 77_000),
  number('huitante mille', 'huitante mille', 80_000),
  number('nonante et un', 'nonante et un', 91),
  number('une trentaine de CPTS', 'une trentaine', 30, { noun: 'cpts', approximate: true }),
  number('une dizaine de missions', 'une dizaine', 10, { noun: 'missions', approximate: true }),
  number('deux douzaines', 'deux douzaines', 24),
  number("une centaine de milliers d'habitants", 'une centaine de milliers', 100_000, { noun: 'habitants' }),
  number('un millier de personnes', 'un millier', 1_000, { noun: 'personnes', approximate: true }),
  number('12 300', '12 300', 12_300),
  number('12.300 hab', '12.300', 12_300),
  number('60,000 inhabitants', '60,000', 60_000, { noun: 'inhabitants' }),
  number('a population of 60,000', '60,000', 60_000),
  number('1,5', '1,5', 1.5),
  number('0,125', '0,125', 0.125),
  number('1 234 567', '1 234 567', 1_234_567),
  number('1,234,567.5', '1,234,567.5', 1_234_567.5),
  number('eighty five thousand', 'eighty five thousand', 85_000),
  number('eighty-five thousand inhabitants', 'eighty-five thousand', 85_000, { noun: 'inhabitants' }),
  number('a hundred members', 'a hundred', 100, { noun: 'members' }),
  number('half a dozen members', 'half a dozen', 6),
  number('mille deux', 'mille deux', 1_002),
  number('deux mille', 'deux mille', 2_000),
  number('cent', 'cent', 100),
  number('deux cent membres', 'deux cent', 200, { noun: 'membres' }),
  number('environ 85 000 habitants', '85 000', 85_000, { approximate: true, before: 'environ' }),
  number('2 000 habitants', '2 000', 2_000, { noun: 'habitants' }),
  number('2022 habitants', '2022', 2_022, { noun: 'habitants' }),
  number('une population de 2022 habitants', '2022', 2_022),
  number('population : 2050', '2050', 2_050, { before: 'population' }),
  number('2050 patients', '2050', 2_050),
  number('2030 pharmacies', '2030', 2_030),
  number('taille 3', '3', 3, { before: 'taille' }),
  number('taille : 3', '3', 3, { before: 'taille' }),
  number('taille trois', 'trois', 3, { before: 'taille' }),
  number('une T3', '3', 3, { before: 't' }),
  number('six missions', 'six', 6, { noun: 'missions' }),
  number('neuf missions', 'neuf', 9, { noun: 'missions' }),
  number('121 millions', '121 millions', 121_000_000),
  number('12 mille 500', '12 mille 500', 12_500),
  number("2,5 millions d'habitants", '2,5 millions', 2_500_000, { noun: 'habitants' }),
  number('trois fois par an', 'trois', 3, { noun: 'fois' }),
  number('CPTS taille 3 175 000 habitants', '3', 3, { before: 'taille' }),
  number('CPTS taille 3 175 000 habitants', '175 000', 175_000, { noun: 'habitants' }),
  number('٨٥٠٠٠ habitants', '٨٥٠٠٠', 85_000),
  number('８５０００', '８５０００', 85_000),
  number('il y a 2 médecins', '2', 2, { noun: 'medecins' }),
  number('zéro membre', 'zéro', 0),
  number('COVID-19', '19', 19, { before: 'covid' }),
];

const SHARES: readonly Row[] = [
  ['80 %', '80 %', { kind: 'percent', value: 80 }],
  ['75%', '75%', { kind: 'percent', value: 75 }],
  ['75\u202F%', '75\u202F%', { kind: 'percent', value: 75 }],
  ['12,5 %', '12,5 %', { kind: 'percent', value: 12.5 }],
  ['soixante-quinze pour cent', 'soixante-quinze pour cent', { kind: 'percent', value: 75 }],
  ['cent pour cent', 'cent pour cent', { kind: 'percent', value: 100 }],
  ['un pour cent', 'un pour cent', { kind: 'percent', value: 1 }],
  ['80 percent', '80 percent', { kind: 'percent', value: 80 }],
  ['eighty per cent', 'eighty per cent', { kind: 'percent', value: 80 }],
  ['50 pourcents', '50 pourcents', { kind: 'percent', value: 50 }],
  share('la moitié', 'moitié', 1, 2),
  share('un tiers', 'un tiers', 1, 3),
  share('deux tiers', 'deux tiers', 2, 3),
  share('les deux-tiers', 'deux-tiers', 2, 3),
  share('le tiers des membres', 'tiers', 1, 3),
  share('trois quarts', 'trois quarts', 3, 4),
  share('les trois-quarts', 'trois-quarts', 3, 4),
  share('3/4', '3/4', 3, 4),
  share('1/2', '1/2', 1, 2),
  share('¾ du montant', '¾', 3, 4),
  share('one third', 'one third', 1, 3),
  share('two thirds', 'two thirds', 2, 3),
  share('a quarter of the grant', 'a quarter', 1, 4),
  share('half', 'half', 1, 2),
  share('half of it', 'half', 1, 2),
  share('un cinquième des membres', 'un cinquième', 1, 5),
  share('deux cinquièmes', 'deux cinquièmes', 2, 5),
  share('three fifths', 'three fifths', 3, 5),
  ['le double', 'double', { kind: 'multiple', factor: 2 }],
  ['le triple', 'triple', { kind: 'multiple', factor: 3 }],
  ['twice the amount', 'twice', { kind: 'multiple', factor: 2 }],
  ['on a doublé', 'doublé', { kind: 'multiple', factor: 2 }],
];

const DURATIONS: readonly Row[] = [
  duration('un mois', 'un mois', 1, 'mois'),
  duration('1 mois', '1 mois', 1, 'mois'),
  duration('18 mois', '18 mois', 18, 'mois'),
  duration('18mois', '18mois', 18, 'mois'),
  duration('dix-huit mois', 'dix-huit mois', 18, 'mois'),
  duration('deux ans et demi', 'deux ans et demi', 2.5, 'ans', { half: true }),
  duration('2 ans et demi', '2 ans et demi', 2.5, 'ans', { half: true }),
  duration('2,5 ans', '2,5 ans', 2.5, 'ans', { half: true }),
  duration('un an et demi', 'un an et demi', 1.5, 'ans', { half: true }),
  duration('cinq ans', 'cinq ans', 5, 'ans'),
  duration('5 années', '5 années', 5, 'ans'),
  duration('48 h', '48 h', 48, 'heures'),
  duration('48h', '48h', 48, 'heures'),
  duration('quarante-huit heures', 'quarante-huit heures', 48, 'heures'),
  duration('trois semaines', 'trois semaines', 3, 'semaines'),
  duration('un an', 'un an', 1, 'ans'),
  duration('une année', 'une année', 1, 'ans'),
  duration("au bout d'un an", 'un an', 1, 'ans'),
  duration('90 jours', '90 jours', 90, 'jours'),
  duration('1 an et 6 mois', '1 an et 6 mois', 18, 'mois'),
  duration('a year and a half', 'a year and a half', 1.5, 'ans', { half: true }),
  duration('two and a half years', 'two and a half years', 2.5, 'ans', { half: true }),
  duration('18 months', '18 months', 18, 'mois'),
  duration('an 18-month delay', '18-month', 18, 'mois'),
  duration('within a month', 'a month', 1, 'mois'),
  duration('one year', 'one year', 1, 'ans'),
  duration('deux trimestres', 'deux trimestres', 6, 'mois'),
  duration('une quinzaine de jours', 'une quinzaine de jours', 15, 'jours', { approximate: true }),
  duration('une demi-journée', 'une demi-journée', 0.5, 'jours', { half: true }),
  duration('depuis 18 mois', '18 mois', 18, 'mois', { before: 'depuis' }),
  duration('dans les 6 mois', '6 mois', 6, 'mois'),
  duration('neuf mois', 'neuf mois', 9, 'mois'),
  duration('14h30', '14h30', 14.5, 'heures'),
];

const DAYS: readonly Row[] = [
  day('le 1er mars 2024', '1er mars 2024', '2024-03-01'),
  day('le premier mars 2024', 'premier mars 2024', '2024-03-01'),
  day('1 mars 2024', '1 mars 2024', '2024-03-01'),
  day('1er\u00A0mars 2024', '1er\u00A0mars 2024', '2024-03-01'),
  day('15/01/24', '15/01/24', '2024-01-15', 'two-digit-year'),
  day('15/01/2024', '15/01/2024', '2024-01-15'),
  day('15.01.2024', '15.01.2024', '2024-01-15'),
  day('15-01-2024', '15-01-2024', '2024-01-15'),
  day('15 01 2024', '15 01 2024', '2024-01-15'),
  day('2024-01-15', '2024-01-15', '2024-01-15'),
  day('2024/01/15', '2024/01/15', '2024-01-15'),
  day('15 janv. 2024', '15 janv. 2024', '2024-01-15'),
  day('15 janvier2025', '15 janvier2025', '2025-01-15'),
  day('15janvier 2025', '15janvier 2025', '2025-01-15'),
  day('1er janv 2025', '1er janv 2025', '2025-01-01'),
  day('3 fevrier 2023', '3 fevrier 2023', '2023-02-03'),
  day('3 aout 2023', '3 aout 2023', '2023-08-03'),
  day('3 AOÛT 2023', '3 AOÛT 2023', '2023-08-03'),
  day('21 nov 2026', '21 nov 2026', '2026-11-21'),
  day('15 mars 24', '15 mars 24', '2024-03-15', 'two-digit-year'),
  day('mardi 3 mars 2026', '3 mars 2026', '2026-03-03'),
  day('29 février 2024', '29 février 2024', '2024-02-29'),
  day('quinze janvier deux mille vingt-quatre', 'quinze janvier deux mille vingt-quatre', '2024-01-15'),
  day('03/04/2024', '03/04/2024', '2024-04-03', 'french-order'),
  day('3/4/2024', '3/4/2024', '2024-04-03', 'french-order'),
  day('04/04/2024', '04/04/2024', '2024-04-04'),
  day('March 1st, 2024', 'March 1st, 2024', '2024-03-01'),
  day('March 1, 2024', 'March 1, 2024', '2024-03-01'),
  day('1 March 2024', '1 March 2024', '2024-03-01'),
  day('the 1st of March 2024', '1st of March 2024', '2024-03-01'),
  day('May 5th 2022', 'May 5th 2022', '2022-05-05'),
  day('may 5th, 2022', 'may 5th, 2022', '2022-05-05'),
  day('Sept 3, 2022', 'Sept 3, 2022', '2022-09-03'),
  day('avant 2016 : le 4 mars 2002', '4 mars 2002', '2002-03-04'),
  // 21 November 2026: 15 March 2027 is 114 days away, 15 March 2026 is 251.
  day('le 15 mars', '15 mars', '2027-03-15', 'vague'),
  day('le 15 octobre', '15 octobre', '2026-10-15', 'vague'),
  day('le 15/01', '15/01', '2027-01-15', 'vague'),
  day('le 29 février', '29 février', '2028-02-29', 'vague'),
  day('March 15', 'March 15', '2027-03-15', 'vague'),
  day('le 15 mars dernier', '15 mars dernier', '2026-03-15', 'relative'),
  day('il y a 18 mois', 'il y a 18 mois', '2025-05-21', 'relative'),
  day('il y a deux ans', 'il y a deux ans', '2024-11-21', 'relative'),
  day('il y a environ deux ans et demi', 'il y a environ deux ans et demi', '2024-05-21', 'relative'),
  day('il y a un mois', 'il y a un mois', '2026-10-21', 'relative'),
  day('il y a 3 semaines', 'il y a 3 semaines', '2026-10-31', 'relative'),
  day('dans 6 mois', 'dans 6 mois', '2027-05-21', 'relative'),
  day('dans un an', 'dans un an', '2027-11-21', 'relative'),
  day('dans 10 jours', 'dans 10 jours', '2026-12-01', 'relative'),
  day('18 months ago', '18 months ago', '2025-05-21', 'relative'),
  day('a year ago', 'a year ago', '2025-11-21', 'relative'),
  day('in 6 months', 'in 6 months', '2027-05-21', 'relative'),
  day('hier', 'hier', '2026-11-20', 'relative'),
  day('avant-hier', 'avant-hier', '2026-11-19', 'relative'),
  day("aujourd'hui", "aujourd'hui", '2026-11-21', 'relative'),
  day('aujourd’hui', 'aujourd’hui', '2026-11-21', 'relative'),
  day('demain', 'demain', '2026-11-22', 'relative'),
  day('tomorrow', 'tomorrow', '2026-11-22', 'relative'),
];

const PERIODS: readonly Row[] = [
  period('mars 2024', 'mars 2024', 'month', '2024-03-01', '2024-03-31'),
  period('en mai 2022', 'mai 2022', 'month', '2022-05-01', '2022-05-31'),
  period('février 2024', 'février 2024', 'month', '2024-02-01', '2024-02-29'),
  period('May 2022', 'May 2022', 'month', '2022-05-01', '2022-05-31'),
  period('in may 2022', 'may 2022', 'month', '2022-05-01', '2022-05-31'),
  period('sept. 2022', 'sept. 2022', 'month', '2022-09-01', '2022-09-30'),
  period('mai 22', 'mai 22', 'month', '2022-05-01', '2022-05-31', 'two-digit-year'),
  period("mai '22", "mai '22", 'month', '2022-05-01', '2022-05-31', 'two-digit-year'),
  period('05/2022', '05/2022', 'month', '2022-05-01', '2022-05-31'),
  period('2022-05', '2022-05', 'month', '2022-05-01', '2022-05-31'),
  period('mi-mai 2022', 'mi-mai 2022', 'part', '2022-05-11', '2022-05-20'),
  period('début mai 2022', 'début mai 2022', 'part', '2022-05-01', '2022-05-10'),
  period('fin février 2024', 'fin février 2024', 'part', '2024-02-21', '2024-02-29'),
  period('début 2022', 'début 2022', 'part', '2022-01-01', '2022-04-30'),
  period('mi-2022', 'mi-2022', 'part', '2022-05-01', '2022-08-31'),
  period('fin 2025', 'fin 2025', 'part', '2025-09-01', '2025-12-31'),
  period('late 2025', 'late 2025', 'part', '2025-09-01', '2025-12-31'),
  period('T2 2026', 'T2 2026', 'quarter', '2026-04-01', '2026-06-30'),
  period('Q2 2026', 'Q2 2026', 'quarter', '2026-04-01', '2026-06-30'),
  period('2026-T2', '2026-T2', 'quarter', '2026-04-01', '2026-06-30'),
  period('2e trimestre 2026', '2e trimestre 2026', 'quarter', '2026-04-01', '2026-06-30'),
  period('le deuxième trimestre de 2026', 'deuxième trimestre de 2026', 'quarter', '2026-04-01', '2026-06-30'),
  period('4ème trimestre 2025', '4ème trimestre 2025', 'quarter', '2025-10-01', '2025-12-31'),
  period('second quarter of 2026', 'second quarter of 2026', 'quarter', '2026-04-01', '2026-06-30'),
  period('premier semestre 2023', 'premier semestre 2023', 'part', '2023-01-01', '2023-06-30'),
  period('S2 2023', 'S2 2023', 'part', '2023-07-01', '2023-12-31'),
  period('first half of 2023', 'first half of 2023', 'part', '2023-01-01', '2023-06-30'),
  period('1er trimestre', '1er trimestre', 'quarter', '2026-01-01', '2026-03-31', 'vague'),
  period('en 2022', '2022', 'year', '2022-01-01', '2022-12-31'),
  period('depuis 2019', '2019', 'year', '2019-01-01', '2019-12-31'),
  period('avant 2016', '2016', 'year', '2016-01-01', '2016-12-31'),
  period('in 2022', '2022', 'year', '2022-01-01', '2022-12-31'),
  period('en 2022 nous avions signé', '2022', 'year', '2022-01-01', '2022-12-31'),
  period('en deux mille vingt-deux', 'deux mille vingt-deux', 'year', '2022-01-01', '2022-12-31'),
  period('les règles de 2020', '2020', 'year', '2020-01-01', '2020-12-31'),
  period('financement 2026', '2026', 'year', '2026-01-01', '2026-12-31', 'vague'),
  period('(2023)', '2023', 'year', '2023-01-01', '2023-12-31', 'vague'),
  period("l'an dernier", "l'an dernier", 'year', '2025-01-01', '2025-12-31', 'relative'),
  period("l'année prochaine", "l'année prochaine", 'year', '2027-01-01', '2027-12-31', 'relative'),
  period('last year', 'last year', 'year', '2025-01-01', '2025-12-31', 'relative'),
  period('le mois prochain', 'le mois prochain', 'month', '2026-12-01', '2026-12-31', 'relative'),
  period('le mois dernier', 'le mois dernier', 'month', '2026-10-01', '2026-10-31', 'relative'),
  period('en mars', 'mars', 'month', '2027-03-01', '2027-03-31', 'vague'),
  period('depuis septembre', 'septembre', 'month', '2026-09-01', '2026-09-30', 'vague'),
  // May 2026 and May 2027 are both six months away: the past is taken.
  period('en mai', 'mai', 'month', '2026-05-01', '2026-05-31', 'vague'),
  period('mars dernier', 'mars dernier', 'month', '2026-03-01', '2026-03-31', 'relative'),
  period('mars prochain', 'mars prochain', 'month', '2027-03-01', '2027-03-31', 'relative'),
  period('last May', 'May', 'month', '2026-05-01', '2026-05-31', 'relative'),
  day('du 1er au 15 mars 2024', '1er', '2024-03-01'),
  day('du 1er au 15 mars 2024', '15 mars 2024', '2024-03-15'),
  day('du 1er janvier au 31 mars 2024', '1er janvier', '2024-01-01'),
  day('du 1er novembre au 31 mars 2024', '1er novembre', '2023-11-01'),
  period('janvier et février 2024', 'janvier', 'month', '2024-01-01', '2024-01-31'),
];

const RANKS: readonly Row[] = [
  rank('le 1er', '1er', 1),
  rank('le premier versement', 'premier', 1),
  rank('la troisième année', 'troisième', 3),
  rank('la 2e année', '2e', 2),
  rank('3ème', '3ème', 3),
  rank('avenant n° 2', '2', 2),
  rank('avenant n°3', '3', 3),
  rank('avenant nº 3', '3', 3),
  rank('avenant no 2', '2', 2),
  rank('numéro 2', '2', 2),
  rank('the second year', 'second', 2),
  rank('the third year', 'third', 3),
  rank('the 2nd year', '2nd', 2),
  rank('the 21st', '21st', 21),
  rank('vingt et unième', 'vingt et unième', 21),
  rank('la soixante-dixième', 'soixante-dixième', 70),
  rank('twenty-first', 'twenty-first', 21),
  rank('un cinquième membre', 'cinquième', 5),
  ['livre XIV', 'XIV', { kind: 'roman', value: 14 }],
  ['titre I', 'I', { kind: 'roman', value: 1 }],
  ['annexe V', 'V', { kind: 'roman', value: 5 }],
  ['le XXIe siècle', 'XXIe', { kind: 'roman', value: 21 }],
  ['la Ve République', 'Ve', { kind: 'roman', value: 5 }],
  ['II. Financement', 'II', { kind: 'roman', value: 2 }],
  ['article L. 1434-12', '1434-12', { kind: 'identifier', value: 'L1434-12' }],
  ['décret n° 2022-375', '2022-375', { kind: 'identifier', value: '2022-375' }],
  ['01 40 50 60 70', '01 40 50 60 70', { kind: 'identifier', value: '0140506070' }],
];

const BAD_DATES: readonly Row[] = [
  [
    '31 février 2024',
    '31 février 2024',
    { kind: 'bad-date', reason: "février 2024 n'a que 29 jours, le 31 n'existe pas" },
  ],
  ['32/01/2024', '32/01/2024', { kind: 'bad-date', reason: "janvier 2024 n'a que 31 jours, le 32 n'existe pas" }],
  ['30/02/24', '30/02/24', { kind: 'bad-date', reason: "février 2024 n'a que 29 jours, le 30 n'existe pas" }],
  [
    '29 février 2025',
    '29 février 2025',
    { kind: 'bad-date', reason: "février 2025 n'a que 28 jours, le 29 n'existe pas" },
  ],
  ['2024-02-30', '2024-02-30', { kind: 'bad-date' }],
  ['le 31 avril', '31 avril', { kind: 'bad-date', reason: "avril n'a que 30 jours, le 31 n'existe pas" }],
  ['01/15/2024', '01/15/2024', { kind: 'bad-date' }],
  ['13/2024', '13/2024', { kind: 'bad-date' }],
];

const ROWS = [...AMOUNTS, ...NUMBERS, ...SHARES, ...DURATIONS, ...DAYS, ...PERIODS, ...RANKS, ...BAD_DATES];

describe('readFigures', () => {
  it.each(ROWS)('reads « %s »: « %s »', (text, figure, meaning) => {
    const found = readFigures(text, TODAY);
    const match = found.find((candidate) => candidate.text === figure);
    expect(match ?? found).toMatchObject(meaning);
  });

  it.each(ROWS)('gives each figure of « %s » its place, in order and without overlap', (text) => {
    let last = 0;
    for (const figure of readFigures(text, TODAY)) {
      expect(text.slice(figure.start, figure.end)).toBe(figure.text);
      expect(figure.start).toBeGreaterThanOrEqual(last);
      last = figure.end;
    }
  });

  it.each([
    ['on a signé en mai 2022, taille 1, on aurait dû toucher combien ?', ['date', 'number']],
    ['c’est quoi ces 56 250 € ?', ['amount']],
    ['CPTS de 85 000 habitants, contrat signé le 15 mars 2024, 42 membres', ['number', 'date', 'number']],
    ['75 % de 60 000 € pendant 18 mois', ['percent', 'amount', 'duration']],
    ['avenant n° 2 du 2 décembre 2021, article 3', ['ordinal', 'date', 'number']],
    ['entre 80 000 et 175 000 habitants', ['number', 'number']],
    ['de 2022 à 2026', ['date', 'date']],
    ['2023-2024', ['date', 'date']],
    ['2023/2024', ['date', 'date']],
    ['en 2022 deux CPTS', ['date', 'number']],
    ['le 15 mars 85 000 habitants', ['date', 'number']],
    ['signed in May 2022, size 1, 60,000 inhabitants', ['date', 'number', 'number']],
    ['vingt, trente ou quarante', ['number', 'number', 'number']],
    ['7j/7 et 24h/24', ['duration', 'number', 'duration', 'number']],
  ])('finds in order the figures of « %s »', (text, kinds) => {
    expect(readFigures(text, TODAY).map((figure) => figure.kind)).toEqual(kinds);
  });

  it.each([
    'une CPTS et un médecin',
    'en premier lieu, les soins de premier recours',
    'dans un premier temps',
    'd’une part, à la une',
    'le tiers payant',
    'quoi de neuf ?',
    'une mise en demeure',
    'May I ask you something?',
    'they march on',
    'one of the communities',
    'la planète Mars est rouge',
    'le CV du coordinateur',
    'chacun d’eux',
    'first of all',
    '',
  ])('reads nothing in « %s »', (text) => {
    expect(readFigures(text, TODAY)).toEqual([]);
  });

  it('never throws and keeps its places inside the text, whatever the text', () => {
    const piece = fc.constantFrom(
      'le ',
      '15',
      '/',
      ' mars ',
      '2024',
      '€',
      ' mille',
      'un ',
      '½',
      'ﷺ',
      '\u0301',
      'T',
      '-',
      ' ',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(piece).map((pieces) => pieces.join('')),
        ),
        (text) => {
          for (const figure of readFigures(text, TODAY)) {
            expect(figure.start).toBeLessThan(figure.end);
            expect(figure.end).toBeLessThanOrEqual(text.length);
          }
        },
      ),
    );
  });
});

/** Words that make a date of a figure without being one: the detector leaves them alone. */
const RELATION =
  /il y a|environ|dans|ago|début|fin|mi(?=-)|late|first|last|next|dernier|prochain|\bin\b|\bde\b|\bof\b|d['’]|trimestre|semestre|quarter|\bet\b|un(?= cinqui)|\b[TQS](?=[1-4]\b)/gi;

describe('findFigures, beside readFigures', () => {
  it.each(ROWS)('covers what is read in « %s »', (text) => {
    const covered = findFigures(text);
    for (const figure of readFigures(text, TODAY)) {
      // « hier » or « l'an dernier » hold no figure at all.
      if (figure.kind === 'date' && figure.note === 'relative' && covered.length === 0) continue;
      const blanked = [...text].join('').replace(RELATION, (word) => ' '.repeat(word.length));
      for (let at = figure.start; at < figure.end; at += 1) {
        if (!/[\p{L}\p{N}€%]/u.test(blanked[at] as string)) continue;
        expect(
          covered.some((span) => span.start <= at && at < span.end),
          `${figure.text}: ${text[at]}`,
        ).toBe(true);
      }
    }
  });
});
