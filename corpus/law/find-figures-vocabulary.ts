import { COLLECTIVES, NUMBER_WORDS } from './number-words-vocabulary.ts';

/** What a word is to the detector: a number, a name of month, a fraction or multiple, an ordinal. */
export type FigureWordRole = 'cardinal' | 'collective' | 'share' | 'ordinal' | 'month';

/** « un », « une », "one" and "a" are articles: they are figures only beside a unit or a magnitude. */
export const ARTICLES: ReadonlySet<string> = new Set(['un', 'une', 'one', 'a', 'an']);

/** Words that are figures wherever they stand, idioms apart. « second » and « quart » as units of time included. */
export const FIGURE_WORDS: ReadonlyMap<string, FigureWordRole> = new Map([
  ...toRole('cardinal', [...NUMBER_WORDS.keys()].filter((word) => !ARTICLES.has(word)).join(' ')),
  ...toRole('collective', [...COLLECTIVES.keys()].join(' ')),
  ...toRole('cardinal', 'billions trillions hundredfold tenfold'),
  ...toRole('share', 'moitie moities tiers quart quarts demi demie demis demies'),
  ...toRole('share', 'half halves halved halving quarter quarters twice thrice twofold threefold fortnight fortnights'),
  ...toRole(
    'share',
    multiples('doubl', 'tripl', 'quadrupl', 'quintupl', 'sextupl', 'septupl', 'octupl', 'nonupl', 'decupl', 'centupl'),
  ),
  ...toRole('share', 'trio trios quatuor quatuors biennal biennale biennaux triennal triennale triennaux'),
  ...toRole('share', 'quadriennal quadriennale quinquennal quinquennale quinquennaux quinquennat septennat'),
  ...toRole('share', 'decennal decennale decennaux trentenaire quarantenaire cinquantenaire centenaire bicentenaire'),
  ...toRole(
    'share',
    'biennales triennales quadriennaux quadriennales quinquennales decennales trentenaires centenaires',
  ),
  ...toRole('share', 'biennial triennial quinquennial centenary'),
  ...toRole('ordinal', 'premier premiere premiers premieres second seconde seconds secondes first firsts secondly'),
  ...toRole('ordinal', 'deuxiemement troisiemement quatriemement cinquiemement sixiemement secondement thirdly'),
  ...toRole('month', 'janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre'),
  ...toRole('month', 'january february april june july august september october november december'),
  ...toRole('month', 'janv fevr avr juil oct nov dec feb apr aug'),
]);

/** Month names in capitals only: "may" and "march" are verbs. */
export const CAPITALISED_MONTHS: ReadonlySet<string> = new Set(['may', 'march']);

/** Abbreviations of months that are words, names or acronyms too (SEP): months only beside a number. */
export const AMBIGUOUS_MONTHS: ReadonlySet<string> = new Set([
  'jan',
  'fev',
  'mar',
  'jun',
  'jul',
  'sep',
  'may',
  'march',
]);

/** Units that make a figure of « un », « une » or "one" before them. */
export const UNITS: ReadonlySet<string> = new Set(
  (
    'an ans annee annees mois jour jours journee journees semaine semaines heure heures minute minutes ' +
    'trimestre trimestres semestre semestres bimestre bimestres siecle siecles decennie decennies decade millenaire ' +
    'euro euros eur centime centimes keuros pourcent pct percent ' +
    'year years month months day days week weeks hour hours decade decades century centuries'
  ).split(' '),
);

/** Adjectives that may stand between « un » and its unit. */
export const UNIT_ADJECTIVES: ReadonlySet<string> = new Set(
  (
    'seul seule bon bonne petit petite long longue plein pleine unique simple entier entiere autre nouveau nouvelle ' +
    'dernier derniere full single whole only mere further additional complete'
  ).split(' '),
);

function multiples(...stems: readonly string[]): string {
  const endings = 'e es er ee ees ent ant ait aient a era eront erait ement ements ed ing';
  return stems.flatMap((stem) => endings.split(' ').map((ending) => `${stem}${ending}`)).join(' ');
}

function toRole(role: FigureWordRole, words: string): [string, FigureWordRole][] {
  return words.split(' ').map((word) => [word, role]);
}
