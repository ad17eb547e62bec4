import { findFigures, type Span } from './find-figures.ts';
import type { Rendered } from './licensed-text.ts';

/** Put over a licensed place before the rest is looked at: neither a letter nor a digit. */
const MASK = '\ufffc';
/** The same over a figure of a source, whose own words follow it. */
const SOURCE_MASK = '\u25a1';

/** Signs of money, share or magnitude: put against a number of ours, they change what it says. */
const ADDED_UNIT = /\ufffc\s?(?:(?:k|M|Md|Mds)?[€$%]|(?:k|Md|Mds)(?![\p{L}\p{N}]))|[€$]\s?\ufffc/u;

/** The first figure that stands where none was licensed, or a unit put against one that was; undefined when there is none. */
export function findUnlicensed({ text, licences }: Rendered): Span | undefined {
  const masked = maskLicensed(text, licences);
  return findFigures(masked)[0] ?? findAddedUnit(masked);
}

function findAddedUnit(masked: string): Span | undefined {
  const match = ADDED_UNIT.exec(masked);
  return match ? { start: match.index, end: match.index + match[0].length } : undefined;
}

function maskLicensed(text: string, licences: Rendered['licences']): string {
  let masked = '';
  let position = 0;
  for (const { figure, start, end } of licences) {
    const mask = figure.origin.type === 'source' ? SOURCE_MASK : MASK;
    masked += text.slice(position, start) + mask.repeat(end - start);
    position = end;
  }
  return masked + text.slice(position);
}
