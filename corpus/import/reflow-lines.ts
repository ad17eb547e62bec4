import type { Bloc } from './bloc.ts';
import { cleanText } from './clean-text.ts';
import { findArticle } from './find-article.ts';
import { joinLines, listCompounds } from './join-lines.ts';

/** What begins an item of a list. */
export const PUCE = /^\s*(?:[•◦▪‣·●○–—*+-]|\d{1,2}[.)]|[a-z]\))\s+(?=\S)/u;
/** Longest title, in characters. */
const TITRE_MAX = 120;
/** A file whose longest line exceeds this was not cut to a width: each line is a paragraph. */
const LARGEUR_MAX = 120;
/** Share of the width from which a line is full: the next one goes on from it. */
const PLEINE = 0.7;

/** Pieces of a plain text: paragraphs re-flowed from its lines, items of lists, titles told by their place and length. */
export function toBlocsOfText(text: string): readonly Bloc[] {
  const lines = cleanText(text).split('\n');
  const width = Math.max(0, ...lines.map(({ length }) => length));
  const groups = groupLines(lines, width);
  return groups.flatMap(({ texte, seul }, index): Bloc[] => {
    if (PUCE.test(texte)) return [{ kind: 'element', texte }];
    const next = groups.slice(index + 1).find((group) => !PUCE.test(group.texte));
    const isTitre = (seul && isTitle(texte) && next !== undefined) || isBareArticle(texte);
    return [isTitre ? { kind: 'titre', texte, niveau: 2 } : { kind: 'paragraphe', texte }];
  });
}

/** Short, with a capital or a number first, and nothing at its end that closes a sentence. */
export function isTitle(line: string): boolean {
  if (line.length > TITRE_MAX || line.split(' ').length > 16) return false;
  return (
    /^[\p{Lu}\p{N}«]/u.test(line) &&
    !/[.;,…]$/u.test(line) &&
    /\p{L}{3}/u.test(line) &&
    !/[»)]\.$/u.test(line) &&
    !/:$/u.test(line)
  );
}

function isBareArticle(line: string): boolean {
  const article = findArticle(line);
  return article !== undefined && line.length <= TITRE_MAX && !/[.;,]$/.test(article.reste);
}

type Group = {
  readonly texte: string /** Between two empty lines, or at an end of the text. */;
  readonly seul: boolean;
};

function groupLines(lines: readonly string[], width: number): readonly Group[] {
  const compounds = listCompounds(lines);
  const groups: Group[] = [];
  let current: string[] = [];
  let opened = true;
  function close(alone: boolean): void {
    const texte = joinLines(current, compounds);
    if (texte !== '') groups.push({ texte, seul: alone });
    current = [];
  }
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') {
      close(opened);
      opened = true;
      continue;
    }
    if (current.length > 0 && startsAnew(line, lines[index - 1] ?? '', width)) {
      close(false);
      opened = false;
    }
    current.push(line);
  }
  close(opened);
  return groups;
}

function startsAnew(line: string, previous: string, width: number): boolean {
  if (width > LARGEUR_MAX || PUCE.test(line) || isBareArticle(line.trim())) return true;
  // A line that stops early ends its paragraph, unless it stops in the middle of a sentence.
  return (
    previous.trimEnd().length < PLEINE * width && (/[.!?:;»]$/u.test(previous.trimEnd()) || isTitle(previous.trim()))
  );
}
