import { findFigures } from '#corpus/law/find-figures.ts';
import { foldText, foldWord } from '#corpus/law/fold-text.ts';
import { toWordLine } from '#corpus/law/fold-text-words.ts';
import type { Materials, Segment } from '../compose.ts';
import type { Liaisons } from './liaisons.ts';
import type { Motif } from './regles.ts';
import type { Run } from './runs.ts';

/** Letters that stand alone in French or English (« a », « à », « y », "I"); any other is elided, or spells something. */
const LONELY =
  /(?<![\p{L}'’-])(?:[b-hj-xz](?![\p{L}'’])|[B-HJ-XZi](?![\p{L}'’])|(?<=\()\p{L}(?=\))|I(?=[^\p{L}]+I(?!\p{L})))/u;
/** Capitals inside a word: two words put together, or a code. */
const ODD_CASE = /\p{Ll}\p{Lu}|\p{Lu}{2}\p{Ll}/u;

/** Linking words are plain letters and known words: anything else could hide a figure. */
export function checkWords({ text, stretches }: Run, materials: Materials, liaisons: Liaisons): readonly Motif[] {
  const motifs: Motif[] = [];
  if (!liaisons.hasPlainSigns(text)) motifs.push('signe');
  const unknown = new Set(stretches.flatMap(({ words }) => words.filter((word) => !liaisons.isKnown(word))));
  if (LONELY.test(text) || ODD_CASE.test(text) || (unknown.size > 0 && !areBorrowed(unknown, materials, liaisons)))
    motifs.push('mot');
  if (
    stretches.some(
      ({ words }) => liaisons.quantites.isIn(words) || countsOne(words, liaisons) || counts(words, liaisons),
    )
  )
    motifs.push('chiffre');
  return motifs;
}

/** « Soit un. »: no article stands at the end of what it would introduce. */
function countsOne(words: readonly string[], { articles, pronoms }: Liaisons): boolean {
  return articles.has(words.at(-1) ?? '') && !pronoms.has(words.at(-2) ?? '');
}

/** « Un seul versement », "both parts", "both." but not "both the date and the size". */
function counts(words: readonly string[], liaisons: Liaisons): boolean {
  const { quantitesFinales, denombrants, denombrables, correlatifs } = liaisons;
  if (quantitesFinales.isAtEnd(words)) return true;
  return words.some((word, at) => {
    const partner = correlatifs.get(word);
    if (partner !== undefined && !words.includes(partner, at)) return true;
    return denombrants.has(word) && [at - 1, at + 1].some((beside) => denombrables.measureAt(words, beside) > 0);
  });
}

/** Names of the question and of the énoncés may be taken up: « à Poitiers », « les orthoptistes ». */
function areBorrowed(words: ReadonlySet<string>, materials: Materials, { isBorrowable }: Liaisons): boolean {
  const { question, calculs, passages } = materials;
  if (![...words].every(isBorrowable)) return false;
  const asked = listWords(question);
  const others = [...words].filter((word) => !asked.has(word));
  if (others.length === 0) return true;
  const texts = [...calculs, ...passages.map(({ enonce }) => enonce)].flatMap(({ text }) => text);
  const told = listWords(texts.filter((piece) => typeof piece === 'string').join(' '));
  return others.every((word) => told.has(word));
}

function listWords(text: string): ReadonlySet<string> {
  return new Set(toWordLine(foldText(text)).plain);
}

/**
 * Whether the linking words of a draft hold a figure, énoncés put aside: with a blank between segments, and with none,
 * since a reader puts « soix » and « ante » together.
 */
export function holdsFigure(segments: readonly Segment[], { isNumber }: Liaisons): boolean {
  const texts = segments.flatMap((segment) => (segment.type === 'liaison' ? [segment.words.trim()] : []));
  if (findFigures(texts.join(' ')).length > 0) return true;
  if (texts.length < 2) return false;
  const glued = texts.slice(1).map((text, at) => [END.exec(texts[at] ?? '')?.[0], START.exec(text)?.[0]]);
  const words = glued.flatMap(([end, start]) => (end && start ? [foldWord(end + start)] : []));
  return words.some(isNumber) || findFigures(texts.join('')).length > 0;
}

const START = /^\p{L}+/u;
const END = /\p{L}+$/u;
