import { FIRST_DAY } from '#corpus/law/calendar-date.ts';
import { type ReadFigure, readFigures } from '#corpus/law/read-figures.ts';
import { STATUTS_COURANTS } from '#corpus/law/statut.ts';
import type { CorpusPassage } from '#corpus/load-corpus.ts';
import { splitSentences } from '#corpus/retrieval/split-sentences.ts';
import type { Tokenizer } from '#corpus/retrieval/tokenize.ts';
import { describeFigures } from './describe-passage.ts';
import { toValue } from './license-text.ts';

/** Whether two passages give different values for the same thing, on a same day, from different sources. */
export type DivergenceFinder = (a: CorpusPassage, b: CorpusPassage) => boolean;

/** Share of the words of the longer of two sentences, from which they speak of the same thing. */
const SAME = 0.4;

type Sentence = {
  /** Content words, without those that write a figure. */
  readonly stems: ReadonlySet<string>;
  /** Values by unit. */
  readonly values: ReadonlyMap<string, ReadonlySet<string>>;
  /** Years, sizes and avenants: what the values are those of. */
  readonly of: {
    readonly years: ReadonlySet<number>;
    readonly tailles: ReadonlySet<number>;
    readonly avenants: ReadonlySet<number>;
  };
};

/**
 * Builds the judge of contradictions. It compares sentences by their words and their figures: the same words about
 * the same size, year or avenant, the same kind of figure, and no value in common.
 */
export function createDivergenceFinder(tokenizer: Tokenizer): DivergenceFinder {
  const known = new WeakMap<CorpusPassage, readonly Sentence[]>();
  function read(passage: CorpusPassage): readonly Sentence[] {
    let sentences = known.get(passage);
    if (!sentences) {
      sentences = splitSentences(passage.corps).map((sentence) => readSentence(sentence, tokenizer));
      known.set(passage, sentences);
    }
    return sentences;
  }
  return (a, b) => isComparable(a, b) && read(a).some((first) => read(b).some((second) => differ(first, second)));
}

function isComparable(a: CorpusPassage, b: CorpusPassage): boolean {
  if (a.texte.id === b.texte.id || a.refs.some((ref) => b.refs.includes(ref))) return false;
  if (a.remplacePar === b.id || b.remplacePar === a.id || !tells(a) || !tells(b)) return false;
  // Each with a subject of its own (« accès aux soins », « prévention »), they speak of two things.
  const [narrow, wide] = a.themes.length <= b.themes.length ? [a.themes, b.themes] : [b.themes, a.themes];
  return narrow.every((theme) => wide.includes(theme)) && overlap(a, b);
}

/** A rule or a fact, not a gap, nor what was only proposed. */
function tells({ statut }: CorpusPassage): boolean {
  return (STATUTS_COURANTS.includes(statut) && statut !== 'absent') || statut === 'historique';
}

function overlap(a: CorpusPassage, b: CorpusPassage): boolean {
  const from = [a.valideDu, b.valideDu].filter((day) => day !== undefined);
  const to = [a.valideJusquau, b.valideJusquau].filter((day) => day !== undefined);
  return from.every((start) => to.every((end) => start <= end));
}

function readSentence(sentence: string, tokenizer: Tokenizer): Sentence {
  const figures = readFigures(sentence, FIRST_DAY);
  const { years, tailles, avenants } = describeFigures(figures);
  const values = new Map<string, Set<string>>();
  for (const figure of figures) {
    const { key, value } = toKey(figure);
    if (key !== undefined) values.set(key, (values.get(key) ?? new Set()).add(value));
  }
  let words = sentence;
  for (const { start, end } of [...figures].reverse()) words = `${words.slice(0, start)} ${words.slice(end)}`;
  const tokens = tokenizer.tokenize(words).filter(({ empty, kind }) => !empty && kind !== 'whole');
  return { stems: new Set(tokens.map(({ stem }) => stem)), values, of: { years, tailles, avenants } };
}

/** The unit of a figure that can be contradicted; a year, a rank or the number of an avenant tells what is spoken of. */
function toKey(figure: ReadFigure): { readonly key: string | undefined; readonly value: string } {
  const { value, unit } = toValue(figure);
  const isName = figure.kind === 'number' && /^(?:avenants?|tailles?|articles?)$/.test(figure.before ?? '');
  const isVague = figure.kind === 'date' && figure.precision !== 'day';
  const key = unit === 'identifiant' || unit === 'ordinal' || isName || isVague ? undefined : unit;
  return { key, value: String(value) };
}

function differ(a: Sentence, b: Sentence): boolean {
  const shared = [...a.stems].filter((stem) => b.stems.has(stem)).length;
  if (shared < SAME * Math.max(a.stems.size, b.stems.size) || shared < 2) return false;
  const { years, tailles, avenants } = a.of;
  if (!agree(tailles, b.of.tailles) || !agree(avenants, b.of.avenants)) return false;
  return [...a.values].some(([unit, values]) => {
    const others = b.values.get(unit);
    if (others === undefined || (unit !== 'date' && !agree(years, b.of.years))) return false;
    return values.size === others.size && [...values].every((value) => !others.has(value));
  });
}

/** Two sets that name the same things, or of which one names none. */
function agree(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  return a.size === 0 || b.size === 0 || (a.size === b.size && [...a].every((one) => b.has(one)));
}
