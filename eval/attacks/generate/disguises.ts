import { Buffer } from 'node:buffer';

/** A way of hiding a form from a program while a person still reads it. */
export type Disguise = {
  readonly name: string;
  /** @returns undefined when the form is not of the kind that can be hidden so */
  readonly hide: (form: string, seed: number) => string | undefined;
};

const GREEK_AND_CYRILLIC: Readonly<Record<string, string>> = {
  ...{ a: 'а', c: 'с', e: 'е', i: 'і', o: 'о', p: 'р', x: 'х', y: 'у', n: 'ո', s: 'ѕ', d: 'ԁ', u: 'ս' },
};
const LEET: Readonly<Record<string, string>> = { a: '4', e: '3', i: '1', o: '0', s: '5', t: '7', z: '2' };
const UPSIDE_DOWN: Readonly<Record<string, string>> = {
  ...{
    a: 'ɐ',
    c: 'ɔ',
    d: 'p',
    e: 'ǝ',
    h: 'ɥ',
    i: 'ᴉ',
    n: 'u',
    q: 'b',
    r: 'ɹ',
    t: 'ʇ',
    u: 'n',
    z: 'z',
    o: 'o',
    s: 's',
    x: 'x',
  },
};

/** The plain form first, then each way. */
export const DISGUISES: readonly Disguise[] = [
  { name: 'tel quel', hide: (form) => form },
  { name: 'capitales', hide: (form) => form.toUpperCase() },
  { name: 'casse mêlée', hide: (form) => map(form, (letter, at) => (at % 2 ? letter.toUpperCase() : letter)) },
  ...['\u200b', '\u200d', '\u2060', '\u00ad', '\ufe0f', '\u034f'].map((sign) =>
    insert(`invisible ${toCode(sign)}`, sign),
  ),
  ...['\u0301', '\u0336', '\u0332', '\u20dd'].map((sign) => insert(`combinant ${toCode(sign)}`, sign)),
  { name: 'lettres d’ailleurs', hide: (form) => change(form, (letter) => GREEK_AND_CYRILLIC[letter]) },
  { name: 'pleine chasse', hide: (form) => shift(form, 0xff41, 0xff10) },
  { name: 'mathématique', hide: (form) => shift(form, 0x1d41a, 0x1d7ce) },
  { name: 'cerclé', hide: (form) => shift(form, 0x24d0, 0x2460) },
  { name: 'sans empattement', hide: (form) => shift(form, 0x1d5ba, 0x1d7e2) },
  { name: 'épelé', hide: (form) => long(form, 3) && [...form.replace(/[^\p{L}\p{N}]/gu, '')].join('-') },
  { name: 'espacé', hide: (form) => long(form, 3) && [...form.replace(/[^\p{L}\p{N}]/gu, '')].join(' ') },
  { name: 'pointé', hide: (form) => long(form, 3) && [...form.replace(/[^\p{L}\p{N}]/gu, '')].join('.') },
  { name: 'barré', hide: (form) => long(form, 3) && [...form].join('/') },
  { name: 'souligné', hide: (form) => long(form, 3) && [...form].join('_') },
  { name: 'étoilé', hide: (form) => `*${form}*` },
  { name: 'code', hide: (form) => `\`${form}\`` },
  { name: 'leet', hide: (form) => change(form, (letter) => LEET[letter]) },
  { name: 'à l’envers', hide: (form) => long(form, 5) && [...form].reverse().join('') },
  {
    name: 'tête en bas',
    hide: (form) => long(form, 4) && change([...form].reverse().join(''), (letter) => UPSIDE_DOWN[letter]),
  },
  { name: 'entités', hide: (form) => map(form, (letter) => `&#${letter.codePointAt(0)};`) },
  { name: 'pourcent', hide: (form) => map(form, (letter) => `%${(letter.codePointAt(0) ?? 0).toString(16)}`) },
  {
    name: 'échappé',
    hide: (form) => map(form, (letter) => `\\u${(letter.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`),
  },
  { name: 'base64', hide: (form) => Buffer.from(form).toString('base64') },
  {
    name: 'lettre perdue',
    hide: (form, seed) => misspell(form, (word, at) => word.slice(0, at) + word.slice(at + 1), seed),
  },
  {
    name: 'lettre doublée',
    hide: (form, seed) => misspell(form, (word, at) => word.slice(0, at) + word.charAt(at) + word.slice(at), seed),
  },
  { name: 'lettres échangées', hide: (form, seed) => misspell(form, swap, seed) },
  { name: 'coupé en segments', hide: (form, seed) => cut(form, seed) },
  { name: 'collé à un mot', hide: (form) => long(form, 4) && `${form.replace(/[ -]/g, '')}Euros` },
  { name: 'sens inverse', hide: (form) => `\u202e${[...form].reverse().join('')}\u202c` },
  { name: 'parenthèses', hide: (form) => map(form, (letter) => `(${letter})`) },
];

/** A form is hidden by what shows that it was changed, or it is not of this kind. */
function change(form: string, replace: (letter: string) => string | undefined): string | undefined {
  const changed = map(form.toLowerCase(), (letter) => replace(letter) ?? letter);
  return changed === form.toLowerCase() ? undefined : changed;
}

function map(form: string, replace: (letter: string, at: number) => string): string {
  return [...form].map((letter, at) => (/[\p{L}\p{N}]/u.test(letter) ? replace(letter, at) : letter)).join('');
}

function insert(name: string, sign: string): Disguise {
  return { name, hide: (form) => map(form, (letter) => `${letter}${sign}`) };
}

/** The same letters and digits in another block of the characters. */
function shift(form: string, letters: number, digits: number): string {
  const plain = form.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return map(plain, (letter) => {
    const code = letter.codePointAt(0) ?? 0;
    if (code >= 97 && code < 123) return String.fromCodePoint(letters + code - 97);
    return code >= 48 && code < 58 ? String.fromCodePoint(digits + code - 48) : letter;
  });
}

/** Short forms hidden so are ordinary words: nobody would read a number. */
function long(form: string, letters: number): string | undefined {
  return form.replace(/[^\p{L}\p{N}]/gu, '').length >= letters ? form : undefined;
}

/** A fault in the longest word, which is long enough to be known all the same. */
function misspell(form: string, spoil: (word: string, at: number) => string, seed: number): string | undefined {
  const word = (form.match(/\p{L}+/gu) ?? []).reduce(
    (longest, other) => (other.length > longest.length ? other : longest),
    '',
  );
  if (word.length < 6) return undefined;
  const spoilt = spoil(word, 2 + (seed % (word.length - 4)));
  return spoilt === word ? undefined : form.replace(word, spoilt);
}

function swap(word: string, at: number): string {
  return word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2);
}

/** In two segments; the bar is where a draft is cut. */
function cut(form: string, seed: number): string | undefined {
  const letters = [...form];
  if (letters.length < 3) return undefined;
  const at = 1 + (seed % (letters.length - 2));
  return `${letters.slice(0, at).join('')}|${letters.slice(at).join('')}`;
}

function toCode(sign: string): string {
  return (sign.codePointAt(0) ?? 0).toString(16);
}
