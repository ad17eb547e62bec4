import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { decodeText } from '#corpus/decode-text.ts';
import { type Bloc, type Lecture, toRefus } from './bloc.ts';
import { toBlocsOfHtml } from './html-blocs.ts';
import type { HtmlNode } from './html-node.ts';

/** Share of the words of a page that its article must have for the rest to be left out. */
const ARTICLE = 0.4;
/** Most elements of a page in which an article is looked for; beyond, the whole page is read. */
const ELEMENTS_MAX = 60_000;

/** Reads a web page: its article when it has one, else all that it shows. */
export function readHtml(bytes: Uint8Array): Lecture {
  const text = decodeHtml(bytes);
  if (text === undefined) return toRefus('import-binaire');
  const page = open(text);
  const whole = toBlocsOfHtml(page.body as unknown as HtmlNode);
  const article = findArticle(page);
  return { kind: 'blocs', blocs: countLetters(article) >= ARTICLE * countLetters(whole) ? article : whole };
}

/** The parser keeps what it is given: without a body, a bare piece of a page would have none. */
function open(text: string) {
  const { document } = parseHTML(/<body[\s>]/i.test(text) ? text : `<html><body>${text}</body></html>`);
  return document;
}

function findArticle(page: ReturnType<typeof open>): readonly Bloc[] {
  try {
    const found = new Readability<HtmlNode>(page, {
      maxElemsToParse: ELEMENTS_MAX,
      serializer: (node) => node as unknown as HtmlNode,
    }).parse();
    return found?.content ? toBlocsOfHtml(found.content) : [];
  } catch {
    // Too many elements, or a page that it cannot make out: all of it is read.
    return [];
  }
}

/** Its own mark or UTF-8 come first; then what the page says it is written in. */
function decodeHtml(bytes: Uint8Array): string | undefined {
  const decoded = decodeText(bytes);
  if (decoded.kind === 'binary') return undefined;
  if (decoded.encodage !== 'Windows-1252') return decoded.text;
  const label = /charset\s*=\s*["']?\s*([\w-]+)/i.exec(decoded.text.slice(0, 4096))?.[1] ?? 'windows-1252';
  try {
    return new TextDecoder(label).decode(bytes);
  } catch {
    // An encoding that nobody knows.
    return decoded.text;
  }
}

function countLetters(blocs: readonly Bloc[]): number {
  return blocs.reduce((sum, { texte }) => sum + texte.length, 0);
}
