declare module 'yazl' {
  export class ZipFile {
    readonly outputStream: AsyncIterable<Buffer>;
    addBuffer(content: Buffer, name: string): void;
    end(): void;
  }
}
