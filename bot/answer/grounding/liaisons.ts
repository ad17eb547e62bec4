import { findFigures } from '#corpus/law/find-figures.ts';
import { FIGURE_WORDS } from '#corpus/law/find-figures-vocabulary.ts';
import { foldWord } from '#corpus/law/fold-text.ts';
import { createPhraseSet, type PhraseSet } from './phrase-set.ts';
import type { Motif, Regles } from './regles.ts';

/** Where the words come from; all of them as they are written, with their accents. */
export type LiaisonsData = {
  readonly regles: Regles;
  /** Everyday words, chosen by hand: they are known whatever other language counts with them. */
  readonly mots: readonly string[];
  /** Words of ordinary lists, that nobody chose: as those met in texts, and not one letter away from a number either. */
  readonly frequents: readonly string[];
  /** Words met in texts: long enough, and no words of number anywhere. */
  readonly appris: Iterable<string>;
  /** Words of number of other languages. */
  readonly nombres: readonly string[];
};

/** What linking words are made of, and what they may not say. */
export type Liaisons = {
  /** Whether a word (folded) may stand in linking words. */
  readonly isKnown: (word: string) => boolean;
  /** Whether a word (folded) of the question or of an énoncé may be taken up: not when it looks like a number. */
  readonly isBorrowable: (word: string) => boolean;
  /** Whether a word (folded) is one of number, in any language that is known. */
  readonly isNumber: (word: string) => boolean;
  /** Whether every character of a text is a letter of French or English, a blank or an ordinary mark. */
  readonly hasPlainSigns: (text: string) => boolean;
  /** Writes abbreviations in full: « p. ex. » is read as « par exemple ». */
  readonly expand: (text: string) => string;
  readonly quantites: PhraseSet;
  readonly quantitesFinales: PhraseSet;
  readonly denombrants: ReadonlySet<string>;
  readonly denombrables: PhraseSet;
  /** Words that count, unless the other word follows: « both » with « and ». */
  readonly correlatifs: ReadonlyMap<string, string>;
  readonly articles: ReadonlySet<string>;
  readonly pronoms: ReadonlySet<string>;
  readonly avant: PhraseSet;
  readonly apres: PhraseSet;
  readonly actions: PhraseSet;
  readonly infinitifs: ReadonlySet<string>;
  readonly commandements: PhraseSet;
  readonly roles: ReadonlySet<string>;
  readonly lecture: ReadonlySet<string>;
  readonly verbesAnglais: ReadonlySet<string>;
  readonly appels: ReadonlySet<string>;
  readonly affirmations: PhraseSet;
  readonly attributs: PhraseSet;
  readonly accentues: ReadonlySet<string>;
  readonly themes: PhraseSet;
  readonly copules: ReadonlySet<string>;
  readonly oui: PhraseSet;
  readonly non: PhraseSet;
  readonly neutres: PhraseSet;
  readonly dement: PhraseSet;
  readonly confirme: PhraseSet;
  readonly doutes: PhraseSet;
  readonly passes: PhraseSet;
  readonly presents: PhraseSet;
  readonly anodins: PhraseSet;
  readonly renvois: PhraseSet;
  readonly negations: PhraseSet;
  readonly motifs: Readonly<Record<Motif, string>>;
};

/** Shortest word taken from texts, and shortest root: shorter ones are acronyms and scraps. */
const SHORTEST = 4;

/** Marks that follow each other without a letter could count something; an ellipsis or « …». » do not. */
const SIGNS_IN_A_ROW = /(?:[^\p{L}\s]\s*){4,}|(?=[^.])([^\p{L}\s])\1\1/u;

/** A colon against a word, or words that a full stop joins: « exemple.fr », « :nom-de-signe: ». */
const ADDRESS = /:\p{L}|\p{L}\.\p{L}/u;

