import type { Bloc } from './bloc.ts';
import { toLine } from './clean-text.ts';
import { findArticle } from './find-article.ts';
import { joinLines, listCompounds } from './join-lines.ts';
import { joinParts, type PdfLine, type PdfSegment, type PdfWords } from './pdf-line.ts';
import { toRangees } from './rangees.ts';
import { isTitle, PUCE } from './reflow-lines.ts';

/** Letters this much larger than those of the text make a title. */
const TITRE = 1.12;
/** A gap between two lines this much larger than the usual one parts two paragraphs. */
const GAP = 1.35;
/** Space, in letter sizes, that a last line leaves at its right. */
const SHORT = 4;

type Placed = PdfLine & { readonly page: number };
type Measures = { readonly height: number; readonly gap: number; readonly right: number };

/** Pieces of a PDF from the lines of its pages, running lines already dropped. */
export function toBlocsOfPdf(pages: readonly (readonly PdfLine[])[]): readonly Bloc[] {
  const lines = pages.flatMap((page, index) => page.map((line): Placed => ({ ...line, page: index + 1 })));
  const measures = measure(lines);
  const compounds = listCompounds(lines.map(toText));
  const blocs: Bloc[] = [];
  for (let place = 0; place < lines.length; ) {
    const table = takeTable(lines, place);
    if (table > 0) {
      blocs.push(...readTable(lines.slice(place, place + table)));
      place += table;
      continue;
    }
    const end = findEnd(lines, place, measures);
    const paragraph = lines.slice(place, end);
    blocs.push(toBloc(paragraph, joinLines(paragraph.map(toText), compounds), measures));
    place = end;
  }
  return blocs;
}

function toBloc([first]: readonly Placed[], texte: string, { height }: Measures): Bloc {
  const page = first?.page ?? 1;
  const large = (first?.height ?? 0) > TITRE * height;
  const article = findArticle(texte);
  if (large && texte.length <= 200) {
    return { kind: 'titre', texte, page, niveau: (first?.height ?? 0) > 1.4 * height ? 1 : 2 };
  }
  if (article !== undefined && texte.length <= 120 && !/[.;,]$/.test(article.reste)) {
    return { kind: 'titre', texte, page, niveau: 3 };
  }
  if (PUCE.test(texte)) return { kind: 'element', texte, page };
  return { kind: 'paragraphe', texte, page };
}

/** Place after the last line of the paragraph that begins at `start`. */
function findEnd(lines: readonly Placed[], start: number, measures: Measures): number {
  let end = start + 1;
  for (; end < lines.length; end += 1) {
    const [previous, line] = [lines[end - 1], lines[end]];
    if (!previous || !line || takeTable(lines, end) > 0 || startsAnew(line, previous, measures)) break;
  }
  return end;
}

