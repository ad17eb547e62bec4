import { type LicensedText, renderLicensed } from '#corpus/law/licensed-text.ts';

/** What stands for a sign that has no look-alike: it takes a place and shows nothing. */
const WORD_JOINER = '\u2060';

/** Signs that Slack reads as markup, and look-alikes that it does not; ends of line of other systems, and ours. */
const LOOK_ALIKES: ReadonlyMap<string, string> = new Map([
  ['*', '\u2217'],
  ['_', '\uff3f'],
  ['~', '\u223c'],
  ['`', '\u2035'],
  [':', '\u2236'],
  ['@', '\uff20'],
  ['>', '\u02c3'],
  ['\r', ' '],
  ['\u2028', '\n'],
  ['\u2029', '\n'],
]);

/**
 * Emphasis at the edge of a word, an emoji by its name, a call to everybody, a quotation: what Slack would turn into
 * something else.
 */
const MARKUP =
  /(?<![\p{L}\p{N}])[*_~`]|[*_~`](?![\p{L}\p{N}])|:(?=[\p{L}\p{M}\p{N}_+'-]+:)|@(?=(?:channel|here|everyone|group)(?![\p{L}\p{N}]))|(?<=^\s*)>/gimu;

/** Characters that nothing shows and that hide the letters beside them, or turn the reading round (« xued »). */
const HIDDEN = /[^\P{Cc}\n\t]|[\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu;

/**
 * A text in which nothing is markup for Slack: no emphasis, no emoji by name, no call to everybody, no quotation; and
 * which is read as it is written. Every sign keeps its place, so that the figures do too.
 */
export function neutralise(text: LicensedText): LicensedText {
  return replaceSigns(text, (whole) => whole.replace(MARKUP, (sign) => LOOK_ALIKES.get(sign) ?? sign));
}

/**
 * Reads the whole text, shows what was hidden in it, and puts one sign in the place of another.
 * @param replace gives a text of the same length
 */
export function replaceSigns(text: LicensedText, replace: (whole: string) => string): LicensedText {
  const whole = replace(
    renderLicensed(text)
      .text.toWellFormed()
      .replace(HIDDEN, (sign) => LOOK_ALIKES.get(sign) ?? WORD_JOINER),
  );
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
