declare module 'yauzl' {
  import type { Readable } from 'node:stream';

  type Entry = { readonly fileName: string; readonly generalPurposeBitFlag: number };
  type ZipFile = {
    readonly entryCount: number;
    eachEntry(): AsyncIterable<Entry>;
    openReadStreamPromise(entry: Entry): Promise<Readable & AsyncIterable<Buffer>>;
  };
  export function fromBufferPromise(buffer: Buffer): Promise<ZipFile>;
}
