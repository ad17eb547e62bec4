import { findProperStems } from './find-proper-stems.ts';
import type { LexicalIndex, WeightedTerm } from './lexical-index.ts';
import type { Lexique } from './lexique.ts';
import { createPhraseMatcher } from './phrase-matcher.ts';
import type { Token, Tokenizer } from './tokenize.ts';
import { createWordNeighbours } from './word-neighbours.ts';

/** One way of reading a part of the question: the words to look for, and how sure we are of the reading (0 to 1). */
type Variant = { readonly words: readonly string[]; readonly stems: readonly string[]; readonly weight: number };

/** A word or phrase of the question. `own` is absent for a phrase of empty words (« des sous »). */
export type QueryGroup = { readonly own?: Token; readonly variants: readonly Variant[] };

/** A question read with the vocabulary at hand. */
export type ExpandedQuery = {
  readonly groups: readonly QueryGroup[];
  /** Terms for the lexical index, each once, with its best weight. */
  readonly terms: readonly WeightedTerm[];
  /** Content words for the vector views, where a word they do not know gives way to what it stands for. */
  readonly text: string;
  /** Stems of its proper nouns and acronyms, which say more of the subject than other words. */
  readonly proper: ReadonlySet<string>;
  /** All its words, as written. */
  readonly tokens: readonly Token[];
};

/** What a reading counts when the documents also use the word itself, and when they do not. */
const WEIGHTS = {
  sigle: { known: 0.5, unknown: 1 },
  appris: { known: 0.8, unknown: 1 },
  synonyme: { known: 0.3, unknown: 0.8 },
  typo: 0.7,
  typoOfTwo: 0.5,
} as const;
/** Spellings kept for one misspelt word. */
const NEIGHBOURS = 3;

type Reading = { readonly kind: 'sigle' | 'appris' | 'synonyme'; readonly phrases: readonly string[] };
type OpenGroup = { own?: Token; variants: Variant[] };

/** What questions are read with. */
export type ExpanderParts = {
  readonly lexique: Lexique;
  readonly tokenizer: Tokenizer;
  readonly lexical: LexicalIndex;
  /** Acronyms that the documents explain, and what they stand for, in turn. */
  readonly sigles?: readonly string[];
  /** Whether the vector views know a word: known, it is neither misspelt nor to be replaced there. */
  readonly isKnown?: (word: string) => boolean;
};

/** Builds the reader of questions of one vocabulary over one index. */
export function createQueryExpander(parts: ExpanderParts): (query: string) => ExpandedQuery {
  const { lexique, tokenizer, lexical } = parts;
  const isKnown = parts.isKnown ?? ((word: string) => lexical.has(tokenizer.stem(word)));
  const matchFamiliar = createPhraseMatcher(listFamiliar(lexique), tokenizer);
  const matchReadings = createPhraseMatcher(
    [...listReadings(lexique), ...listLearned(parts.sigles ?? [], lexique)],
    tokenizer,
  );
  const findNeighbours = createWordNeighbours(lexical.words.keys());

  return (query) => {
    const tokens = readFamiliar(query, tokenizer, matchFamiliar, lexical);
    const groups = new Map<number, OpenGroup>();
    for (const [position, token] of tokens.entries()) {
      if (!token.empty && token.kind !== 'whole') groups.set(position, { own: token, variants: [] });
    }
    addCompounds(tokens, groups);
    for (const { value, start, end } of matchReadings(tokens)) {
      const covered = [...groups.keys()].filter((position) => position >= start && position < end);
      if (covered.length === 0) groups.set(start, { variants: [] });
      for (const position of covered.length === 0 ? [start] : covered) {
        const group = groups.get(position);
        if (group !== undefined) addReading(group, value, lexical, tokenizer);
      }
    }
    for (const group of groups.values()) {
      if (group.own !== undefined && !isKnown(group.own.word)) addNeighbours(group, lexical, findNeighbours);
    }
    const sorted = [...groups].sort(([a], [b]) => a - b).map(([, group]) => group);
    return {
      groups: sorted,
      terms: collectTerms(sorted, lexical),
      text: collectText(sorted, lexical, isKnown),
      proper: findProperStems(query, tokenizer),
      tokens,
    };
  };
}

function listFamiliar(lexique: Lexique): [string, string][] {
  return lexique.abreviations.familier.flatMap(({ ecrit, lire }) =>
    ecrit.map((spelling): [string, string] => [spelling, lire]),
  );
}

