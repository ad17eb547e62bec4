import { joinLicensed, type LicensedText } from '#corpus/law/licensed-text.ts';
import { seal } from '../gate.ts';

/** A line of the terminal: cells side by side. */
export type Line = readonly LicensedText[];

/** Blank between two cells. */
const GAP = '  ';

/**
 * Sets lines in columns, the last cell of a line as long as it is.
 * @param rightAligned how many of the first columns are set to the right; the others are set to the left
 */
export function toColumns(lines: readonly Line[], rightAligned: number): readonly LicensedText[] {
  const count = Math.max(0, ...lines.map((line) => line.length));
  const widths = Array.from({ length: count }, (_, column) =>
    Math.max(...lines.filter((line) => line.length > column + 1).map((line) => toWidth(line[column])), 0),
  );
  return lines.map((line) => {
    const cells = line.map((cell, column): LicensedText => {
      if (column === line.length - 1) return cell;
      const blank = ' '.repeat(Math.max(0, (widths[column] ?? 0) - toWidth(cell)));
      return column < rightAligned ? [blank, ...cell] : [...cell, blank];
    });
    return ['  ', ...joinLicensed(cells, GAP)];
  });
}

/** A title and its lines under it, or nothing when there are none. */
export function toSection(title: LicensedText, lines: readonly LicensedText[]): readonly LicensedText[] {
  return lines.length === 0 ? [] : [[], title, ...lines];
}

/** Lines with a bullet. */
export function toBullets(lines: readonly LicensedText[]): readonly LicensedText[] {
  return lines.map((line) => ['  • ', ...line]);
}

/** The final string, checked by the gate as a whole. */
export function sealLines(lines: readonly LicensedText[]): string {
  return seal(joinLicensed(lines, '\n'));
}

function toWidth(cell: LicensedText = []): number {
  let width = 0;
  for (const piece of cell) width += (typeof piece === 'string' ? piece : piece.text).length;
  return width;
}
