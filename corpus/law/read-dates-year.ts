import { readNumberWords } from './number-words.ts';
import type { DateContext } from './read-dates-context.ts';
import { toYear } from './read-dates-interval.ts';
import type { Reading } from './read-figures-quantities.ts';
import { findSticky, readWordsAt } from './read-numbers-stretch.ts';

/** Words after which four digits are a year unless something counted follows at once. */
const CUES =
  /(?:^|[^a-z])(?:en|depuis|avant|apres|annees?|l'an|fin|debut|mi|courant|des|jusqu'en|printemps|ete|automne|hiver|rentree|exercice|in|since|by|before|after|until|year|early|mid|late) ?-?$/;

/** Words after which a bare number counts people, and is no year. */
const COUNTING =
  /(?:^|[^a-z])(?:population|pop|habitants?|couvr[a-z]+|compt[a-z]+|populations?|montant|soit|inhabitants)(?: de| d'environ| of)? ?[:=]? ?$/;

/** What is counted: after one of these, a four-digit number is a quantity. */
const COUNTED =
  /^ {0,2}(?:€|%|k(?![a-z])|eur|(?:nouveaux |nouvelles )?(?:hab|hbts|habts|personnes|pers|membres|adherents|patients|assures|professionnels|medecins|infirmi|kines|cpts|communes|communautes|signataires|consultations|actes|rendez|rdv|heures|jours|mois|ans|fois|metres|km|inhabitants|people|members|doctors|residents|dossiers|beneficiaires|ames|usagers|foyers|euros)|d'euros)/;

/** Ordinary words that end like a plural and count nothing. */
const NOT_PLURAL =
  /^(?:nous|vous|mais|sans|dans|puis|alors|apres|depuis|moins|plus|tous|tres|vers|sous|sauf|nos|vos|les|des|ces|ses|mes|est|etes|sommes|jamais|toujours|parfois|ensuite|aux|ceux|deux|trois|avons|avions|serons|pas|this|was|is|has|does|us|as|aurons|aurions|aurais|devons|touchons|recevons|avais|etais|serais|devrais|devrions|avons|avez|quels|quelles|quelques|certains|plusieurs)$/;

/**
 * Reads a bare year. From 1900 to 2100 after a word of time; from 2000 to 2100 anywhere else, marked `vague`, unless
 * something is counted: « 2022 habitants », « population de 2022 », « 2 022 » are numbers.
 */
export function readYearAt({ text }: DateContext, at: number): Reading | undefined {
  const match = findSticky(/(?:19\d{2}|20\d{2}|2100)(?![\d]|[.,']\d|e(?![a-z])|k)/y, text, at);
  if (!match) return readYearWords(text, at);
  const before = text.slice(Math.max(0, at - 24), at);
  if (/\d[.,' ]?$|[a-z°#]$|n ?° $/.test(before) && !/\d $/.test(before)) return undefined;
  const after = text.slice(at + 4);
  if (COUNTED.test(after) || COUNTING.test(before)) return undefined;
  const year = Number(match[0]);
  if (CUES.test(before)) return { meaning: toYear(year), end: at + 4 };
  const isLoose = /(?:^|[^a-z])(?:de|d'|a|pour|of|to|for|et|ou|and|from) ?$/.test(before);
  if (year < 2000 || looksCounted(after)) return undefined;
  return { meaning: isLoose ? toYear(year) : toYear(year, 'vague'), end: at + 4 };
}

/** Whether the next word is a plural that could be counted: « 2022 pharmacies ». */
function looksCounted(after: string): boolean {
  const next = /^ ([a-z]+)/.exec(after)?.[1] ?? '';
  return next.length >= 4 && /[sx]$/.test(next) && !NOT_PLURAL.test(next);
}

/** « en deux mille vingt-deux ». */
function readYearWords(text: string, at: number): Reading | undefined {
  if (!CUES.test(text.slice(Math.max(0, at - 16), at))) return undefined;
  const stretch = readWordsAt(text, at);
  const reading = readNumberWords(stretch.words, 0);
  if (!reading || reading.value < 1900 || reading.value > 2100) return undefined;
  const end = stretch.ends[reading.count - 1] as number;
  return COUNTED.test(text.slice(end)) || looksCounted(text.slice(end))
    ? undefined
    : { meaning: toYear(reading.value), end };
}

/** Whether what follows a place shows that the number before it counts something. */
export function isCounted(text: string, end: number): boolean {
  return COUNTED.test(text.slice(end, end + 40));
}
