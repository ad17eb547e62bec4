import type { Format } from './document-importe.ts';

/** What the first bytes of a file say it is; `autre` is a kind of file that is known and not read. */
export type Detected = Format | 'word-ancien' | 'vide' | 'autre';

/** Bytes looked at. */
const START = 4096;

const SIGNATURES: readonly (readonly [string, Detected])[] = [
  ['PK\u0003\u0004', 'docx'],
  ['\u00d0\u00cf\u0011\u00e0', 'word-ancien'],
  ['{\\rtf', 'autre'],
  ['\u0089PNG', 'autre'],
  ['\u00ff\u00d8\u00ff', 'autre'],
  ['GIF8', 'autre'],
  ['\u001f\u008b', 'autre'],
];

/**
 * Format of a file by its content, then, for texts, by its name: nothing in its words tells Markdown from plain text.
 * An archive is taken for a DOCX until it is opened; bytes that are no text show when they are decoded.
 */
export function detectFormat(bytes: Uint8Array, name: string): Detected {
  if (bytes.length === 0) return 'vide';
  const start = Buffer.from(bytes.subarray(0, START)).toString('latin1');
  if (start.slice(0, 1024).includes('%PDF-')) return 'pdf';
  const signature = SIGNATURES.find(([sign]) => start.startsWith(sign));
  if (signature) return signature[1];
  const bare = start.replaceAll('\u0000', '');
  if (
    /^(?:[\u00ef\u00bb\u00bf\u00ff\u00fe\s]|<\?xml[^>]*>|<!--[\s\S]*?-->)*<(?:!doctype\s+html|html|head|body)\b/i.test(
      bare,
    )
  )
    return 'html';
  if (/\.x?html?$/i.test(name) && /<\w+[^>]*>/.test(bare)) return 'html';
  return /\.(?:md|markdown)$/i.test(name) ? 'markdown' : 'texte';
}
