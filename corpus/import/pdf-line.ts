/** Words of a PDF page at one place, as its content gives them. Lengths are in points, from the bottom left corner. */
export type PdfItem = {
  readonly str: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Size of the letters. */
  readonly height: number;
};

/** Words and where they stand, from the left to the right. */
export type PdfWords = { readonly texte: string; readonly x: number; readonly fin: number };

/**
 * Words of one line that stand close together; a wide gap makes another one, as between the cells of a table. The parts
 * are those that a space keeps apart: a full cell may come that close to the next one.
 */
export type PdfSegment = PdfWords & { readonly parts: readonly PdfWords[] };

/** A line of a page, from the left to the right. */
export type PdfLine = {
  readonly segments: readonly PdfSegment[];
  readonly x: number;
  readonly y: number;
  readonly fin: number;
  readonly height: number;
};

/** Gaps wider than this many letter sizes part two segments; narrower than the second, they are no space. */
const GAPS = { segment: 1.5, word: 0.12 };
/** Share of the letter size by which words of one line may stand higher or lower than the others. */
const LEVEL = 0.35;

/** Lines of a page from the top to the bottom; two columns of text are read one after the other. */
export function toPdfLines(items: readonly PdfItem[]): readonly PdfLine[] {
  const rows: PdfItem[][] = [];
  for (const item of [...items].filter(({ str }) => str.trim() !== '').sort((a, b) => b.y - a.y || a.x - b.x)) {
    const row = rows.at(-1);
    const first = row?.[0];
    if (row && first && first.y - item.y < LEVEL * Math.max(first.height, item.height)) row.push(item);
    else rows.push([item]);
  }
  return orderColumns(rows.map(toPdfLine));
}

function toPdfLine(row: readonly PdfItem[]): PdfLine {
  const segments: { texte: string; x: number; fin: number }[][] = [];
  let height = 0;
  for (const { str, x, width, height: size } of [...row].sort((a, b) => a.x - b.x)) {
    height = Math.max(height, size);
    const last = segments.at(-1)?.at(-1);
    const gap = last ? x - last.fin : 0;
    if (!last || gap > GAPS.segment * size) segments.push([{ texte: str, x, fin: x + width }]);
    else if (gap > GAPS.word * size || /\s$/.test(last.texte) || /^\s/.test(str)) {
      segments.at(-1)?.push({ texte: str, x, fin: Math.max(last.fin, x + width) });
    } else {
      last.texte += str;
      last.fin = Math.max(last.fin, x + width);
    }
  }
  const joined = segments.map(joinParts);
  const [first] = joined;
  return {
    segments: joined,
    x: first?.x ?? 0,
    y: row[0]?.y ?? 0,
    fin: joined.at(-1)?.fin ?? 0,
    height,
  };
}

/** One segment of parts, a space between them. */
export function joinParts(parts: readonly PdfWords[]): PdfSegment {
  const texte = parts
    .map((part) => part.texte.trim())
    .filter((words) => words !== '')
    .join(' ');
  return { texte, x: parts[0]?.x ?? 0, fin: parts.at(-1)?.fin ?? 0, parts };
}

/** Fewest lines side by side that make columns of text rather than a table, and how long they are in letters. */
const COLUMNS = { lines: 6, letters: 28 };

/**
 * Lines of two columns, the left one first: in most of them two long segments stand side by side, on either side of
 * one gap that goes through the page.
 */
function orderColumns(lines: readonly PdfLine[]): readonly PdfLine[] {
  const pairs = lines.filter(({ segments }) => segments.length === 2);
  if (pairs.length < COLUMNS.lines) return lines;
  const letters = pairs.reduce((sum, { segments }) => sum + (segments[0]?.texte.length ?? 0), 0) / pairs.length;
  const left = Math.max(...pairs.map(({ segments }) => segments[0]?.fin ?? 0));
  const right = Math.min(...pairs.map(({ segments }) => segments[1]?.x ?? 0));
  if (letters < COLUMNS.letters || left >= right) return lines;
  const [before, first, second, after]: PdfLine[][] = [[], [], [], []];
  const [top, bottom] = [pairs[0]?.y ?? 0, pairs.at(-1)?.y ?? 0];
  for (const line of lines) {
    if (line.y > top && line.fin > right) before?.push(line);
    else if (line.y < bottom && line.x < left && line.fin > right) after?.push(line);
    else for (const segment of line.segments) (segment.x >= right ? second : first)?.push(toSingle(line, segment));
  }
  return [before, first, second, after].flatMap((part) => part ?? []);
}

function toSingle(line: PdfLine, segment: PdfSegment): PdfLine {
  return { ...line, segments: [segment], x: segment.x, fin: segment.fin };
}
