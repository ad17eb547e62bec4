import { toLine } from './clean-text.ts';

/** A word cut at the end of a line; both halves are small letters, so that « Seine-\nSaint-Denis » is no such word. */
const CUT = /(?<head>\p{L}*\p{Ll})[-\u2010\u2011\u00ad]$/u;
const REST = /^\s*(?<tail>\p{Ll}+)/u;

/**
 * Lines of one paragraph as one line, the words cut at their ends joined.
 * @param compounds words of the document that are written with a hyphen: a hyphen between their halves stays
 */
export function joinLines(lines: readonly string[], compounds: ReadonlySet<string>): string {
  let text = '';
  for (const line of lines) {
    const head = CUT.exec(text)?.groups?.head;
    const tail = REST.exec(line)?.groups?.tail;
    if (head === undefined || tail === undefined) text = text === '' ? line : `${text} ${line.trimStart()}`;
    else if (compounds.has(`${head}-${tail}`.toLowerCase())) text += line.trimStart();
    else text = text.slice(0, -1) + line.trimStart();
    text = text.trimEnd();
  }
  return toLine(text);
}

/** Words written with a hyphen inside a line, in small letters; all their beginnings too (« vis-à » of « vis-à-vis »). */
export function listCompounds(lines: readonly string[]): ReadonlySet<string> {
  const compounds = new Set<string>();
  for (const line of lines) {
    for (const [word] of line.matchAll(/\p{L}+(?:[-\u2010\u2011]\p{L}+)+(?!\S*[-\u2010\u2011]$)/gu)) {
      const parts = word.toLowerCase().split(/[-\u2010\u2011]/u);
      for (let place = 1; place < parts.length; place += 1) compounds.add(`${parts[place - 1]}-${parts[place]}`);
    }
  }
  return compounds;
}
