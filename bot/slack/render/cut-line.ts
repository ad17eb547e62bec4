import type { LicensedText } from '#corpus/law/licensed-text.ts';

/**
 * A line cut into pieces of a length at most, between two words when there are some; a figure is never cut.
 * @param most characters of a piece
 */
export function cutLine(line: LicensedText, most: number): readonly LicensedText[] {
  const cut: LicensedText[number][][] = [[]];
  let left = most;
  for (const piece of line) {
    let rest = piece;
    while (toLength(rest) > left) {
      if (typeof rest === 'string') {
        const end = findBreak(rest, left, left === most);
        if (end > 0) cut.at(-1)?.push(rest.slice(0, end));
        rest = rest.slice(end);
      } else if (left === most) break;
      cut.push([]);
      left = most;
    }
    if (toLength(rest) > 0) cut.at(-1)?.push(rest);
    left -= toLength(rest);
  }
  return cut;
}

/** After the last line or word that holds; in the middle of a word only when it fills a whole piece. */
function findBreak(text: string, most: number, isWhole: boolean): number {
  const held = text.slice(0, most);
  const after = Math.max(held.lastIndexOf('\n'), held.lastIndexOf(' ')) + 1;
  return after > 0 || !isWhole ? after : most;
}

function toLength(piece: LicensedText[number]): number {
  return typeof piece === 'string' ? piece.length : piece.text.length;
}
