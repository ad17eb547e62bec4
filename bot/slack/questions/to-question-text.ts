/**
 * The words of a person, out of Slack's own markup: her mention of the bot goes, links and channels leave their names,
 * signs written as entities are themselves again.
 * @param botUserId the bot's own name in mentions (`U…`)
 */
export function toQuestionText(text: string, botUserId: string): string {
  const words = text
    .replaceAll(new RegExp(`<@${botUserId}(?:\\|[^>]*)?>`, 'g'), ' ')
    .replaceAll(/<([@#!]?)([^<>|]*)(?:\|([^<>]*))?>/g, toWords)
    .replaceAll(EMOJI, ' ')
    // A block of code may hold lines.
    .replaceAll('```', ' ');
  return dropEmphasis(words)
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replaceAll(/[ \t]+/g, ' ')
    .trim();
}

/** « :tada: », « :100: », « :+1: »: a picture by its name, in which no number is meant. */
const EMOJI = /(?<![\p{L}\p{N}]):(?:[a-z][a-z0-9_+'-]*|100|1234|[+-]1):(?![\p{L}\p{N}])/gu;

/** « *important* », « _souligné_ », « `code` »: the signs at the edges of words. */
const EMPHASIS = /(?<![\p{L}\p{N}])([*_~`])(?=\S)([^\n]{0,500}?\S)\1(?![\p{L}\p{N}])/gu;

/** As many passes as there are signs, since one may stand inside another: « *_important_* ». */
function dropEmphasis(text: string): string {
  let plain = text;
  for (let passes = 0; passes < 4; passes += 1) plain = plain.replaceAll(EMPHASIS, '$2');
  return plain;
}

function toWords(_: string, sign: string, target: string, label: string | undefined): string {
  if (sign === '#') return `#${label || 'canal'}`;
  if (sign === '@') return label ? `@${label}` : ' ';
  // A call to everybody says nothing; a group or a date carries its name.
  if (sign === '!') return /^(?:here|channel|everyone)/.test(target) ? ' ' : label || ' ';
  return label || target.replace(/^(?:mailto|tel):/, '');
}
