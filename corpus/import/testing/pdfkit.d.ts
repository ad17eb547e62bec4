declare module 'pdfkit' {
  type TextOptions = { readonly width?: number; readonly align?: 'justify'; readonly lineBreak?: boolean };
  export default class PdfDocument {
    constructor(options: Readonly<Record<string, unknown>>);
    x: number;
    y: number;
    readonly page: { readonly margins: { top: number; bottom: number } };
    on(event: 'data', listener: (chunk: Buffer) => void): this;
    on(event: 'end', listener: (value: unknown) => void): this;
    addPage(): this;
    fontSize(size: number): this;
    text(text: string, options?: TextOptions): this;
    text(text: string, x: number, y: number, options?: TextOptions): this;
    moveDown(lines?: number): this;
    rect(x: number, y: number, width: number, height: number): this;
    fill(): this;
    end(): void;
  }
}
