/** Controls, and signs that hide letters or turn the reading round; ends of lines and tabulations stay. */
const HIDDEN =
  /[^\P{Cc}\n\t]|[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/gu;

/** The text without what nobody sees: neither words nor their order can be hidden in it. */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\u00ad[ \t]*\n[ \t]*/g, '')
    .replace(/[\f\v\u0085\u2028\u2029]/g, '\n')
    .replace(HIDDEN, '');
}

/** The same on one line: ends of lines and runs of plain spaces become one space, no-break spaces stay as they are. */
export function toLine(text: string): string {
  return cleanText(text)
    .replace(/[ \t\n]+/g, ' ')
    .trim();
}
