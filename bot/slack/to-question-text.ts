/**
 * The words of a person, out of Slack's own markup: her mention of the bot goes, links and channels leave their names,
 * signs written as entities are themselves again.
 * @param botUserId the bot's own name in mentions (`U…`)
 */
export function toQuestionText(text: string, botUserId: string): string {
  return text
    .replaceAll(new RegExp(`<@${botUserId}(?:\\|[^>]*)?>`, 'g'), ' ')
    .replaceAll(/<([@#!]?)([^<>|]*)(?:\|([^<>]*))?>/g, toWords)
    .replaceAll(EMPHASIS, '$2')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replaceAll(/[ \t]+/g, ' ')
    .trim();
}

/** « *important* », « _souligné_ », « `code` »: the signs at the edges of words. */
const EMPHASIS = /(?<![\p{L}\p{N}*_~`])([*_~`]{1,3})(?=\S)([^*_~`\n]+?)\1(?![\p{L}\p{N}*_~`])/gu;

function toWords(_: string, sign: string, target: string, label: string | undefined): string {
  if (sign === '#') return `#${label || 'canal'}`;
  if (sign === '@') return label ? `@${label}` : ' ';
  // A call to everybody says nothing; a group or a date carries its name.
  if (sign === '!') return label ?? ' ';
  return label ?? target.replace(/^(?:mailto|tel):/, '');
}
