import type { LicensedText } from '#corpus/law/licensed-text.ts';

/** Several remarks on one line, parted as the language of the reader parts them: « a ; b », "a; b". */
export function joinPoints(texts: readonly LicensedText[], say: (code: string) => LicensedText): LicensedText {
  return texts.flatMap((text, index) => (index === 0 ? [...text] : [...say('interface-point-virgule'), ...text]));
}
