import { Worker } from 'node:worker_threads';
import { toRefus } from './bloc.ts';
import type { DocumentLu } from './read-document.ts';
import type { ReadingNews, ReadingTask } from './reading-worker.ts';

/** Bounds of one reading: memory of its thread, and how long it may take. */
export type ReadingBounds = { readonly megabytes: number; readonly ms: number };

const BOUNDS: ReadingBounds = { megabytes: 700, ms: 120_000 };

/**
 * Reads a document in a thread of its own (I/O edge): one that fills the memory, never ends or breaks its parser is
 * refused, and nothing else suffers.
 * @param onPage told how many pages are done, for formats that have pages
 */
export function readApart(
  bytes: Uint8Array,
  name: string,
  onPage: (page: number, pages: number) => void,
  { megabytes, ms }: ReadingBounds = BOUNDS,
): Promise<DocumentLu> {
  return new Promise((resolve) => {
    const task: ReadingTask = { bytes, name };
    const worker = new Worker(new URL('./reading-worker.ts', import.meta.url), {
      workerData: task,
      resourceLimits: { maxOldGenerationSizeMb: megabytes },
      // What a parser prints concerns nobody.
      stdout: true,
      stderr: true,
    });
    const timer = setTimeout(() => finish(toRefus('import-trop-long')), ms);
    function finish(document: DocumentLu): void {
      clearTimeout(timer);
      resolve(document);
      void worker.terminate();
    }
    worker.on('message', (news: ReadingNews) => {
      if (news.kind === 'page') onPage(news.page, news.pages);
      else finish(news.document);
    });
    worker.on('error', (error) => {
      const isFull = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      finish(toRefus(isFull ? 'import-trop-lourd' : 'import-abime'));
    });
    worker.on('exit', () => finish(toRefus('import-abime')));
  });
}