function startsAnew(line: Placed, previous: Placed, { gap, right, height }: Measures): boolean {
  const text = toText(line);
  const before = toText(previous);
  if (PUCE.test(text) || (findArticle(text) !== undefined && isTitle(text))) return true;
  if (Math.abs(line.height - previous.height) > 0.08 * height) return true;
  // A title that names an article ends with its line.
  if (findArticle(before) !== undefined && isTitle(before) && previous.fin < right - SHORT * height) return true;
  const ended = /[.!?:;»…]\s*$/u.test(before);
  // From one page to the next only the words tell.
  if (line.page !== previous.page || line.y > previous.y) return ended || !/^\s*[\p{Ll}«(]/u.test(text);
  if (previous.y - line.y > GAP * gap) return true;
  return ended && previous.fin < right - SHORT * height;
}

/** The most usual letter size and line gap, and where full lines end. */
function measure(lines: readonly Placed[]): Measures {
  const heights = new Map<number, number>();
  const gaps = new Map<number, number>();
  for (const [index, line] of lines.entries()) {
    const size = Math.round(line.height * 2) / 2;
    heights.set(size, (heights.get(size) ?? 0) + toText(line).length);
    const gap = Math.round((lines[index - 1]?.y ?? line.y) - line.y);
    if (gap > 0) gaps.set(gap, (gaps.get(gap) ?? 0) + 1);
  }
  const height = findMost(heights) ?? 10;
  return { height, gap: findMost(gaps) ?? 1.2 * height, right: Math.max(0, ...lines.map(({ fin }) => fin)) };
}

function findMost(counts: ReadonlyMap<number, number>): number | undefined {
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}

/** How many lines from `start` are rows of one table: cells side by side that begin at the same places; 0 for none. */
function takeTable(lines: readonly Placed[], start: number): number {
  const head = lines[start];
  if (!head || head.segments.length < 2) return 0;
  let rows = 1;
  let last = 1;
  for (let count = 1; start + count < lines.length; count += 1) {
    const line = lines[start + count];
    if (!line || line.page !== head.page || line.y > (lines[start + count - 1]?.y ?? 0)) break;
    const aligned = line.segments.filter((cell) => head.segments.some((title) => isUnder(cell, title))).length;
    if (aligned < line.segments.length || (line.segments.length === 1 && !isWrapped(line, lines[start + count - 1])))
      break;
    if (line.segments.length > 1) {
      rows += 1;
      last = count + 1;
    } else if (count - last < 3) last = count + 1;
  }
  return rows >= 2 ? last : 0;
}

function isUnder(cell: PdfWords, title: PdfWords): boolean {
  return Math.abs(cell.x - title.x) < 6 || (cell.x < title.fin && cell.fin > title.x);
}

/** The rest of a cell that goes on below, close to the line above. */
function isWrapped(line: Placed, previous: Placed | undefined): boolean {
  return previous !== undefined && previous.y - line.y < 1.6 * line.height;
}

/** Rows of a table: each cell under its title; words alone on a line go on with the cell above. */
function readTable(lines: readonly Placed[]): readonly Bloc[] {
  const [head, ...others] = lines;
  if (!head) return [];
  const rows: { cells: string[]; page: number }[] = [];
  const titles = head.segments.map(({ texte }) => texte);
  let started = false;
  for (const line of others) {
    if (line.segments.length > 1 || rows.length === 0) {
      // Lines of words alone under the head are the rest of its titles.
      if (line.segments.length === 1 && !started) {
        for (const cell of line.segments) addTo(titles, head, cell);
        continue;
      }
      started = true;
      rows.push({ cells: head.segments.map(() => ''), page: line.page });
    }
    const row = rows.at(-1);
    for (const cell of line.segments.flatMap((segment) => cutCells(segment, head)))
      if (row) addTo(row.cells, head, cell);
  }
  return toRangees([titles, ...rows.map(({ cells }) => cells)]).map((bloc) => ({ ...bloc, page: head.page }));
}

/** The cells of a segment: words that begin just where a title does are another cell, however close the one before. */
function cutCells({ parts }: PdfSegment, head: PdfLine): readonly PdfSegment[] {
  const cells: PdfWords[][] = [];
  for (const part of parts) {
    const cell = cells.at(-1);
    const isNext = head.segments.some(
      ({ x }) => Math.abs(part.x - x) < SAME_PLACE && x - (cell?.[0]?.x ?? x) > SAME_PLACE,
    );
    if (cell && !isNext) cell.push(part);
    else cells.push([part]);
  }
  return cells.map(joinParts);
}

/** Words this close to a place, in points, begin there. */
const SAME_PLACE = 1.5;

function addTo(cells: string[], head: PdfLine, cell: PdfWords): void {
  const column = head.segments.findIndex((title) => isUnder(cell, title));
  if (column >= 0) cells[column] = toLine(`${cells[column] ?? ''} ${cell.texte}`);
}

function toText({ segments }: PdfLine): string {
  return segments.map(({ texte }) => texte).join(' ');
}
