import { readNumberWords } from './number-words.ts';
import { COLLECTIVES } from './number-words-vocabulary.ts';
import { findSticky, readWordsAt } from './read-numbers-stretch.ts';

/** A number read in a folded text; `end` is a folded offset, `scale` the last magnitude word (million…). */
export type NumberReading = {
  readonly value: number;
  readonly end: number;
  readonly written: 'digits' | 'words';
  readonly approximate?: boolean;
  readonly scale?: number;
};

/** Digits with blanks, dots, commas or apostrophes between thousands; « 1,5 » and "1.5" have decimals. */
const DIGITS = [
  /([1-9]\d{0,2}(?: {1,2}\d{3})+)(?!\d)(?:[.,](\d{1,2})(?![\d]))?/y,
  /([1-9]\d{0,2}(?:\.\d{3})+)(?![\d])(?:,(\d{1,2})(?!\d))?/y,
  /([1-9]\d{0,2}(?:,\d{3})+)(?![\d])(?:\.(\d{1,2})(?!\d))?/y,
  /([1-9]\d{0,2}(?:'\d{3})+)(?![\d])(?:[.,](\d{1,2})(?!\d))?/y,
  /(\d+)(?:[.,](\d+))?/y,
];

/** After these words a lone digit names something: « taille 3 175 000 habitants » is two numbers. */
const HEADS =
  /(?:^|[^a-z])(?:tailles?|articles?|avenants?|missions?|annees?|titres?|tomes?|annexes?|no?|size|year|t) ?°? ?$/;

const HALVES: Readonly<Record<string, number>> = { '½': 0.5, '¼': 0.25, '¾': 0.75 };

const MAGNITUDES: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, md: 1e9, mds: 1e9, mrd: 1e9, mio: 1e6 };

const SCALES: Readonly<Record<string, number>> = {
  mille: 1e3,
  milliers: 1e3,
  millier: 1e3,
  thousand: 1e3,
  million: 1e6,
  millions: 1e6,
  milliard: 1e9,
  milliards: 1e9,
  billion: 1e9,
  billions: 1e12,
  dizaines: 10,
  douzaines: 12,
  dozen: 12,
  centaines: 100,
};

/** Reads the longest number that starts at `at`, in digits or in words; « un », « une » and "one" are read as 1. */
export function readNumberAt(text: string, at: number): NumberReading | undefined {
  const code = text.charCodeAt(at);
  if (code >= 0x30 && code <= 0x39) return readDigits(text, at);
  const half = HALVES[text[at] ?? ''];
  if (half !== undefined) return { value: half, end: at + 1, written: 'digits' };
  return readCollective(text, at) ?? readCardinalWords(text, at);
}

function readDigits(text: string, at: number): NumberReading | undefined {
  const isAfterHead = HEADS.test(text.slice(Math.max(0, at - 12), at)) && /^\d (?=\d)/.test(text.slice(at, at + 3));
  for (const pattern of isAfterHead ? DIGITS.slice(1) : DIGITS) {
    const match = findSticky(pattern, text, at);
    if (!match) continue;
    const whole = (match[1] as string).replace(/\D/g, '');
    const value = Number(match[2] === undefined ? whole : `${whole}.${match[2]}`);
    const reading: NumberReading = { value, end: at + match[0].length, written: 'digits' };
    return readPower(text, reading) ?? addMagnitude(text, addHalf(text, reading));
  }
  return undefined;
}

/** « 10^9 », « 10⁹ », « 2e6 »: neither half of it is the number. */
function readPower(text: string, { value, end }: NumberReading): NumberReading | undefined {
  const match = findSticky(/(\^|\*\*|e(?=\d))?(\d{1,2}(?!\d)|[⁰¹²³⁴-⁹]{1,2})/y, text, end);
  const [all = '', sign, exponent = ''] = match ?? [];
  // « 85 000² » bears the mark of a note: a power without its sign is one of ten.
  if (!match || (sign === undefined ? value !== 10 || /^\d/.test(exponent) : !/^\d/.test(exponent))) return undefined;
  const power = Number(exponent.normalize('NFKC'));
  const result = sign === 'e' ? value * 10 ** power : value ** power;
  return Number.isFinite(result) ? { value: result, end: end + all.length, written: 'digits' } : undefined;
}

function addHalf(text: string, reading: NumberReading): NumberReading {
  const match = findSticky(/ ?([½¼¾])/y, text, reading.end);
  if (!match) return reading;
  return { ...reading, value: reading.value + (HALVES[match[1] as string] ?? 0), end: reading.end + match[0].length };
}

/** « 85k », « 1,5 M€ », « 121 millions », « 12 mille 500 ». */
function addMagnitude(text: string, reading: NumberReading): NumberReading {
  const letters = findSticky(/ ?(k|mds?|mrd|mio|m)(?= ?(?:€|eur|d'eur|d'hab)|(?![a-z]))/y, text, reading.end);
  // « 60 m » alone is metres; « 60 k » and « 2 Md » are magnitudes.
  const isMetres =
    letters?.[1] === 'm' && !/^ ?(?:€|eur|d'eur|d'hab|hab|inhab)/.test(text.slice(reading.end + letters[0].length));
  if (letters && !isMetres) return multiply(reading, MAGNITUDES[letters[1] as string] ?? 1, letters[0].length);
  const word = findSticky(/[ -]{0,2}([a-z]+)/y, text, reading.end);
  const scale = SCALES[word?.[1] ?? ''];
  if (!word || scale === undefined) return reading;
  const scaled = multiply(reading, scale, word[0].length);
  return scale >= 1e3 ? addHalfScale(text, addRest(text, scaled)) : addCollective(text, scaled);
}

function multiply(reading: NumberReading, scale: number, length: number): NumberReading {
  // Rounded so that 1.1 × 1 000 000 is 1 100 000 and not one ten-millionth more.
  const value = Math.round(reading.value * scale * 1e4) / 1e4;
  return { ...reading, value, end: reading.end + length, scale };
}

/** « 12 mille 500 », « 2 millions 500 000 »: digits smaller than the magnitude, in groups of three. */
function addRest(text: string, reading: NumberReading): NumberReading {
  const match = findSticky(/ (\d{1,3}(?: ?\d{3})+|\d{3})(?![\d.,/])/y, text, reading.end);
  const rest = Number(match?.[1]?.replaceAll(' ', ''));
  if (!match || !(rest < (reading.scale ?? 0))) return reading;
  return { ...reading, value: reading.value + rest, end: reading.end + match[0].length };
}

function addHalfScale(text: string, reading: NumberReading): NumberReading {
  const match = findSticky(/ et demie?(?![a-z])| and a half(?![a-z])/y, text, reading.end);
  if (!match || (reading.scale ?? 0) < 1e6) return reading;
  return { ...reading, value: reading.value + (reading.scale ?? 0) / 2, end: reading.end + match[0].length };
}

function readCardinalWords(text: string, at: number): NumberReading | undefined {
  const stretch = readWordsAt(text, at);
  const reading = readNumberWords(stretch.words, 0);
  if (!reading) return undefined;
  const end = stretch.ends[reading.count - 1] as number;
  const scale = SCALES[stretch.words[reading.count - 1] ?? ''];
  return addHalfScale(text, { value: reading.value, end, written: 'words', ...(scale === undefined ? {} : { scale }) });
}

/** « une trentaine », « deux milliers », « une centaine de milliers », "two dozen", "half a dozen". */
function readCollective(text: string, at: number): NumberReading | undefined {
  const half = findSticky(/half a dozen(?![a-z])/y, text, at);
  if (half) return { value: 6, end: at + half[0].length, written: 'words' };
  const stretch = readWordsAt(text, at);
  const count = stretch.words[0] === 'a' ? { value: 1, count: 1 } : readNumberWords(stretch.words, 0);
  if (!count) return undefined;
  const collective = COLLECTIVES.get(stretch.words[count.count] ?? '');
  if (collective === undefined) return undefined;
  return addCollective(text, {
    value: count.value * collective,
    end: stretch.ends[count.count] as number,
    written: 'words',
    scale: collective,
    ...(collective === 12 ? {} : { approximate: true }),
  });
}

/** « … de milliers », « … de millions ». */
function addCollective(text: string, reading: NumberReading): NumberReading {
  const match = findSticky(
    / (?:de |d'|of )(milliers|mille|millions|milliards|thousands|millions)(?![a-z])/y,
    text,
    reading.end,
  );
  const scale = match ? (SCALES[match[1] as string] ?? 1e3) : 1;
  return match ? { ...multiply(reading, scale, match[0].length), approximate: true } : reading;
}
