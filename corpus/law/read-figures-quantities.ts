import { foldWord } from './fold-text.ts';
import type { DurationUnit } from './format-date.ts';
import type { FigureMeaning } from './read-figures-meaning.ts';
import { type NumberReading, readNumberAt } from './read-numbers.ts';
import { findSticky } from './read-numbers-stretch.ts';

/** A meaning and the folded offset where what carries it ends. */
export type Reading = { readonly meaning: FigureMeaning; readonly end: number };

const UNIT_NAMES: Readonly<Record<DurationUnit, string>> = {
  jours: 'jours? journees? j days?',
  semaines: 'semaines? sem weeks? wks?',
  mois: 'mois months?',
  ans: 'ans? annees? anneees? years? yrs?',
  heures: 'heures? h hours? hrs?',
};

const UNITS = (Object.entries(UNIT_NAMES) as [DurationUnit, string][]).map(
  ([unit, names]) => [new RegExp(`^(?:${names.split(' ').join('|')})$`), unit] as const,
);

const UNIT = new RegExp(
  `(?:${Object.values(UNIT_NAMES).join(' ').split(' ').join('|')}|trimestres?|semestres?|quarters?)(?![a-z])`,
  'y',
);

const CURRENCY = /(?:d'|de )?(?:€|euros?(?![a-z])|eur(?![a-z])|keuros?(?![a-z])|keur(?![a-z]))/y;

/** « 75 000 € », « 1,5 M€ », "EUR 60,000", "€60k", « douze mille euros et 50 centimes ». */
export function readAmountAt(text: string, at: number): Reading | undefined {
  const prefix = findSticky(/(?:€|eur(?![a-z])) {0,2}(?=\d)/y, text, at);
  const reading = readNumberAt(text, at + (prefix?.[0].length ?? 0));
  if (!reading) return undefined;
  if (prefix) return toAmount(reading, reading.value, reading.end);
  return readCentimes(text, reading) ?? readAfterNumber(text, reading);
}

function readAfterNumber(text: string, reading: NumberReading): Reading | undefined {
  const gap = findSticky(/ {0,2}/y, text, reading.end)?.[0].length ?? 0;
  const currency = findSticky(CURRENCY, text, reading.end + gap);
  if (!currency) return readLetterE(text, reading);
  const factor = /k/.test(currency[0]) ? 1e3 : 1;
  const end = reading.end + gap + currency[0].length;
  const cents = findSticky(
    /(\d{2})(?!\d)|,? (?:et )?(\d{1,2}|[a-z]+(?:[ -][a-z]+){0,3}) (?:centimes?|cents)(?![a-z])/y,
    text,
    end,
  );
  const value = findCents(cents?.[1] ?? cents?.[2]);
  if (!cents || value === undefined) return toAmount(reading, reading.value * factor, end);
  return toAmount(reading, reading.value * factor + value / 100, end + cents[0].length);
}

function findCents(written: string | undefined): number | undefined {
  if (written === undefined) return undefined;
  const reading = readNumberAt(foldWord(written), 0);
  return reading?.end === written.length && reading.value < 100 ? reading.value : undefined;
}

/** « 75000e », as people type it; « 2e » is an ordinal. */
function readLetterE(text: string, reading: NumberReading): Reading | undefined {
  if (reading.written !== 'digits' || reading.value < 1000 || !findSticky(/e(?![a-z])/y, text, reading.end))
    return undefined;
  return toAmount(reading, reading.value, reading.end + 1);
}

function readCentimes(text: string, reading: NumberReading): Reading | undefined {
  const match = findSticky(/ {0,2}(?:centimes?|cts?)(?![a-z])/y, text, reading.end);
  return match ? toAmount(reading, reading.value / 100, reading.end + match[0].length) : undefined;
}

function toAmount(reading: NumberReading, value: number, end: number): Reading {
  const euros = Math.round(value * 100) / 100;
  return { meaning: { kind: 'amount', euros, ...(reading.approximate ? { approximate: true } : {}) }, end };
}

/** « 80 % », « soixante-quinze pour cent », "80 percent". */
export function readPercentAt(text: string, at: number): Reading | undefined {
  const reading = readNumberAt(text, at);
  if (!reading) return undefined;
  const sign =
    /(?: {0,2}%| (?:pour|per)[ -]cents?(?![a-z])| ?(?:pour-cents?|pourcents?|percent|pct)(?![a-z])| ?p\.? ?100(?!\d))/y;
  const match = findSticky(sign, text, reading.end);
  if (!match) return undefined;
  return { meaning: { kind: 'percent', value: reading.value }, end: reading.end + match[0].length };
}

/**
 * « 18 mois », « deux ans et demi » (2.5 and `half`), « 1 an et 6 mois » (18 mois), « une demi-journée » (0.5),
 * « deux trimestres » (6 mois), « 14h30 » (14.5 heures).
 */
export function readDurationAt(text: string, at: number): Reading | undefined {
  return readHalfUnit(text, at) ?? readEnglishHalf(text, at) ?? readPlainDuration(text, at);
}

function readPlainDuration(text: string, at: number): Reading | undefined {
  const reading = readCount(text, at);
  if (!reading) return undefined;
  const gap = findSticky(/[ -]{0,2}(?:de |d')?/y, text, reading.end)?.[0].length ?? 0;
  const name = findSticky(UNIT, text, reading.end + gap);
  const unit = name && toUnit(name[0]);
  if (!name || !unit) return undefined;
  const end = reading.end + gap + name[0].length;
  const clock = unit.unit === 'heures' ? findSticky(/([0-5]\d)(?!\d)/y, text, end) : undefined;
  if (clock) return toDuration(reading.value + Number(clock[1]) / 60, 'heures', end + 2);
  const half = findSticky(/ et demie?(?![a-z])| and a half(?![a-z])| 1\/2(?!\d)| ?½/y, text, end);
  if (half) return toDuration((reading.value + 0.5) * unit.times, unit.unit, end + half[0].length, true);
  const months = unit.unit === 'ans' ? readMonthsAfterYears(text, end) : undefined;
  if (months) return toDuration(reading.value * 12 + months.value, 'mois', months.end);
  // « taille 4 année 1 »: the year has a number of its own, and the figure before it is no duration.
  if (/^(?:annee|year)$/.test(name[0]) && findSticky(/ (?:n ?° ?)?\d{1,2}(?![\d/.-])/y, text, end)) return undefined;
  return toDuration(reading.value * unit.times, unit.unit, end, reading.value % 1 === 0.5, reading.approximate);
}

/** A number, or the English article where it counts: "a month" within, after, ago. */
function readCount(text: string, at: number): NumberReading | undefined {
  const article = findSticky(/an? (?=(?:year|month|week|day|hour)(?![a-z]))/y, text, at);
  if (!article) return readNumberAt(text, at);
  const isAfter = /(?:within|in|after|for|of|over|under|than|about|least|most) $/.test(
    text.slice(Math.max(0, at - 8), at),
  );
  const isBefore = /^an? [a-z]+ (?:ago|later|earlier|before|after|and|from)(?![a-z])/.test(text.slice(at, at + 24));
  return isAfter || isBefore ? { value: 1, end: at + article[0].length - 1, written: 'words' } : undefined;
}

function readMonthsAfterYears(text: string, at: number): NumberReading | undefined {
  const joint = findSticky(/,? (?:et|and) |,? /y, text, at);
  const reading = joint && readNumberAt(text, at + joint[0].length);
  const unit = reading && findSticky(/ ?(?:mois|months?)(?![a-z])/y, text, reading.end);
  return reading && unit ? { ...reading, end: reading.end + unit[0].length } : undefined;
}

/** « une demi-journée », « demi-heure », "half a year", "half-day". */
function readHalfUnit(text: string, at: number): Reading | undefined {
  const match = findSticky(
    /(?:(?:une? )?demie?[ -](journee|heure|annee|mois|an)|half(?:-| an? )(day|hour|year|month))(?![a-z])/y,
    text,
    at,
  );
  const unit = match && toUnit((match[1] ?? match[2]) as string);
  return match && unit ? toDuration(0.5, unit.unit, at + match[0].length, true) : undefined;
}

/** "two and a half years", « deux et demi ans » is not said. */
function readEnglishHalf(text: string, at: number): Reading | undefined {
  const reading = readNumberAt(text, at);
  const half = reading && findSticky(/ and a half /y, text, reading.end);
  const name = half && findSticky(UNIT, text, reading.end + half[0].length);
  const unit = name && toUnit(name[0]);
  if (!reading || !half || !name || !unit) return undefined;
  return toDuration((reading.value + 0.5) * unit.times, unit.unit, reading.end + half[0].length + name[0].length, true);
}

function toUnit(name: string): { readonly unit: DurationUnit; readonly times: number } | undefined {
  if (/^(?:trimestre|quarter)/.test(name)) return { unit: 'mois', times: 3 };
  if (/^semestre/.test(name)) return { unit: 'mois', times: 6 };
  const found = UNITS.find(([pattern]) => pattern.test(name));
  return found && { unit: found[1], times: 1 };
}

function toDuration(amount: number, unit: DurationUnit, end: number, half = false, approximate = false): Reading {
  const flags = { ...(half ? { half: true } : {}), ...(approximate ? { approximate: true } : {}) };
  return { meaning: { kind: 'duration', amount, unit, ...flags }, end };
}