/** Builds what the check of linking words needs, once. */
export function createLiaisons({ regles, mots, frequents, appris, nombres }: LiaisonsData): Liaisons {
  const everyday = new Set(mots.map(foldWord));
  const isWord = (word: string) => word.length >= SHORTEST && /^\p{L}+$/u.test(word);
  const learned = new Set(frequents.filter(isWord).map(foldWord));
  for (const word of learned) if (isNearNumber(word)) learned.delete(word);
  for (const word of appris) if (isWord(word)) learned.add(foldWord(word));
  const foreign = new Set(nombres.map(foldWord));
  for (const word of regles.exclus) learned.delete(word);
  const { signes, colles } = regles;
  const plain = new RegExp(`^[a-zàâäæçéèêëîïôöœùûüÿ \\u00a0\\u202f\\n${escapeClass(signes)}]*$`, 'iu');
  const isNumber = (word: string) => foreign.has(word) || findFigures(word).length > 0;
  const isFamiliar = createFamiliarity((word) => everyday.has(word) || learned.has(word), regles);
  const isKnown = (word: string) =>
    everyday.has(word) ||
    // The detector judges these where they stand: « en premier lieu » counts nothing.
    FIGURE_WORDS.has(word) ||
    ((learned.has(word) || (isFamiliar(word) && !isNearNumber(word))) && !isNumber(word));
  return {
    isKnown,
    isNumber,
    isBorrowable: (word) => word.length > 2 && !regles.exclus.includes(word) && !isNumber(word) && !isNearNumber(word),
    hasPlainSigns: (text) => plain.test(text) && !SIGNS_IN_A_ROW.test(text) && !ADDRESS.test(text),
    expand: createExpander(regles.abreviations),
    quantites: createPhraseSet(regles.quantites),
    quantitesFinales: createPhraseSet(regles.quantitesFinales),
    denombrants: new Set(regles.denombrants),
    denombrables: createPhraseSet(regles.denombrables),
    correlatifs: new Map(Object.entries(regles.correlatifs)),
    articles: new Set(regles.articles),
    pronoms: new Set(regles.pronoms),
    avant: createPhraseSet(colles.avant),
    apres: createPhraseSet(colles.apres),
    actions: createPhraseSet(regles.actions),
    infinitifs: new Set(regles.infinitifs),
    commandements: createPhraseSet(regles.commandements),
    roles: new Set(regles.roles),
    lecture: new Set(regles.lecture),
    verbesAnglais: new Set(regles.verbesAnglais),
    appels: new Set(regles.appels),
    affirmations: createPhraseSet(regles.affirmations),
    attributs: createPhraseSet(regles.attributs),
    accentues: new Set(regles.accentues),
    themes: createPhraseSet(regles.themes),
    copules: new Set(regles.copules),
    ...createPolarities(regles),
    motifs: regles.motifs,
  };
}

/** What confirms, denies, doubts or dates an énoncé, and what goes with it. */
function createPolarities(regles: Regles) {
  return {
    oui: createPhraseSet(regles.oui),
    non: createPhraseSet(regles.non),
    neutres: createPhraseSet(regles.neutres),
    dement: createPhraseSet(regles.dement),
    confirme: createPhraseSet(regles.confirme),
    negations: createPhraseSet(regles.negations),
    doutes: createPhraseSet(regles.doutes),
    passes: createPhraseSet(regles.passes),
    presents: createPhraseSet(regles.presents),
    anodins: createPhraseSet(regles.anodins),
    renvois: createPhraseSet(regles.renvois),
  };
}

/** Whether another word of the same root is known: « éclairent » beside « éclairer », "helping" beside "help". */
function createFamiliarity(
  isListed: (word: string) => boolean,
  { terminaisons, racines }: Regles,
): (word: string) => boolean {
  return (word) =>
    terminaisons.some((ending) => {
      const root = word.slice(0, -ending.length);
      return (
        word.endsWith(ending) &&
        root.length >= (ending === 's' ? SHORTEST - 1 : SHORTEST) &&
        racines.some((added) => isListed(root + added))
      );
    });
}

/** Words of number with each of their letters taken away: two words one fault apart share one of these. */
let faulty: ReadonlySet<string> | undefined;

/** Whether a word is one letter away from a word of number: « quatorz », « soixente ». */
function isNearNumber(word: string): boolean {
  faulty ??= new Set([...FIGURE_WORDS.keys()].filter((known) => known.length > 3).flatMap(listWithoutOne));
  const known = faulty;
  return word.length > 2 && listWithoutOne(word).some((shorter) => known.has(shorter));
}

function listWithoutOne(word: string): string[] {
  return [word, ...Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1))];
}

/** A title of capitals alone is one before a name only; elsewhere its letters spell something. */
const TITLE = /^\p{Lu}+\.$/u;

function createExpander(abreviations: Regles['abreviations']): (text: string) => string {
  const patterns = Object.keys(abreviations).map((short) => {
    const spaced = short.replace(/\./g, '\\.').replace(/\.(?=\p{L})/gu, '.\\s?');
    return spaced + (TITLE.test(short) ? '(?=\\s\\p{Lu})' : '(?!\\p{L})');
  });
  const pattern = new RegExp(`(?<![\\p{L}.])(?:${patterns.join('|')})`, 'gu');
  return (text) => text.replace(pattern, (found) => abreviations[found.replace(/\s/g, '')] ?? found);
}

function escapeClass(signs: string): string {
  return signs.replace(/[\\\]^-]/g, '\\$&');
}
