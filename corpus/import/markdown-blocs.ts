import { fromMarkdown } from 'mdast-util-from-markdown';
import type { Bloc } from './bloc.ts';
import { cleanText, toLine } from './clean-text.ts';
import { toRangees } from './rangees.ts';

type Root = ReturnType<typeof fromMarkdown>;
type Nodes = Root | Root['children'][number];
type Item = Extract<Nodes, { type: 'listItem' }>;

/** Pieces of a Markdown text: its marks are taken off, its addresses are left out, its tables are read row by row. */
export function toBlocsOfMarkdown(text: string): readonly Bloc[] {
  return listBlocs(fromMarkdown(cleanText(text).replace(FRONT_MATTER, '')));
}

const FRONT_MATTER = /^---\n[\s\S]*?\n---\n/;
/** The line under the titles of a table: `|---|:--:|`. */
const RULE = /^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$/;

function listBlocs(node: Nodes): readonly Bloc[] {
  switch (node.type) {
    case 'heading':
      return toBloc({ kind: 'titre', texte: toText(node), niveau: node.depth });
    case 'paragraph':
      return toParagraphs(toText(node));
    case 'list':
      return node.children.flatMap((item, index) =>
        listItem(item, node.ordered === true ? (node.start ?? 1) + index : undefined),
      );
    case 'code':
      return toBloc({ kind: 'paragraphe', texte: node.value });
    case 'root':
    case 'blockquote':
      return node.children.flatMap(listBlocs);
    default:
      return [];
  }
}

/** An item keeps its number: it may be named by it. */
function listItem(item: Item, number: number | undefined): readonly Bloc[] {
  const [first, ...others] = item.children;
  const sign = number === undefined ? '•' : `${number}.`;
  const texte = first?.type === 'paragraph' ? `${sign} ${toText(first)}` : '';
  return [
    ...toBloc({ kind: 'element', texte }),
    ...(texte === '' && first ? listBlocs(first) : []),
    ...others.flatMap(listBlocs),
  ];
}

function toParagraphs(text: string): readonly Bloc[] {
  const lines = text.split('\n');
  const rule = lines.findIndex((line) => RULE.test(line) && line.includes('-'));
  const titles = lines[rule - 1];
  if (rule < 1 || titles === undefined || !titles.includes('|')) return toBloc({ kind: 'paragraphe', texte: text });
  const before = lines.slice(0, rule - 1).join('\n');
  return [
    ...toBloc({ kind: 'paragraphe', texte: before }),
    ...toRangees([titles, ...lines.slice(rule + 1)].map(splitCells)),
  ];
}

function splitCells(line: string): readonly string[] {
  return line
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|');
}

function toBloc(bloc: Bloc): readonly Bloc[] {
  const texte = toLine(bloc.texte);
  return texte === '' ? [] : [{ ...bloc, texte }];
}

/** Words of a node, addresses and raw HTML left out. */
function toText(node: Nodes): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value;
  if (node.type === 'break') return '\n';
  return 'children' in node ? node.children.map(toText).join('') : '';
}
