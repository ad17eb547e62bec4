/**
 * Letters of other scripts (and letters without a decomposition) that look like a Latin letter, lower case first.
 * Each line is `latin: look-alikes`; only what a reader would take for the Latin letter is listed.
 */
const LOOK_ALIKES = `
a: а α ɑ ᴀ А Α Ꭺ ⍺
b: Ь ь Ƅ ʙ ƀ В Β Ᏼ
c: с ϲ ᴄ ƈ С Ϲ Ꮯ
d: ԁ ɗ ᴅ đ ð Đ Ð Ꭰ
e: е є ε ɛ ҽ ᴇ ə Е Ε Ꭼ ℮
f: ƒ ꜰ ϝ Ϝ Ғ
g: ɡ ց ɢ Ԍ ġ
h: һ հ ʜ Н Η Ꮋ ħ
i: і ι ı ɩ ɪ ӏ Ι І Ӏ Ꭵ
j: ј ϳ ᴊ Ј Ϳ
k: κ к ᴋ ĸ К Κ Ꮶ
l: ł ʟ ⅼ Ɩ Ł Ꮮ ǀ
m: м ᴍ ɱ М Μ Ꮇ ϻ
n: п η ո ռ ɴ ŋ ƞ Ν Ŋ И
o: о ο օ σ ᴏ ø О Ο Օ Ø
p: р ρ ᴘ ƥ Р Ρ Ꮲ
q: ԛ զ ɋ Ԛ
r: г ʀ ɾ ᴦ Ꮢ Ʀ
s: ѕ ꜱ ʂ Ѕ Ꮪ
t: т τ ᴛ ŧ Т Τ Ꭲ Ŧ
u: υ ս ц ʋ ᴜ Ս µ μ
v: ν ѵ ᴠ Ѵ Ꮩ
w: ԝ ω ѡ ᴡ Ԝ Ꮃ
x: х χ ҳ Х Χ ×
y: у γ ү ʏ У Υ Ү ყ
z: ʐ ᴢ ƶ Ζ Ꮓ
ae: æ Æ
oe: œ Œ
ss: ß
': ’ ‘ ʼ ʹ ′ ‵ ＇ ´ ˊ ʻ
·: ・ • ‧ ∙ ⋅ ․
"~": ¨ ¸ ˜ ˆ ˇ ˘ ˙ ˚ ˛
/: ⁄ ∕ ÷
`;

/** Latin reading of each look-alike, in the case of the look-alike. */
export const CONFUSABLES: ReadonlyMap<string, string> = new Map(toEntries());

function toEntries(): [string, string][] {
  return LOOK_ALIKES.trim()
    .split('\n')
    .flatMap((line) => {
      const separator = line.indexOf(': ');
      const latin = line.slice(0, separator).replaceAll('"', '');
      const lookAlikes = line.slice(separator + 2).split(' ');
      return lookAlikes.map((letter): [string, string] => [letter, isUpper(letter) ? latin.toUpperCase() : latin]);
    });
}

function isUpper(letter: string): boolean {
  return /\p{Lu}/u.test(letter);
}
