/** Part a word plays in a number: `digit` 1 to 9, `teen` 10 to 19, `ten` 20 to 90, `scale` thousand and up. */
type NumberRole = 'zero' | 'digit' | 'teen' | 'ten' | 'hundred' | 'scale';

/** A word of a cardinal number, French or English, folded. */
export type NumberWord = { readonly role: NumberRole; readonly value: number; readonly lang: 'fr' | 'en' | 'both' };

/**
 * Every word of French (France, Belgium, Switzerland) and English cardinals, with the usual plural faults
 * (« quatres », « milles ») and spelling faults. « billion » is worth more in French than in English: see the reader.
 */
export const NUMBER_WORDS: ReadonlyMap<string, NumberWord> = new Map([
  ...toWords('zero', 'both', { zero: 0, zeros: 0 }),
  ...toWords('zero', 'en', { nought: 0, naught: 0 }),
  ...toWords('digit', 'fr', { un: 1, une: 1, deux: 2, trois: 3, quatre: 4, cinq: 5, sept: 7, huit: 8, neuf: 9 }),
  ...toWords('digit', 'fr', { quatres: 4, cinqs: 5, septs: 7, huits: 8 }),
  ...toWords('digit', 'both', { six: 6 }),
  ...toWords('digit', 'en', { one: 1, two: 2, three: 3, four: 4, five: 5, seven: 7, eight: 8, nine: 9 }),
  ...toWords('teen', 'fr', { dix: 10, onze: 11, douze: 12, treize: 13, quatorze: 14, quinze: 15, seize: 16 }),
  ...toWords('teen', 'en', { ten: 10, eleven: 11, twelve: 12, thirteen: 13, fourteen: 14, fifteen: 15 }),
  ...toWords('teen', 'en', { sixteen: 16, seventeen: 17, eighteen: 18, nineteen: 19 }),
  ...toWords('ten', 'fr', { vingt: 20, vingts: 20, trente: 30, quarante: 40, quarente: 40, cinquante: 50 }),
  ...toWords('ten', 'fr', { soixante: 60, septante: 70, huitante: 80, octante: 80, nonante: 90 }),
  ...toWords('ten', 'en', { twenty: 20, thirty: 30, forty: 40, fourty: 40, fifty: 50, sixty: 60 }),
  ...toWords('ten', 'en', { seventy: 70, eighty: 80, ninety: 90 }),
  ...toWords('hundred', 'fr', { cent: 100, cents: 100 }),
  ...toWords('hundred', 'en', { hundred: 100 }),
  ...toWords('scale', 'fr', { mille: 1e3, mil: 1e3, milles: 1e3, millions: 1e6, milion: 1e6, milions: 1e6 }),
  ...toWords('scale', 'both', { million: 1e6 }),
  ...toWords('scale', 'fr', { milliard: 1e9, milliards: 1e9, miliard: 1e9, miliards: 1e9 }),
  ...toWords('scale', 'fr', { billions: 1e12, billiard: 1e15, billiards: 1e15 }),
  ...toWords('scale', 'en', { thousand: 1e3, billion: 1e9, trillion: 1e12 }),
]);

/** Collective nouns: « une trentaine », « deux milliers », "a dozen". All but the dozen say « about ». */
export const COLLECTIVES: ReadonlyMap<string, number> = new Map(
  Object.entries({
    huitaine: 8,
    neuvaine: 9,
    dizaine: 10,
    dizaines: 10,
    disaine: 10,
    douzaine: 12,
    douzaines: 12,
    dozen: 12,
    dozens: 12,
    quinzaine: 15,
    quinzaines: 15,
    vingtaine: 20,
    vingtaines: 20,
    trentaine: 30,
    quarantaine: 40,
    cinquantaine: 50,
    soixantaine: 60,
    centaine: 100,
    centaines: 100,
    hundreds: 100,
    millier: 1e3,
    milliers: 1e3,
    thousands: 1e3,
  }),
);

function toWords(
  role: NumberRole,
  lang: NumberWord['lang'],
  values: Readonly<Record<string, number>>,
): [string, NumberWord][] {
  return Object.entries(values).map(([word, value]) => [word, { role, value, lang }]);
}
