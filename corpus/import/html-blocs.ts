import type { Bloc } from './bloc.ts';
import { toLine } from './clean-text.ts';
import type { HtmlNode } from './html-node.ts';
import { toRangees } from './rangees.ts';

const TEXT = 3;
/** Nothing of these is read. */
const SILENT = new Set([
  'SCRIPT',
  'STYLE',
  'NOSCRIPT',
  'TEMPLATE',
  'SVG',
  'IFRAME',
  'NAV',
  'FORM',
  'BUTTON',
  'SELECT',
  'HEAD',
  'FOOTER',
]);
/** These stand in a line of text; all others begin a new one. */
const INLINE = new Set(
  'A ABBR ACRONYM B BDI BDO BIG CITE CODE DATA DEL DFN EM FONT I INS KBD LABEL MARK Q S SAMP SMALL SPAN STRONG SUB SUP TIME TT U VAR WBR'.split(
    ' ',
  ),
);

/** Pieces of an HTML tree: titles, paragraphs, items of lists, rows of tables. Addresses of links are left out. */
export function toBlocsOfHtml(root: HtmlNode): readonly Bloc[] {
  const blocs: Bloc[] = [];
  let pending = '';
  function close(kind: Bloc['kind'] = 'paragraphe', niveau?: number): void {
    const texte = toLine(pending);
    pending = '';
    if (texte !== '') blocs.push({ kind, texte, ...(niveau === undefined ? {} : { niveau }) });
  }
  function walk(node: HtmlNode, kind: Bloc['kind']): void {
    const name = node.nodeName.toUpperCase();
    if (node.nodeType === TEXT) {
      pending += (node.textContent ?? '').replace(/[ \t\r\n]+/g, ' ');
      return;
    }
    if (SILENT.has(name) || node.nodeType === COMMENT) return;
    if (name === 'BR') pending += '\n';
    else if (INLINE.has(name)) for (const child of node.childNodes) walk(child, kind);
    else walkBlock(node, name, kind);
  }
  function walkBlock(node: HtmlNode, name: string, kind: Bloc['kind']): void {
    close(kind);
    if (name === 'TABLE' && isData(node)) {
      blocs.push(...toRangees(listRows(node)));
      return;
    }
    const level = /^H([1-6])$/.exec(name)?.[1];
    const own = name === 'LI' ? 'element' : level === undefined ? kind : 'titre';
    if (name === 'LI') pending = '• ';
    for (const child of node.childNodes) walk(child, own);
    if (pending.trim() === '•') pending = '';
    close(own, level === undefined ? undefined : Number(level));
  }
  walk(root, 'paragraphe');
  close();
  return blocs;
}

const COMMENT = 8;

/** A table that holds another lays the page out. */
function isData(table: HtmlNode): boolean {
  return listNamed(table, 'TABLE').length === 0;
}

function listRows(table: HtmlNode): readonly (readonly string[])[] {
  return listNamed(table, 'TR').map((row) =>
    [...row.childNodes].filter(({ nodeName }) => /^T[DH]$/i.test(nodeName)).map(toText),
  );
}

/** Words of a cell; those of two paragraphs stand apart. */
function toText(node: HtmlNode): string {
  if (node.nodeType === TEXT) return node.textContent ?? '';
  const name = node.nodeName.toUpperCase();
  if (SILENT.has(name) || node.nodeType === COMMENT) return '';
  const words = [...node.childNodes].map(toText).join('');
  return INLINE.has(name) ? words : `${words} `;
}

function listNamed(node: HtmlNode, name: string): readonly HtmlNode[] {
  return [...node.childNodes].flatMap((child) =>
    child.nodeName.toUpperCase() === name ? [child] : listNamed(child, name),
  );
}
