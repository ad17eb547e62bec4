import { getDocumentProxy } from 'unpdf';
import { type Lecture, toRefus } from './bloc.ts';
import { dropRunningLines } from './drop-running-lines.ts';
import { PAGES_MAX } from './limites.ts';
import { toBlocsOfPdf } from './pdf-blocs.ts';
import { type PdfItem, type PdfLine, toPdfLines } from './pdf-line.ts';

/** Fewest letters of a page that has text: fewer, in the mean, are those that a scanner printed in a margin. */
const LETTERS_MIN = 10;

/** Reads a PDF page by page; `onPage` is told how many are done. */
export async function readPdf(bytes: Uint8Array, onPage: (page: number, pages: number) => void): Promise<Lecture> {
  const opened = await open(bytes);
  if (typeof opened === 'string') return toRefus(opened);
  const { numPages } = opened;
  if (numPages > PAGES_MAX) {
    await opened.loadingTask.destroy();
    const pages = { kind: 'nombre', valeur: numPages } as const;
    return toRefus('import-pages', { pages, limite: { kind: 'nombre', valeur: PAGES_MAX } });
  }
  const pages: (readonly PdfLine[])[] = [];
  for (let number = 1; number <= numPages; number += 1) {
    const page = await opened.getPage(number);
    const { items } = await page.getTextContent();
    pages.push(toPdfLines(items.flatMap(toItem)));
    page.cleanup();
    onPage(number, numPages);
  }
  await opened.loadingTask.destroy();
  const letters = pages
    .flat()
    .reduce((sum, { segments }) => sum + segments.map(({ texte }) => texte).join('').length, 0);
  if (letters < LETTERS_MIN * numPages) return toRefus('import-pdf-sans-texte');
  return { kind: 'blocs', blocs: toBlocsOfPdf(dropRunningLines(pages)) };
}

/** An opened PDF, or the code of what keeps it closed. */
async function open(bytes: Uint8Array) {
  try {
    // The library takes the bytes for itself.
    return await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
  } catch (error) {
    const isLocked = error instanceof Error && error.name === 'PasswordException';
    return isLocked ? 'import-pdf-protege' : 'import-abime';
  }
}

function toItem(item: object): readonly PdfItem[] {
  if (!('str' in item && 'transform' in item && 'width' in item)) return [];
  const { str, transform, width } = item as { str: string; transform: readonly number[]; width: number };
  const [, , skew = 0, scale = 0, x = 0, y = 0] = transform;
  return [{ str, x, y, width, height: Math.hypot(skew, scale) }];
}
