import { findDigitRuns } from './find-figures-digits.ts';
import { type FoldedSpan, findWordFigures, type Spare } from './find-figures-words.ts';
import { type Folded, foldText, toOriginal } from './fold-text.ts';

/** A place in a string (UTF-16 offsets, end excluded). */
export type Span = { readonly start: number; readonly end: number };

/** Unit that belongs to the number before it: sign, ordinal ending, time, money. */
const UNIT_AFTER =
  /(?:(?:er|ers|ere|eres|re|e|eme|emes|ieme|iemes|ier|iere|nd|nde|st|rd|th)(?![a-z])|(?:k|m|md|mds|mrd)?[€%$]| {1,2}(?:k|m|md|mds|mrd)?[€%$](?! ?\d)| ?(?:k|m|md|mds|mrd)(?![a-z])|[ -]{0,2}(?:d'|de )?(?:k|m)?(?:euros?|eur|centimes?|mois|ans?|annees?|jours?|journees?|semaines?|sem|heures?|minutes?|h|j|trimestres?|semestres?|siecles?|months?|years?|weeks?|days?|hours?|hrs?|h|percent|pourcents?|pct|(?:pour|per)[ -]cents?)(?![a-z]))/y;

/** Sign of money written before the number. */
const UNIT_BEFORE = /(?:[€$]|(?<![a-z])eur) {0,2}$/;

/**
 * Finds every figure of a text that is about to be sent: the conservative detector behind the last gate.
 *
 * Flagged: digits, fractions and circled or keycap numbers of every script, Roman numerals, cardinals, ordinals,
 * collective nouns, shares (« moitié », "half"), multiples, and names of months, in French and English, whatever the
 * case, accents, look-alike letters, invisible characters or marks put inside. « un », « une » and "one" count only
 * beside a unit or a magnitude. Not flagged: set phrases, weekdays, « demain », « annuel », « trimestre ».
 * In doubt it flags: « un local neuf », « les deux », "second" are figures here.
 *
 * Each span covers the number with its separators and the unit that touches it (« 75 000 € », « 18 mois »); a date
 * in words is one span. To check licensed places, put a neutral character over them and run this on what is left:
 * a unit beside a licensed number is then no finding.
 * @returns spans of the original string, in order, without overlap
 */
export function findFigures(text: string): readonly Span[] {
  return find(text);
}

/** The same, set phrases included: « en premier lieu » holds a word of number, whatever it means. */
export function findEveryFigure(text: string): readonly Span[] {
  return find(text, () => false);
}

function find(text: string, spare?: Spare): readonly Span[] {
  const folded = foldText(text);
  const spans = [...findDigitRuns(folded), ...findWordFigures(folded, spare)].sort((a, b) => a.start - b.start);
  for (const span of spans) growOverUnits(folded, span);
  return addNumerals(
    text,
    merge(folded, spans).map((span) => toOriginal(folded, span.start, span.end)),
  );
}

/** Signs that are Roman numerals and nothing else: alone, « ⅼ » would pass for the article of « l'an ». */
const NUMERALS = /[\u2160-\u2188]+/g;

function addNumerals(text: string, spans: readonly Span[]): readonly Span[] {
  const missed = [...text.matchAll(NUMERALS)]
    .map(({ 0: { length }, index }) => ({ start: index, end: index + length }))
    .filter(({ start, end }) => !spans.some((span) => span.start < end && start < span.end));
  return missed.length === 0 ? spans : [...spans, ...missed].sort((a, b) => a.start - b.start);
}

function growOverUnits(folded: Folded, span: FoldedSpan): void {
  if (span.role === 'month' || span.role === 'ordinal' || span.role === 'roman') return;
  // Again after a magnitude, for « 60 k d'euros »; not after an ordinal ending, for « 2e année ».
  for (let unit = 'k'; /^ ?(?:k|m|mds?|mrd)$/.test(unit); ) {
    UNIT_AFTER.lastIndex = span.end;
    unit = UNIT_AFTER.exec(folded.text)?.[0] ?? '';
    span.end += unit.length;
  }
  if (span.role !== 'digits') return;
  const before = UNIT_BEFORE.exec(folded.text.slice(Math.max(0, span.start - 6), span.start));
  if (before) span.start -= before[0].length;
}

/** Puts together overlapping spans, the words of one number, and the parts of one date. */
function merge(folded: Folded, spans: readonly FoldedSpan[]): readonly FoldedSpan[] {
  const merged: FoldedSpan[] = [];
  for (const span of spans) {
    const last = merged.at(-1);
    if (last && (span.start < last.end || belongTogether(last, span, folded.text.slice(last.end, span.start)))) {
      last.end = Math.max(last.end, span.end);
      last.role = span.role;
    } else {
      merged.push({ ...span });
    }
  }
  return merged;
}

function belongTogether(left: FoldedSpan, right: FoldedSpan, gap: string): boolean {
  if (gap.length > 5) return false;
  if (left.role === 'month' || right.role === 'month') return /^(?:[ ./-]{0,2}|, | of | de )$/.test(gap);
  const isWord = (span: FoldedSpan) => /^(?:cardinal|collective|share|unit-one|ordinal)$/.test(span.role);
  if (isWord(left) && isWord(right)) return /^(?:[ -]{0,2}| et | and |-et-| de | d'| of )$/.test(gap);
  if (left.role === 'digits' && right.role === 'share' && /^ (?:et|and) $/.test(gap)) return true;
  return left.role === 'digits' && isWord(right) && right.role !== 'ordinal' && /^[ -]{0,2}$/.test(gap);
}
