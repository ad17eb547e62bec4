/** Signs that could pass for ours (tags, blanks) or for markup, and what stands for them. */
const STAND_INS: ReadonlyMap<string, string> = new Map([
  ...toEntries('<＜﹤〈⟨❮❰', '‹'),
  ...toEntries('>＞﹥〉⟩❯❱', '›'),
  ...toEntries('⟦〚【[{［｛', '('),
  ...toEntries('⟧〛】]}］｝', ')'),
  ...toEntries('`´"“”', '’'),
]);

const SIGNS = /[<＜﹤〈⟨❮❰>＞﹥〉⟩❯❱⟦〚【[{［｛⟧〛】\]}］｝`´"“”]/gu;

/** Blanks and ends of line of every kind, and characters that show nothing: a datum is one line of what can be seen. */
const BLANKS = /[\s\p{Cc}\p{Zl}\p{Zp}]+/gu;
const HIDDEN = /[\p{Cf}\p{Cs}\p{Co}\p{Cn}]/gu;

/** Words of somebody else as they may stand inside a section: nothing in them can open, close or imitate one. */
export function neutraliseData(text: string): string {
  return text
    .toWellFormed()
    .replace(HIDDEN, '')
    .replace(BLANKS, ' ')
    .replace(SIGNS, (sign) => STAND_INS.get(sign) ?? ' ');
}

function toEntries(signs: string, standIn: string): [string, string][] {
  return [...signs].map((sign) => [sign, standIn]);
}
