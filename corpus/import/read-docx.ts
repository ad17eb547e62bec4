import { parseHTML } from 'linkedom';
import mammoth from 'mammoth';
import { type Lecture, toRefus } from './bloc.ts';
import { checkArchive } from './check-archive.ts';
import { toBlocsOfHtml } from './html-blocs.ts';
import type { HtmlNode } from './html-node.ts';

/** Reads a Word document: titles by their styles, lists and tables; pictures are left out. */
export async function readDocx(bytes: Uint8Array): Promise<Lecture> {
  const archive = await checkArchive(bytes);
  if (archive !== 'docx') return toRefus(REFUS[archive]);
  const { value } = await mammoth.convertToHtml(
    { buffer: Buffer.from(bytes) },
    { convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })), externalFileAccess: false },
  );
  const { document } = parseHTML(`<html><body>${value}</body></html>`);
  return { kind: 'blocs', blocs: toBlocsOfHtml(document.body as unknown as HtmlNode) };
}

const REFUS = { autre: 'import-format', bombe: 'import-archive-bombe', abime: 'import-abime' } as const;
