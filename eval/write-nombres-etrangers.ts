import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as amLatnEt from 'n2words/am-Latn-ET';
import * as azAz from 'n2words/az-AZ';
import * as csCz from 'n2words/cs-CZ';
import * as daDk from 'n2words/da-DK';
import * as deDe from 'n2words/de-DE';
import * as esEs from 'n2words/es-ES';
import * as fiFi from 'n2words/fi-FI';
import * as filPh from 'n2words/fil-PH';
import * as haNg from 'n2words/ha-NG';
import * as hrHr from 'n2words/hr-HR';
import * as huHu from 'n2words/hu-HU';
import * as idId from 'n2words/id-ID';
import * as itIt from 'n2words/it-IT';
import * as ltLt from 'n2words/lt-LT';
import * as lvLv from 'n2words/lv-LV';
import * as msMy from 'n2words/ms-MY';
import * as nbNo from 'n2words/nb-NO';
import * as nlNl from 'n2words/nl-NL';
import * as plPl from 'n2words/pl-PL';
import * as ptPt from 'n2words/pt-PT';
import * as roRo from 'n2words/ro-RO';
import * as srLatnRs from 'n2words/sr-Latn-RS';
import * as svSe from 'n2words/sv-SE';
import * as swKe from 'n2words/sw-KE';
import * as trTr from 'n2words/tr-TR';
import * as viVn from 'n2words/vi-VN';
import * as yoNg from 'n2words/yo-NG';
import { foldWord } from '#corpus/law/fold-text.ts';

type Language = { readonly toCardinal: (value: number) => string; readonly toOrdinal?: (value: number) => string };

/**
 * Writes `bot/donnees/liaisons/nombres-etrangers.yaml`: words of number of other languages in Latin letters, folded.
 * Run by hand (`node eval/write-nombres-etrangers.ts`) when the package of languages changes; languages it lacks
 * and other scripts written in Latin letters stand in `nombres-translitteres.yaml`, by hand.
 */
const LANGUAGES: readonly Language[] = [
  amLatnEt,
  azAz,
  csCz,
  daDk,
  deDe,
  esEs,
  fiFi,
  filPh,
  haNg,
  hrHr,
  huHu,
  idId,
  itIt,
  ltLt,
  lvLv,
  msMy,
  nbNo,
  nlNl,
  plPl,
  ptPt,
  roRo,
  srLatnRs,
  svSe,
  swKe,
  trTr,
  viVn,
  yoNg,
];
const VALUES = [
  ...Array.from({ length: 31 }, (_, value) => value),
  ...[32, 40, 43, 50, 54, 60, 65, 70, 71, 76, 80, 81, 87, 90, 92, 98, 100, 200, 300, 400, 500, 600, 700, 800, 900],
  ...[1_000, 2_000, 10_000, 100_000, 1_000_000, 2_000_000, 1_000_000_000],
];

/** A word of number stands alone or glued to others (German, Hungarian…): whole words are kept, as they are written. */
function listWords(written: string): string[] {
  return [...foldWord(written).matchAll(/[a-z]+/g)].map(([word]) => word).filter((word) => word.length > 1);
}

function listOfLanguage({ toCardinal, toOrdinal }: Language): string[] {
  const ordinals =
    toOrdinal === undefined ? [] : VALUES.filter((value) => value > 0 && value < 101).map((value) => toOrdinal(value));
  return [...VALUES.map((value) => toCardinal(value)), ...ordinals].flatMap(listWords);
}

const words = new Set<string>();
for (const language of LANGUAGES) for (const word of listOfLanguage(language)) words.add(word);
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
