import type { AnswerParts, Rubrique } from '#bot/render/render-text.ts';
import { type LicensedText, renderLicensed } from '#corpus/law/licensed-text.ts';
import { cutLine } from './cut-line.ts';

/** Characters that the blocks of one message may hold, its fallback text aside; Slack refuses some 13 200 in all. */
const BLOCKS_LENGTH = 10_000;

/**
 * An answer as the parts of as few messages as hold it, cut between two lines; nothing is lost.
 * Sources and day stand last, together when they can; a list that goes on has its title again.
 * @param suite line that ends each message but the last
 */
export function splitParts(parts: AnswerParts, suite: LicensedText): readonly AnswerParts[] {
  const [body, foot] = [listBody(parts), listFoot(parts)];
  if (measureLines([...body, ...foot]) <= BLOCKS_LENGTH) return [parts];
  const most = BLOCKS_LENGTH - measure(suite);
  const pages: Line[][] = [];
  for (const line of body.flatMap(cutLong)) place([line], pages, most);
  // Every source beside the day, unless one message cannot hold them.
  if (measureLines(foot) <= most) place(foot, pages, most);
  else for (const line of foot.flatMap(cutLong)) place([line], pages, most);
  return pages.map((lines, index) => {
    const page = toParts(lines);
    return index === pages.length - 1 ? page : { ...page, avis: [...page.avis, suite] };
  });
}

/** A line of an answer and where it belongs; those of a list stand under its title. */
type Line = { readonly text: LicensedText; readonly titre?: LicensedText } & {
  readonly of: 'enonces' | 'rubriques' | 'sources' | 'avis' | 'jour';
};

/** Longest line that is not cut: it must stand beside a title. */
const LINE_LENGTH = BLOCKS_LENGTH / 2;

function listBody({ enonces, rubriques }: AnswerParts): readonly Line[] {
  return [
    ...enonces.map((text) => ({ text, of: 'enonces' as const })),
    ...rubriques.flatMap((rubrique) => listLines(rubrique, 'rubriques')),
  ];
}

function listFoot({ sources, avis, jour }: AnswerParts): readonly Line[] {
  return [
    ...(sources ? listLines(sources, 'sources') : []),
    ...avis.map((text) => ({ text, of: 'avis' as const })),
    ...(jour ? [{ text: jour, of: 'jour' as const }] : []),
  ];
}

function listLines({ titre, lignes }: Rubrique, of: 'rubriques' | 'sources'): readonly Line[] {
  return lignes.map((text) => ({ text, titre, of }));
}

function cutLong(line: Line): readonly Line[] {
  return cutLine(line.text, LINE_LENGTH).map((text) => ({ ...line, text }));
}

/** Adds lines to the last page, or to a new one when they would not hold. */
function place(lines: readonly Line[], pages: Line[][], most: number): void {
  const last = pages.at(-1);
  if (last && measureLines([...last, ...lines]) <= most) last.push(...lines);
  else pages.push([...lines]);
}

/** Characters of lines, the title of each list counted once. */
function measureLines(lines: readonly Line[]): number {
  const titles = new Set(lines.flatMap(({ titre }) => (titre ? [titre] : [])));
  return [...lines.map(({ text }) => text), ...titles].reduce((sum, text) => sum + measure(text), 0);
}

function measure(text: LicensedText): number {
  return renderLicensed(text).text.length + 1;
}

function toParts(lines: readonly Line[]): AnswerParts {
  const pick = (of: Line['of']) => lines.filter((line) => line.of === of);
  const toTexts = (picked: readonly Line[]) => picked.map(({ text }) => text);
  const [sources] = toRubriques(pick('sources'));
  const [jour] = toTexts(pick('jour'));
  const rubriques = toRubriques(pick('rubriques'));
  return { enonces: toTexts(pick('enonces')), rubriques, sources, avis: toTexts(pick('avis')), jour };
}

function toRubriques(lines: readonly Line[]): readonly Rubrique[] {
  const byTitle = Map.groupBy(lines, ({ titre }) => titre);
  return [...byTitle].flatMap(([titre, own]) => (titre ? [{ titre, lignes: own.map(({ text }) => text) }] : []));
}
