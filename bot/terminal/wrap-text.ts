/** Narrowest width worth wrapping to; below, the terminal is left to do it. */
const NARROWEST = 40;
/** Widest line that is comfortable to read. */
const WIDEST = 100;

/**
 * Breaks long lines between words for a terminal; no-break spaces hold, so that « 75 000 € » stays in one piece.
 * @param columns width of the terminal; undefined (a file, a pipe) leaves the text as it is
 */
export function wrapText(text: string, columns: number | undefined): string {
  if (columns === undefined || columns < NARROWEST) return text;
  const width = Math.min(columns, WIDEST);
  return text
    .split('\n')
    .map((line) => wrapLine(line, width))
    .join('\n');
}

function wrapLine(line: string, width: number): string {
  if (line.length <= width) return line;
  const indent = /^(?:[-•] |\[\d+\] )/u.exec(line)?.[0].length ?? 0;
  const lines: string[] = [];
  let current = '';
  for (const word of line.split(' ')) {
    const room = lines.length === 0 ? width : width - indent;
    if (current !== '' && current.length + 1 + word.length > room) {
      lines.push(current);
      current = word;
    } else current = current === '' ? word : `${current} ${word}`;
  }
  return [...lines, current].join(`\n${' '.repeat(indent)}`);
}