/** Acronyms both ways (SNP → soins non programmés, soins non programmés → SNP), then synonyms. */
function listReadings({ abreviations, synonymes }: Lexique): [string, Reading][] {
  const readings: [string, Reading][] = [];
  for (const { sigle, developpe } of abreviations.sigles) {
    readings.push([sigle, { kind: 'sigle', phrases: developpe }]);
    for (const full of developpe) readings.push([full, { kind: 'sigle', phrases: [sigle] }]);
  }
  for (const { mots, vers } of [...synonymes.courants, ...synonymes.anglais]) {
    for (const mot of mots) readings.push([mot, { kind: 'synonyme', phrases: vers }]);
  }
  return readings;
}

/** The same for the acronyms of the documents that the vocabulary does not have. */
function listLearned(sigles: readonly string[], { abreviations }: Lexique): [string, Reading][] {
  const known = new Set(abreviations.sigles.map(({ sigle }) => sigle.toLowerCase()));
  const readings: [string, Reading][] = [];
  for (let place = 0; place + 1 < sigles.length; place += 2) {
    const [sigle = '', full = ''] = sigles.slice(place, place + 2);
    if (known.has(sigle)) continue;
    readings.push([sigle, { kind: 'appris', phrases: [full] }], [full, { kind: 'appris', phrases: [sigle] }]);
  }
  return readings;
}

/**
 * Replaces spellings of text messages (« c koi le role ds ») before anything else is read;
 * a spelling that the documents use themselves (« CB ») stays.
 */
function readFamiliar(
  query: string,
  tokenizer: Tokenizer,
  match: ReturnType<typeof createPhraseMatcher<string>>,
  lexical: LexicalIndex,
): readonly Token[] {
  const tokens = tokenizer.tokenize(query);
  const read: Token[] = [];
  let position = 0;
  const matches = match(tokens)
    .filter(({ start, end }) => end - start > 1 || !lexical.has(tokens[start]?.stem ?? ''))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  for (const { value, start, end } of matches) {
    if (start < position) continue;
    read.push(...tokens.slice(position, start), ...tokenizer.tokenize(value));
    position = end;
  }
  return [...read, ...tokens.slice(position)];
}

/** A compound may be written in one word elsewhere: it is one more reading of each of its parts. */
function addCompounds(tokens: readonly Token[], groups: ReadonlyMap<number, OpenGroup>): void {
  for (const [position, token] of tokens.entries()) {
    if (token.kind !== 'whole') continue;
    for (let part = position - 1; tokens[part]?.kind === 'part'; part -= 1) {
      groups.get(part)?.variants.push({ words: [token.word], stems: [token.stem], weight: 1 });
    }
  }
}

function addReading(group: OpenGroup, reading: Reading, lexical: LexicalIndex, tokenizer: Tokenizer): void {
  const unknown = group.own === undefined || !lexical.has(group.own.stem);
  const weight = WEIGHTS[reading.kind][unknown ? 'unknown' : 'known'];
  for (const phrase of reading.phrases) {
    const words = tokenizer.contentWords(phrase);
    const stems = words.map((word) => tokenizer.stem(word));
    const same = group.variants.some((variant) => variant.stems.join(' ') === stems.join(' '));
    if (stems.length > 0 && !same) group.variants.push({ words, stems, weight });
  }
}

function addNeighbours(
  group: OpenGroup,
  lexical: LexicalIndex,
  findNeighbours: ReturnType<typeof createWordNeighbours>,
): void {
  const { own, variants } = group;
  if (own === undefined || lexical.has(own.stem)) return;
  if (variants.some(({ stems }) => stems.some((stem) => lexical.has(stem)))) return;
  for (const { word, distance } of findNeighbours(own.plain, NEIGHBOURS)) {
    const stem = lexical.words.get(word) ?? word;
    variants.push({ words: [word], stems: [stem], weight: distance === 1 ? WEIGHTS.typo : WEIGHTS.typoOfTwo });
  }
}

function collectTerms(groups: readonly QueryGroup[], lexical: LexicalIndex): WeightedTerm[] {
  const weights = new Map<string, number>();
  const keep = (stem: string, weight: number) => {
    if (lexical.has(stem)) weights.set(stem, Math.max(weights.get(stem) ?? 0, weight));
  };
  for (const { own, variants } of groups) {
    if (own !== undefined) keep(own.stem, 1);
    // A long reading must not outweigh the short word it explains.
    for (const { stems, weight } of variants) for (const stem of stems) keep(stem, weight / Math.sqrt(stems.length));
  }
  return [...weights].map(([stem, weight]) => ({ stem, weight }));
}

function collectText(groups: readonly QueryGroup[], lexical: LexicalIndex, isKnown: (word: string) => boolean): string {
  const words = new Set<string>();
  for (const { own, variants } of groups) {
    const readings = variants.filter(({ stems }) => stems.some((stem) => lexical.has(stem)));
    if (own !== undefined && (readings.length === 0 || isKnown(own.word))) words.add(own.word);
    else for (const reading of readings) for (const word of reading.words) words.add(word);
  }
  return [...words].join(' ');
}
