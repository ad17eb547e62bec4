import { parentPort, workerData } from 'node:worker_threads';
import { readDocument } from './read-document.ts';

/** What is given to the thread, and what it tells. */
export type ReadingTask = { readonly bytes: Uint8Array; readonly name: string };
export type ReadingNews =
  | { readonly kind: 'page'; readonly page: number; readonly pages: number }
  | { readonly kind: 'fini'; readonly document: Awaited<ReturnType<typeof readDocument>> };

/** The thread that reads one document, so that its memory and its time can be bounded. */
if (parentPort) {
  const { bytes, name } = workerData as ReadingTask;
  const tell = (news: ReadingNews) => parentPort?.postMessage(news);
  tell({
    kind: 'fini',
    document: await readDocument(bytes, name, (page, pages) => tell({ kind: 'page', page, pages })),
  });
}
