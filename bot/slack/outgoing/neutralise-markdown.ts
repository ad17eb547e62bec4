import type { LicensedText } from '#corpus/law/licensed-text.ts';
import { replaceSigns } from './neutralise.ts';

/** Signs that Markdown reads as markup, and look-alikes of the same length that it does not. */
const LOOK_ALIKES: ReadonlyMap<string, string> = new Map([
  ['*', '\u2217'],
  ['_', '\uff3f'],
  ['~', '\u223c'],
  ['`', '\u2035'],
  ['\\', '\u2216'],
  ['#', '\uff03'],
  ['|', '\u2223'],
  ['<', '\u02c2'],
  ['>', '\u02c3'],
  ['[', '\uff3b'],
  [']', '\uff3d'],
  ['&', '\uff06'],
  [':', '\u2236'],
  ['@', '\uff20'],
  ['.', '\u2024'],
  [')', '\uff09'],
  ['-', '\u2010'],
  ['+', '\uff0b'],
  ['=', '\uff1d'],
  [' ', '\u00a0'],
  ['\t', '\u00a0'],
]);

/**
 * What Markdown gives a meaning: emphasis, code, links, headings, tables and HTML wherever they stand; an entity;
 * lists, rules and blocks of code where a line begins; addresses, which become links by themselves.
 */
const MARKUP = [
  /[*_~`\\#|<>]/g,
  // « [1] » alone is no link.
  /\](?=[([:])|\[(?=\^)/g,
  /&(?=#?[\p{L}\p{N}]+;)/gu,
  /:(?=\/\/|[\p{L}\p{M}\p{N}_+'-]+:)|(?<=mailto|tel):/giu,
  /@(?=[\p{L}\p{N}])/gu,
  /(?<=[\p{L}\p{N}])\.(?=\p{L}{2})/gu,
  /(?<=^[ \t\u00a0]*)[ \t]/gm,
  /(?<=^[ \t\u00a0]*[-+=]*)[-+=]/gm,
  /(?<=^[ \t\u00a0]*\d+)[.)]/gm,
];

/**
 * A text in which nothing is markup for the Markdown of Slack: no emphasis, no link, no mention, no emoji by name,
 * no heading, no list, no number of a list. Every sign keeps its place, so that the figures do too.
 */
export function neutraliseMarkdown(text: LicensedText): LicensedText {
  return replaceSigns(text, (whole) =>
    MARKUP.reduce((shown, signs) => shown.replace(signs, (sign) => LOOK_ALIKES.get(sign) ?? sign), whole),
  );
}
