import { dropAccents } from '#corpus/retrieval/tokenize.ts';

/** Case, accents, spaces and apostrophes of typography are made plain, so that words can be typed. */
function foldWords(text: string): string {
  return dropAccents(text.toLowerCase())
    .replace(/[\s\u00a0\u2009\u202f]+/g, ' ')
    .replace(/[’ʼ]/g, "'");
}

/** Whether one of the alternatives « a | b » is read; a number is not read inside a longer one. */
export function isSaid(alternatives: string, text: string): boolean {
  const read = foldWords(text);
  return alternatives.split('|').some((alternative) => holds(read, foldWords(alternative.trim())));
}

function holds(read: string, wanted: string): boolean {
  for (let at = read.indexOf(wanted); at >= 0; at = read.indexOf(wanted, at + 1)) {
    const before = read.slice(Math.max(0, at - 2), at);
    const after = read.slice(at + wanted.length, at + wanted.length + 2);
    const isLonger =
      (/^\d/.test(wanted) && /\d[ .,]?$/.test(before)) || (/\d$/.test(wanted) && /^(?:\d|[ .,]\d)/.test(after));
    if (!isLonger) return true;
  }
  return false;
}
