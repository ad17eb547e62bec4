import type { Figure } from '#corpus/law/figure.ts';
import { type LicensedText, renderLicensed } from '#corpus/law/licensed-text.ts';

/**
 * Sets a text in lines that are no wider than they may; a figure is never cut in two.
 * @param fits whether a line is narrow enough
 * @param most lines at most: what does not fit ends with « … », a figure being then left out whole
 */
export function wrapText(text: LicensedText, fits: (line: string) => boolean, most: number): readonly LicensedText[] {
  const lines: LicensedText[] = [];
  let line: LicensedText = [];
  for (const word of splitWords(text)) {
    const longer = [...line, ...word];
    if (line.length === 0 || fits(write(longer).trimEnd())) {
      line = longer;
      continue;
    }
    lines.push(line);
    line = word;
  }
  lines.push(line);
  if (lines.length <= most) return lines.map((kept) => trimEnd(cutTo(kept, fits)));
  const last = cutTo([...trimEnd(lines[most - 1] ?? []), '\u00a0…'], fits);
  return [...lines.slice(0, most - 1).map(trimEnd), last];
}

/** Words with the blank that follows each; what has no blank inside, a figure among others, stays whole. */
function splitWords(text: LicensedText): readonly LicensedText[] {
  const words: LicensedText[] = [];
  let word: LicensedText = [];
  for (const piece of text) {
    for (const part of splitPiece(piece)) {
      word = [...word, part];
      if (!(typeof part === 'string' ? part : part.text).endsWith(' ')) continue;
      words.push(word);
      word = [];
    }
  }
  return word.length === 0 ? words : [...words, word];
}

/** The asker's own words are cut at their blanks too: they stay hers, each part of them. */
function splitPiece(piece: string | Figure): LicensedText {
  const whole = typeof piece === 'string' ? piece : piece.text;
  if (typeof piece !== 'string' && piece.origin.type !== 'question') return [piece];
  const parts = whole.replaceAll('\n', ' ').split(/(?<= )/);
  return typeof piece === 'string' ? parts : parts.map((text) => ({ ...piece, text }));
}

/** A line that is one word too wide loses its end, piece by piece, then letter by letter. */
function cutTo(line: LicensedText, fits: (line: string) => boolean): LicensedText {
  let kept = line;
  while (!fits(write(kept).trimEnd()) && kept.length > 0) {
    const last = kept.filter((piece) => piece !== ELLIPSIS).at(-1);
    if (last === undefined) return kept;
    const before = kept.slice(0, kept.lastIndexOf(last));
    const shorter = shorten(last);
    kept = shorter === undefined ? [...before, ELLIPSIS] : [...before, shorter, ELLIPSIS];
  }
  return kept;
}

/** One letter less; nothing of a figure, which would be another one. */
function shorten(piece: string | Figure): string | Figure | undefined {
  if (typeof piece === 'string') return piece.slice(0, -1).trimEnd() || undefined;
  const text = piece.text.slice(0, -1).trimEnd();
  return piece.origin.type === 'question' && text !== '' && !/\d/.test(piece.text) ? { ...piece, text } : undefined;
}

const ELLIPSIS = '\u00a0…';

function trimEnd(line: LicensedText): LicensedText {
  const last = line.at(-1);
  if (last === undefined) return line;
  const end = typeof last === 'string' ? last.trimEnd() : { ...last, text: last.text.trimEnd() };
  return [...line.slice(0, -1), end];
}

function write(line: LicensedText): string {
  return renderLicensed(line).text;
}
