import { randomBytes } from 'node:crypto';

/** The addresses to which bytes may be sent, once each. */
export type Uploads = {
  /** Path of a new address for a file. */
  open(fileId: string): string;
  /** The file of an address, which is then used. */
  take(path: string): string | undefined;
};

/** Starts with none. */
export function createUploads(): Uploads {
  const opened = new Map<string, string>();
  return {
    open(fileId) {
      const path = `/upload/v1/${randomBytes(12).toString('hex')}`;
      opened.set(path, fileId);
      return path;
    },
    take(path) {
      const fileId = opened.get(path);
      opened.delete(path);
      return fileId;
    },
  };
}
