import { parseHTML } from 'linkedom';

/** A page as text: paragraphs on lines of their own, and its headings a second time. */
export type ReadHtml = { readonly texte: string; readonly intertitres: readonly string[] };

/** Elements that begin and end a line. */
const BLOCKS = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BR CAPTION DD DIV DL DT FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION TABLE TR UL'.split(
    ' ',
  ),
);
const CELLS = new Set(['TD', 'TH']);
const SILENT = new Set(['HEAD', 'NOSCRIPT', 'SCRIPT', 'STYLE', 'TEMPLATE', 'TITLE']);
const HEADING = /^H[1-6]$/;
const [TEXT_NODE, ELEMENT_NODE] = [3, 1];

/** What is read of a node of linkedom. */
type PageNode = {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly childNodes: Iterable<PageNode>;
};

/** Reads a page or a piece of one, whatever the state of its tags. */
export function readHtml(html: string): ReadHtml {
  const pieces: string[] = [];
  const intertitres: string[] = [];
  const visit = (node: PageNode): void => {
    if (node.nodeType === TEXT_NODE) pieces.push((node.textContent ?? '').replace(/\s+/g, ' '));
    if (node.nodeType !== ELEMENT_NODE || SILENT.has(node.nodeName)) return;
    const edge = BLOCKS.has(node.nodeName) ? '\n' : '';
    if (HEADING.test(node.nodeName)) intertitres.push((node.textContent ?? '').replace(/\s+/g, ' ').trim());
    pieces.push(edge);
    for (const child of node.childNodes) visit(child);
    pieces.push(CELLS.has(node.nodeName) ? ' ' : edge);
  };
  const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`);
  for (const node of document.documentElement.childNodes as Iterable<PageNode>) visit(node);
  const texte = pieces
    .join('')
    .replace(/[ \t]*\n\s*/g, '\n')
    .trim();
  return { texte, intertitres: intertitres.filter((heading) => heading !== '') };
}
