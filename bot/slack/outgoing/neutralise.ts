import { type LicensedText, renderLicensed } from '#corpus/law/licensed-text.ts';

/** Signs that Slack reads as markup, and look-alikes that it does not. */
const LOOK_ALIKES: ReadonlyMap<string, string> = new Map([
  ['*', '\u2217'],
  ['_', '\u02cd'],
  ['~', '\u223c'],
  ['`', '\u02cb'],
  [':', '\u2236'],
  ['@', '\uff20'],
]);

/** Emphasis at the edge of a word, an emoji by its name, a call to everybody: what Slack would turn into something else. */
const MARKUP =
  /(?<![\p{L}\p{N}])[*_~`]|[*_~`](?![\p{L}\p{N}])|:(?=[\p{L}\p{N}_+'-]+:)|@(?=(?:channel|here|everyone|group)(?![\p{L}\p{N}]))/giu;

/**
 * A text in which nothing is markup for Slack: no emphasis, no emoji by name, no call to everybody.
 * Every sign keeps its place, so that the figures do too.
 */
export function neutralise(text: LicensedText): LicensedText {
  const whole = renderLicensed(text).text.replace(MARKUP, (sign) => LOOK_ALIKES.get(sign) ?? sign);
  let position = 0;
  return text.map((piece) => {
    const { length } = typeof piece === 'string' ? piece : piece.text;
    const part = whole.slice(position, position + length);
    position += length;
    return typeof piece === 'string' ? part : { ...piece, text: part };
  });
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
]);

/** The three signs that open a mention, a link or an entity in Slack's own markup, written as it demands. */
export function escapeMrkdwn(text: LicensedText): LicensedText {
  function escapeSigns(part: string): string {
    return part.replace(/[&<>]/g, (sign) => ENTITIES.get(sign) ?? sign);
  }
  return text.map((piece) =>
    typeof piece === 'string' ? escapeSigns(piece) : { ...piece, text: escapeSigns(piece.text) },
  );
}
