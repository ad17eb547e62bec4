import { findFigures } from '#corpus/law/find-figures.ts';
import type { Bloc } from './bloc.ts';
import type { PassageImporte } from './document-importe.ts';
import { findArticle } from './find-article.ts';
import { findSentences } from './find-sentences.ts';
import { PASSAGE_MAX } from './limites.ts';

/** Longest paragraph, in characters, whose figures are looked for before it is cut. */
const WHOLE_MAX = 50_000;

/** Where the reading of a document stands. */
type Cursor = {
  titres: { readonly texte: string; readonly niveau: number }[];
  article: string | undefined;
  paragraphe: number;
  rangee: number;
};

/**
 * Cuts a document into passages: by article, title, paragraph or row of a table. A list stays with the words that
 * announce it, and a long paragraph is cut between two sentences.
 */
export function splitPassages(blocs: readonly Bloc[]): readonly PassageImporte[] {
  const cursor: Cursor = { titres: [], article: undefined, paragraphe: 0, rangee: 0 };
  const passages: PassageImporte[] = [];
  for (let place = 0; place < blocs.length; ) {
    const bloc = blocs[place];
    if (!bloc) break;
    if (bloc.kind === 'titre') {
      enterTitle(bloc, cursor);
      place += 1;
      continue;
    }
    const texts = bloc.kind === 'rangee' ? [bloc] : takeList(blocs, place);
    count(bloc, cursor);
    for (const texte of packTexts(texts.map(({ texte }) => texte))) passages.push(toPassage(texte, bloc, cursor));
    place += texts.length;
  }
  return passages.filter(({ texte }) => /\p{L}{2}/u.test(texte));
}

function enterTitle({ texte, niveau = 2 }: Bloc, cursor: Cursor): void {
  cursor.titres = [...cursor.titres.filter((titre) => titre.niveau < niveau), { texte, niveau }];
  cursor.article = findArticle(texte)?.nom ?? (niveau <= 2 ? undefined : cursor.article);
}

/** A row belongs to the paragraph that its table is; words of an article open it. */
function count(bloc: Bloc, cursor: Cursor): void {
  if (bloc.kind === 'rangee') {
    cursor.rangee = bloc.premiere ? 1 : cursor.rangee + 1;
    if (bloc.premiere) cursor.paragraphe += 1;
    return;
  }
  cursor.paragraphe += 1;
  const article = bloc.kind === 'paragraphe' ? findArticle(bloc.texte) : undefined;
  if (article !== undefined) cursor.article = article.nom;
}

/** A paragraph, with the list that it announces; a list that nothing announces is one paragraph. */
function takeList(blocs: readonly Bloc[], start: number): readonly Bloc[] {
  const first = blocs[start];
  if (!first) return [];
  const taken = [first];
  if (first.kind === 'paragraphe' && !/:\s*$/u.test(first.texte)) return taken;
  for (const bloc of blocs.slice(start + 1)) {
    if (bloc.kind !== 'element') break;
    taken.push(bloc);
  }
  return taken;
}

/** Texts put together, a line each, as far as a passage may hold them; longer ones cut between two sentences. */
function packTexts(texts: readonly string[]): readonly string[] {
  const packs: string[] = [];
  for (const piece of texts.flatMap(cutLong)) {
    const last = packs.at(-1);
    if (last !== undefined && last.length + piece.length < PASSAGE_MAX && texts.length > 1) {
      packs[packs.length - 1] = `${last}\n${piece}`;
    } else packs.push(piece);
  }
  return packs;
}

function cutLong(text: string): readonly string[] {
  if (text.length <= PASSAGE_MAX) return [text];
  // The figures of a whole book on one line would cost more than they tell: its sentences alone cut it.
  const figures = text.length > WHOLE_MAX ? [] : toSpans(text).map(([start, end]) => ({ start, end }));
  const pieces: string[] = [];
  let [from, to] = [0, 0];
  for (const { start, end } of findSentences(text, figures)) {
    if (end - from > PASSAGE_MAX && to > from) {
      pieces.push(text.slice(from, to));
      from = start;
    }
    to = end;
  }
  if (to > from) pieces.push(text.slice(from, to));
  return pieces.flatMap(cutWords);
}

/** A sentence without an end, such as a page of words in a row: cut between two words. */
function cutWords(text: string): readonly string[] {
  const pieces: string[] = [];
  let rest = text;
  while (rest.length > 2 * PASSAGE_MAX) {
    const space = rest.lastIndexOf(' ', PASSAGE_MAX);
    const end = space > PASSAGE_MAX / 2 ? space : PASSAGE_MAX;
    pieces.push(rest.slice(0, end));
    rest = rest.slice(end).trim();
  }
  return [...pieces, rest];
}

function toPassage(texte: string, { kind, page }: Bloc, cursor: Cursor): PassageImporte {
  return {
    texte,
    titres: cursor.titres.map((titre) => titre.texte),
    ...(cursor.article === undefined ? {} : { article: cursor.article }),
    paragraphe: cursor.paragraphe,
    ...(kind === 'rangee' ? { rangee: cursor.rangee } : {}),
    ...(page === undefined ? {} : { page }),
    chiffres: [...toSpans(texte)],
  };
}

function toSpans(text: string): readonly [number, number][] {
  return findFigures(text).map(({ start, end }) => [start, end]);
}
