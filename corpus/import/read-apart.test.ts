import { describe, expect, it } from 'vitest';
import { readApart } from './read-apart.ts';
import { makePdf } from './testing/make-pdf.ts';

const encode = (text: string) => new TextEncoder().encode(text);
const ignore = () => {};

describe('a reading in its own thread', () => {
  it('gives the document, and tells the pages as they are done', async () => {
    const pages: number[] = [];
    const paragraph = { kind: 'paragraphe', texte: 'Une page de texte ordinaire.' } as const;
    const bytes = await makePdf({ pages: [[paragraph], [paragraph]] });
    expect(await readApart(bytes, 'a.pdf', (page) => pages.push(page))).toMatchObject({ kind: 'lu', pages: 2 });
    expect(pages).toEqual([1, 2]);
  });

  it('is refused when it fills the memory lent to it', async () => {
    const deep = encode(`<html><body>${'<div><p>mot</p>'.repeat(90_000)}</body></html>`);
    const bounds = { megabytes: 20, ms: 60_000 };
    expect(await readApart(deep, 'a.html', ignore, bounds)).toMatchObject({ message: { code: 'import-trop-lourd' } });
  });

  it('is refused when it takes too long', async () => {
    const bounds = { megabytes: 200, ms: 1 };
    expect(await readApart(encode('Un texte.'), 'a.txt', ignore, bounds)).toMatchObject({
      message: { code: 'import-trop-long' },
    });
  });
});
