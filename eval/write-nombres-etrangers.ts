import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { foldWord } from '#corpus/law/fold-text.ts';

/**
 * Writes `bot/donnees/liaisons/nombres-etrangers.yaml`: words of number of other languages in Latin letters, folded.
 * Run by hand (`node eval/write-nombres-etrangers.ts`) when the package of languages changes; languages it lacks
 * and other scripts written in Latin letters stand in `nombres-translitteres.yaml`, by hand.
 */
const LANGUAGES =
  'am-Latn-ET az-AZ cs-CZ da-DK de-DE es-ES fi-FI fil-PH ha-NG hr-HR hu-HU id-ID it-IT lt-LT lv-LV ms-MY nb-NO nl-NL pl-PL pt-PT ro-RO sr-Latn-RS sv-SE sw-KE tr-TR vi-VN yo-NG'.split(
    ' ',
  );
const VALUES = [
  ...Array.from({ length: 31 }, (_, value) => value),
  ...[32, 40, 43, 50, 54, 60, 65, 70, 71, 76, 80, 81, 87, 90, 92, 98, 100, 200, 300, 400, 500, 600, 700, 800, 900],
  ...[1_000, 2_000, 10_000, 100_000, 1_000_000, 2_000_000, 1_000_000_000],
];

/** A word of number stands alone or glued to others (German, Hungarian…): whole words are kept, as they are written. */
function listWords(written: string): string[] {
  return [...foldWord(written).matchAll(/[a-z]+/g)].map(([word]) => word).filter((word) => word.length > 1);
}

async function listOfLanguage(language: string): Promise<string[]> {
  const { toCardinal, toOrdinal } = (await import(`n2words/${language}`)) as {
    toCardinal: (value: number) => string;
    toOrdinal?: (value: number) => string;
  };
  const ordinals = toOrdinal === undefined ? [] : VALUES.filter((value) => value > 0 && value < 101).map((value) => toOrdinal(value));
  return [...VALUES.map((value) => toCardinal(value)), ...ordinals].flatMap(listWords);
}

const words = new Set<string>();
for (const language of LANGUAGES) for (const word of await listOfLanguage(language)) words.add(word);
const lines = [
  '# Mots de nombre d’autres langues, en lettres latines, sans accent. Écrit par eval/write-nombres-etrangers.ts.',
  'mots: >-',
];
let line = ' ';
for (const word of [...words].sort()) {
  if (line.length + word.length > 118) {
    lines.push(line);
    line = ' ';
  }
  line += ` ${word}`;
}
lines.push(line, '');
const path = fileURLToPath(new URL('../bot/donnees/liaisons/nombres-etrangers.yaml', import.meta.url));
writeFileSync(path, lines.join('\n'));
console.log(`${words.size} mots écrits dans ${path}`);
