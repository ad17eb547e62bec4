import { type LicensedText, renderLicensed } from '#corpus/law/licensed-text.ts';
import type { AnswerParts, Rubrique } from '../render/render-text.ts';

/** Characters that the blocks of one message may hold, the fallback text aside; Slack refuses some 13 200 in all. */
const BLOCKS_LENGTH = 10_000;

/**
 * The same parts, less the last lines when they do not fit in one message; the cut is told, never silent.
 * Sources and day always stay: a claim is not shown without them.
 */
export function fitParts(parts: AnswerParts, tropLong: LicensedText): AnswerParts {
  const { sources, avis, jour } = parts;
  const foot = [...(sources ? [sources.titre, ...sources.lignes] : []), ...avis, ...(jour ? [jour] : [])];
  const body = [...parts.enonces, ...parts.rubriques.flatMap(({ titre, lignes }) => [titre, ...lignes])];
  if (measure(body) + measure(foot) <= BLOCKS_LENGTH) return parts;
  let left = BLOCKS_LENGTH - measure(foot) - measure([tropLong]);
  let isFull = false;

  function keep(lines: readonly LicensedText[]): readonly LicensedText[] {
    const kept = [];
    for (const line of lines) {
      left -= measure([line]);
      isFull ||= left < 0;
      if (isFull) break;
      kept.push(line);
    }
    return kept;
  }

  const enonces = keep(parts.enonces);
  const rubriques: readonly Rubrique[] = parts.rubriques
    .map(({ titre, lignes }) => {
      // A title takes room too, and none stays alone.
      left -= measure([titre]);
      return { titre, lignes: keep(lignes) };
    })
    .filter(({ lignes }) => lignes.length > 0);
  return { ...parts, enonces: [...enonces, tropLong], rubriques };
}

function measure(lines: readonly LicensedText[]): number {
  return lines.reduce((sum, line) => sum + renderLicensed(line).text.length + 1, 0);
}
