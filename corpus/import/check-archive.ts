import { fromBufferPromise } from 'yauzl';
import { ARCHIVE_MAX } from './limites.ts';

/** What an archive turned out to be. */
export type Archive = 'docx' | 'autre' | 'bombe' | 'abime';

/**
 * Opens an archive to its end without keeping anything, so that one made to fill the memory is known before it is read:
 * sizes are counted, not believed.
 * @param limites most entries, most bytes in all and in one entry, most bytes out for a byte in
 */
export async function checkArchive(bytes: Uint8Array, limites: typeof ARCHIVE_MAX = ARCHIVE_MAX): Promise<Archive> {
  const names = new Set<string>();
  let total = 0;
  try {
    const archive = await fromBufferPromise(Buffer.from(bytes));
    if (archive.entryCount > limites.entrees) return 'bombe';
    for await (const entry of archive.eachEntry()) {
      names.add(entry.fileName);
      // Encrypted entries cannot be measured, nor read.
      if ((entry.generalPurposeBitFlag & 1) !== 0) return 'autre';
      let size = 0;
      for await (const chunk of await archive.openReadStreamPromise(entry)) {
        size += chunk.length;
        const most = Math.max(1_000_000, limites.rapport * bytes.length);
        if (size > limites.octetsParEntree || total + size > Math.min(limites.octets, most)) return 'bombe';
      }
      total += size;
    }
  } catch {
    // Whatever the library found wrong, the archive cannot be read; the person is told to save it again.
    return 'abime';
  }
  return names.has('[Content_Types].xml') && names.has('word/document.xml') ? 'docx' : 'autre';
}
