import { decodeText } from '#corpus/decode-text.ts';
import type { Message } from '#corpus/law/message.ts';
import { type Lecture, toRefus } from './bloc.ts';
import { detectFormat } from './detect-format.ts';
import type { Format, PassageImporte } from './document-importe.ts';
import { PASSAGES_MAX } from './limites.ts';
import { splitPassages } from './split-passages.ts';

/** A file read, or why it was not. */
export type DocumentLu =
  | {
      readonly kind: 'lu';
      readonly format: Format;
      readonly passages: readonly PassageImporte[];
      readonly pages?: number;
    }
  | { readonly kind: 'refus'; readonly message: Message };

/**
 * Reads the bytes of a document, whatever its format; how many they may be is for whoever read the file.
 * @param name   its file name, which decides only between formats that look alike
 * @param onPage told how many pages are done, for formats that have pages
 */
export async function readDocument(
  bytes: Uint8Array,
  name: string,
  onPage: (page: number, pages: number) => void = () => {},
): Promise<DocumentLu> {
  const format = detectFormat(bytes, name);
  if (format === 'vide') return toRefus('import-vide');
  if (format === 'autre') return toRefus('import-format');
  if (format === 'word-ancien') return toRefus('import-word-ancien');
  let pages: number | undefined;
  const lecture = await readFormat(bytes, format, (page, all) => {
    pages = all;
    onPage(page, all);
  });
  if (lecture.kind === 'refus') return lecture;
  const passages = splitPassages(lecture.blocs);
  if (passages.length === 0) return toRefus('import-sans-texte');
  if (passages.length > PASSAGES_MAX) return toRefus('import-trop-de-texte');
  return { kind: 'lu', format, passages, ...(pages === undefined ? {} : { pages }) };
}

/** Readers are loaded when they serve: each brings a parser with it. */
async function readFormat(
  bytes: Uint8Array,
  format: Format,
  onPage: (page: number, pages: number) => void,
): Promise<Lecture> {
  switch (format) {
    case 'pdf': {
      const { readPdf } = await import('./read-pdf.ts');
      return readPdf(bytes, onPage);
    }
    case 'docx': {
      const { readDocx } = await import('./read-docx.ts');
      return readDocx(bytes);
    }
    case 'html': {
      const { readHtml } = await import('./read-html.ts');
      return readHtml(bytes);
    }
    case 'markdown':
    case 'texte':
      return readText(bytes, format);
  }
}

async function readText(bytes: Uint8Array, format: 'markdown' | 'texte'): Promise<Lecture> {
  const decoded = decodeText(bytes);
  if (decoded.kind === 'binary') return toRefus('import-binaire');
  if (decoded.text.trim() === '') return toRefus('import-vide');
  if (format === 'markdown') {
    const { toBlocsOfMarkdown } = await import('./markdown-blocs.ts');
    return { kind: 'blocs', blocs: toBlocsOfMarkdown(decoded.text) };
  }
  const { toBlocsOfText } = await import('./reflow-lines.ts');
  return { kind: 'blocs', blocs: toBlocsOfText(decoded.text) };
}
