import fc from 'fast-check';
import { toCardinal as toEnglish, toOrdinal as toEnglishOrdinal } from 'n2words/en-GB';
import { toCardinal as toBelgian } from 'n2words/fr-BE';
import { toCardinal as toFrench, toOrdinal as toFrenchOrdinal } from 'n2words/fr-FR';
import { describe, expect, it } from 'vitest';
import { findFigures } from './find-figures.ts';

/** What was found, as written. */
function found(text: string): string[] {
  return findFigures(text).map((span) => text.slice(span.start, span.end));
}

describe('findFigures', () => {
  it.each([
    // Digits, whatever the script and the way of grouping.
    ['75 000 €', ['75 000 €']],
    ['soit 75\u202F000\u00A0€ par an', ['75\u202F000\u00A0€']],
    ['75.000,50 euros', ['75.000,50 euros']],
    ['EUR 60,000', ['EUR 60,000']],
    ['€60k', ['€60k']],
    ['1,5 M€', ['1,5 M€']],
    ['60 k d’euros', ['60 k d’euros']],
    ['80 %', ['80 %']],
    ['18 mois', ['18 mois']],
    ['48h', ['48h']],
    ['2 ans et demi', ['2 ans et demi']],
    ['15/01/2024', ['15/01/2024']],
    ['14:30', ['14:30']],
    ['T3', ['3']],
    ['85000hab', ['85000']],
    ['abc12def', ['12']],
    ['l00 000', ['l00 000']],
    ['1O0', ['1O0']],
    ['1\u200B000', ['1\u200B000']],
    ['7\u00AD5', ['7\u00AD5']],
    ['7\u03315', ['7\u03315']],
    ['٧٥', ['٧٥']],
    ['७५', ['७५']],
    ['７５', ['７５']],
    ['𝟕𝟓', ['𝟕𝟓']],
    ['𝟩𝟝 %', ['𝟩𝟝 %']],
    ['x²', ['²']],
    ['½ du total', ['½']],
    ['①②', ['①②']],
    ['⑿', ['⑿']],
    ['❼', ['❼']],
    ['Ⅻ', ['Ⅻ']],
    ['titre ⅳ', ['ⅳ']],
    ['1️⃣', ['1️⃣']],
    ['🔟', ['🔟']],
    ['💯', ['💯']],
    ['🥇', ['🥇']],
    ['⚂', ['⚂']],
    ['🕒', ['🕒']],
    ['三千', ['三千']],
    ['3 et 4', ['3', '4']],
    ['3, 4', ['3', '4']],
    // Numbers in words.
    ['douze mille', ['douze mille']],
    ['DOUZE MILLE', ['DOUZE MILLE']],
    ['vingt et une CPTS', ['vingt et une']],
    ['cent un', ['cent un']],
    ['soixante-et-onze', ['soixante-et-onze']],
    ['quatre-vingt-cinq mille habitants', ['quatre-vingt-cinq mille']],
    ['quatrevingtcinq', ['quatrevingtcinq']],
    ['eightyfive', ['eightyfive']],
    ['septante, huitante, nonante', ['septante', 'huitante', 'nonante']],
    ['les deux', ['deux']],
    ['zéro', ['zéro']],
    ['une trentaine', ['une trentaine']],
    ['des centaines', ['centaines']],
    ['un millier', ['un millier']],
    ['a dozen', ['a dozen']],
    ['one hundred and five', ['one hundred and five']],
    ['a thousand', ['a thousand']],
    ['sixmois', ['sixmois']],
    ['deuxMissions', ['deuxMissions']],
    // One, beside a unit only.
    ['un mois', ['un mois']],
    ["d'un an", ['un an']],
    ['un seul mois', ['un seul mois']],
    ['une année', ['une année']],
    ['un euro', ['un euro']],
    ['un pour cent', ['un pour cent']],
    ['un million', ['un million']],
    ['un tiers', ['un tiers']],
    ['one year', ['one year']],
    ['within a month', ['a month']],
    [':one:', ['one']],
    // Shares, multiples, ordinals.
    ['la moitié', ['moitié']],
    ['trois quarts', ['trois quarts']],
    ['une demi-journée', ['une demi-journée']],
    ['le double', ['double']],
    ['half', ['half']],
    ['two thirds', ['two thirds']],
    ['twice', ['twice']],
    ['le premier versement', ['premier']],
    ['première', ['première']],
    ['deuxième', ['deuxième']],
    ['vingt et unième', ['vingt et unième']],
    ['deuxièmement', ['deuxièmement']],
    ['le 1er', ['1er']],
    ['2e année', ['2e']],
    ['the second', ['second']],
    ['twentieth', ['twentieth']],
    ['quinquennal', ['quinquennal']],
    // Months.
    ['mars', ['mars']],
    ['en mai', ['mai']],
    ['Août', ['Août']],
    ['le 1er mars 2024', ['1er mars 2024']],
    ['15 sep 2024', ['15 sep 2024']],
    ['janv.', ['janv']],
    ['in March', ['March']],
    ['May', ['May']],
    ['january', ['january']],
    // Roman numerals.
    ['XIV', ['XIV']],
    ['titre I', ['I']],
    ['livre V', ['V']],
    ['annexe x', ['x']],
    ['la Ve République', ['Ve']],
    ['XXIe siècle', ['XXIe']],
    ['page xii', ['xii']],
    ['ХІV (cyrillique)', ['ХІV']],
    // Hidden.
    ['dou\u200Bze', ['dou\u200Bze']],
    ['dou\u00ADze', ['dou\u00ADze']],
    ['d\u0301eux', ['d\u0301eux']],
    ['de´ux', ['de´ux']],
    ['dеux', ['dеux']],
    ['dοuzε', ['dοuzε']],
    ['ꜱɪx', ['ꜱɪx']],
    ['𝐝𝐨𝐮𝐳𝐞', ['𝐝𝐨𝐮𝐳𝐞']],
    ['ⓓⓤⓩ ⓓⓞⓤⓩⓔ', ['ⓓⓞⓤⓩⓔ']],
    ['🅳🅾🆄🆉🅴', ['🅳🅾🆄🆉🅴']],
    ['ｄｏｕｚｅ', ['ｄｏｕｚｅ']],
    ['dou-ze', ['dou-ze']],
    ["dou'ze", ["dou'ze"]],
    ['*dou*ze', ['dou*ze']],
    ['_deux_', ['deux']],
    ['d o u z e', ['d o u z e']],
    ['d.o.u.z.e', ['d.o.u.z.e']],
    ['X I V', ['X I V']],
    ['dou\u200Dze mi\u2060lle', ['dou\u200Dze mi\u2060lle']],
    ['de\u0300u\u0301x', ['de\u0300u\u0301x']],
  ])('finds in « %s »', (text, figures) => {
    expect(found(text)).toEqual(figures);
  });

  it.each([
    'Une CPTS réunit un ensemble de professionnels.',
    'La communauté a signé un contrat avec la caisse et l’agence.',
    'C’est l’une des missions socles.',
    'L’un ou l’autre convient.',
    'Il faut d’abord une lettre d’intention.',
    'En premier lieu, le projet de santé est déposé.',
    'Les soins de premier recours restent accessibles.',
    'Le second recours est organisé avec l’hôpital.',
    'Dans un premier temps, la caisse verse une avance.',
    'Dans un second temps, elle verse le solde.',
    'D’une part la population, d’autre part les missions.',
    'L’information fait la une des journaux.',
    'La mise en demeure est adressée par courrier.',
    'Le tiers payant est proposé aux patients.',
    'Le tiers-payant est généralisé.',
    'Un tiers-lieu accueille la réunion.',
    'Ce sujet concerne aussi des tiers.',
    'Quoi de neuf dans la communauté ?',
    'Voilà du neuf.',
    'La maison de santé est neuve.',
    'Les locaux neufs sont ouverts.',
    'Le centre de santé est au centre du quartier.',
    'Demain, la réunion est maintenue.',
    'Aujourd’hui, la règle est la même.',
    'Hier encore, rien n’était décidé.',
    'Le mille-feuille administratif est connu.',
    'Un sixain, un onzain et un huis clos.',
    'L’enseignement secondaire et primaire.',
    'Premièrement, il faut un projet.',
    'La prévention primaire et secondaire.',
    'Le Premier ministre a annoncé une réforme.',
    'Les premiers secours sont enseignés.',
    'Le traitement de première intention.',
    'Une matière première.',
    'Il travaille à mi-temps.',
    'Ils ne font pas double emploi.',
    'Chacun d’eux, chacune d’elles.',
    'Il s’en va ; va-t-en, il t’en faut.',
    'Y a-t-il une règle ? Qu’en dit-on ?',
    'La dotation annuelle est versée chaque année.',
    'Le suivi est trimestriel ou semestriel.',
    'La réunion a lieu le lundi et le mardi.',
    'Le contrat est tripartite.',
    'L’avance est versée par an et par mission.',
    'Le CV du coordinateur est joint.',
    'MM. les directeurs, le CD de formation, un CDI.',
    'La CPAM, l’ARS, la CNAM et la MSP sont associées.',
    'Le DMP et le SAS sont utilisés.',
    'Le docteur Sixte habite à Cinqueux, rue du Quartz.',
    'Il a dixit, puis il a ri.',
    'La tierce personne est prévenue.',
    'Un autre, quelques autres, plusieurs, aucun.',
    'Cette seule règle suffit.',
    'Le rapport est unique, la demande est unanime.',
    'Les dizygotes et le décembriste.',
    'Une énième fois.',
    'Les mêmes problèmes, le même système.',
    'Le mandat est à durée déterminée.',
    'Ce n’est ni plus ni moins.',
    'Un doublon a été retiré.',
    'La centrale, le centrage, la décentralisation.',
    'Je m’ennuie, tu m’as dit.',
    'On ne répond pas à la légère.',
    'Absent du corpus : le texte officiel n’a pas été lu.',
    'This is one of the communities, and no one knows.',
    'You may ask the agency; they march on.',
    'First of all, read the contract.',
    'The third party is informed.',
    'On behalf of the headquarters.',
    'A year-long plan costs money a year.',
    'The health of both months is the truth.',
    'Once the contract is signed, the grant is paid.',
    'No one often attends.',
    'I know the part I wrote.',
  ])('leaves alone « %s »', (text) => {
    expect(found(text)).toEqual([]);
  });

  const plain = fc.constantFrom(
    ...'la communauté signe un contrat avec une caisse,et son agence,pour,soins de premier recours,demain,réunion,centre,(projet),santé.'.split(
      ',',
    ),
  );
  const integer = fc.integer({ min: 2, max: 2_000_000 });
  const day = fc.tuple(
    fc.integer({ min: 1, max: 28 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1900, max: 2100 }),
  );
  const MONTHS = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' ');
  const figures: readonly (readonly [string, fc.Arbitrary<string>])[] = [
    ['digits', integer.map(String)],
    ['French grouping', integer.map((value) => value.toLocaleString('fr-FR'))],
    ['English grouping', integer.map((value) => value.toLocaleString('en-GB'))],
    ['Arabic digits', integer.map((value) => value.toLocaleString('ar-EG', { useGrouping: false }))],
    [
      'full-width digits',
      integer.map((value) => String(value).replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)))),
    ],
    [
      'mathematical digits',
      integer.map((value) => String(value).replace(/\d/g, (digit) => String.fromCodePoint(0x1d7ec + Number(digit)))),
    ],
    ['euros', integer.map((value) => `${value} €`)],
    ['French words', integer.map((value) => toFrench(value))],
    ['upper case', integer.map((value) => toFrench(value).toUpperCase())],
    ['decomposed capitals', integer.map((value) => toFrench(value).normalize('NFD'))],
    ['Belgian words', integer.map((value) => toBelgian(value))],
    ['English words', integer.map((value) => toEnglish(value))],
    ['French ordinals', fc.integer({ min: 1, max: 999 }).map((value) => toFrenchOrdinal(value))],
    ['English ordinals', fc.integer({ min: 1, max: 999 }).map((value) => toEnglishOrdinal(value))],
    ['dates', day.map(([date, month, year]) => `${date} ${MONTHS[month - 1]} ${year}`)],
    ['numeric dates', day.map(([date, month, year]) => `${date}/${month}/${year}`)],
    ['glued words', fc.integer({ min: 17, max: 999 }).map((value) => toFrench(value).replace(/[ -]/g, ''))],
    ['zero-width joiners', integer.map((value) => [...toFrench(value)].join('\u200D'))],
    ['soft hyphens', integer.map((value) => [...toEnglish(value)].join('\u00AD'))],
    [
      'Cyrillic letters',
      integer.map((value) => toFrench(value).replaceAll('e', 'е').replaceAll('o', 'о').replaceAll('i', 'і')),
    ],
    ['combining marks', integer.map((value) => toFrench(value).replace(/(\p{L})/gu, '$1\u0336'))],
    [
      'mathematical letters',
      integer.map((value) =>
        toFrench(value).replace(/[a-z]/g, (letter) => String.fromCodePoint(0x1d5ee + letter.charCodeAt(0) - 97)),
      ),
    ],
    [
      'units after one',
      fc.constantFrom('un mois', 'une année', 'un an', 'une semaine', 'un million', 'un euro', 'one year'),
    ],
    [
      'shares',
      fc.constantFrom('la moitié', 'deux tiers', 'trois quarts', 'half', 'one third', '½', 'le double', 'le triple'),
    ],
    ['Roman numerals', fc.constantFrom('II', 'IV', 'XIV', 'XXI', 'titre I', 'livre V', 'annexe X')],
  ];

  it.each(figures)('finds %s planted anywhere among plain words, and nothing else', (_name, figure) => {
    fc.assert(
      fc.property(
        fc.array(plain, { maxLength: 8 }),
        figure,
        fc.array(plain, { maxLength: 8 }),
        (before, planted, after) => {
          const head = before.length > 0 ? `${before.join(' ')} ; ` : '';
          const text = `${head}${planted}${after.length > 0 ? ` ; ${after.join(' ')}` : ''}`;
          const spans = findFigures(text);
          for (const span of spans) {
            expect(span.start, text).toBeGreaterThanOrEqual(head.length);
            expect(span.end, text).toBeLessThanOrEqual(head.length + planted.length);
          }
          const article = /^(?:la|le|titre|livre|annexe) /.exec(planted)?.[0].length ?? 0;
          for (let at = head.length + article; at < head.length + planted.length; at += 1) {
            if (!/[\p{L}\p{N}]/u.test(text[at] as string)) continue;
            expect(
              spans.some((span) => span.start <= at && at < span.end),
              `${planted} in ${text}`,
            ).toBe(true);
          }
        },
      ),
    );
  });

  it('gives ordered spans without overlap inside the text, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        let last = 0;
        for (const span of findFigures(text)) {
          expect(span.start).toBeGreaterThanOrEqual(last);
          expect(span.end).toBeGreaterThan(span.start);
          last = span.end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 2_000 },
    );
  });

  it('finds a figure wherever there is a numeric character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        const spans = findFigures(text);
        for (const match of text.matchAll(/\p{N}/gu)) {
          expect(spans.some((span) => span.start <= match.index && match.index < span.end)).toBe(true);
        }
      }),
      { numRuns: 5_000 },
    );
  });

  it('reads a text in a time that grows with its length and no faster', () => {
    const sentence = 'le contrat tripartite-est-signé.par l’agence, un-deux d o 1 000 000 mille mille ';
    const time = (text: string) => {
      const start = performance.now();
      findFigures(text);
      return performance.now() - start;
    };
    time(sentence.repeat(50));
    const short = Math.max(time(sentence.repeat(50)), 0.5);
    expect(time(sentence.repeat(500))).toBeLessThan(short * 60);
  });
});
