import { Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import { describe, expect, it } from 'vitest';
import { checkArchive } from './check-archive.ts';
import { ARCHIVE_MAX } from './limites.ts';
import { readDocument } from './read-document.ts';
import { makeZip } from './testing/make-zip.ts';

const encode = (text: string) => new TextEncoder().encode(text);

/** Passages as a reader would tell them; the code of the refusal when there are none. */
async function read(bytes: Uint8Array, name: string): Promise<readonly string[]> {
  const document = await readDocument(bytes, name);
  if (document.kind === 'refus') return [document.message.code];
  return document.passages.map(({ texte, titres, rangee }) => `${titres.join(' > ')} | ${rangee ?? ''} | ${texte}`);
}

function toUtf16(text: string, isBig: boolean, mark = true): Uint8Array {
  const bytes = Buffer.from(`${mark ? '\ufeff' : ''}${text}`, 'utf16le');
  return isBig ? bytes.swap16() : bytes;
}

const SENTENCE = 'La communauté a élu sa présidente à Besançon, l’été dernier.';
const LATIN = 'La communauté a élu sa présidente à Besançon, en été.';

describe('a text', () => {
  it.each([
    ['UTF-8', encode(SENTENCE)],
    ['UTF-8 with its mark', encode(`\ufeff${SENTENCE}`)],
    ['UTF-16, little end first', toUtf16(SENTENCE, false)],
    ['UTF-16, big end first', toUtf16(SENTENCE, true)],
    ['UTF-16 without a mark', toUtf16(SENTENCE, false, false)],
    ['UTF-16 without a mark, big end first', toUtf16(SENTENCE, true, false)],
  ])('is read in %s', async (_, bytes) => {
    expect(await read(bytes, 'note.txt')).toEqual([` |  | ${SENTENCE}`]);
  });

  it('is read in Windows-1252', async () => {
    expect(await read(Buffer.from(`${LATIN} Co\u00fbt : 12 \u0080`, 'latin1'), 'note.txt')).toEqual([
      ` |  | ${LATIN} Coût : 12 €`,
    ]);
  });

  it.each([
    ['import-vide', Buffer.alloc(0)],
    ['import-vide', encode('  \n\t ')],
    ['import-binaire', Buffer.from([1, 2, 0, 4, 5, 0, 0, 7, 200, 201])],
    ['import-binaire', Buffer.from(Array.from({ length: 600 }, (_, place) => (place * 37) % 256 || 1))],
    ['import-format', Buffer.from('\u0089PNG\r\n', 'latin1')],
    ['import-sans-texte', encode('12 13 14\n\n- - -\n')],
    ['import-word-ancien', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])],
    ['import-abime', Buffer.from('PK\u0003\u0004 and then nothing', 'latin1')],
  ])('is refused: %s', async (code, bytes) => {
    expect(await read(bytes, 'note.txt')).toEqual([code]);
  });
});

describe('a Markdown file', () => {
  it('gives its titles, lists and tables, without marks or addresses', async () => {
    const text = `---\nauteur: personne\n---\n# Guide\n\nUn **texte** avec [un lien](https://exemple.fr/piege).\n\n## Montants\n\n| Taille | Aide |\n|--------|-----:|\n| 1 | 12 000 € |\n| 2 | 15 000 € |\n\n- soigner\n- prévenir\n`;
    expect(await read(encode(text), 'guide.md')).toEqual([
      'Guide |  | Un texte avec un lien.',
      'Guide > Montants | 1 | Taille : 1 ; Aide : 12 000 €',
      'Guide > Montants | 2 | Taille : 2 ; Aide : 15 000 €',
      'Guide > Montants |  | • soigner\n• prévenir',
    ]);
  });
});

describe('a web page', () => {
  const article = `<p>${'La communauté agit avec ses partenaires, et elle en rend compte chaque année. '.repeat(6)}</p>`;
  const page = (head: string) =>
    `<!DOCTYPE html><html><head>${head}<title>Page</title><script>alert('non')</script></head><body><nav><a href="/">Accueil</a> Menu du site</nav><main><h1>Les soins</h1>${article}<h2>Montants</h2><table><tr><th>Taille</th><th>Aide</th></tr><tr><td>Une</td><td>12 000 €</td></tr></table><ul><li>Été <a href="https://exemple.fr">ici</a></li></ul></main><footer>Mentions</footer></body></html>`;

  it('gives its article, and neither its menu nor its scripts', async () => {
    const passages = (await read(encode(page('<meta charset="utf-8">')), 'page.html')).join('\n');
    expect(passages).toContain('Taille : Une ; Aide : 12 000 €');
    expect(passages).toContain('• Été ici');
    expect(passages).not.toMatch(/alert|Menu|Mentions|exemple\.fr/);
  });

  it('is known by its content, whatever its name, and read in the encoding it tells', async () => {
    const bytes = Buffer.from(page('<meta charset="iso-8859-15">').replace('€', '\u00a4'), 'latin1');
    expect((await read(bytes, 'page.txt')).join('\n')).toContain('12 000 €');
  });

  it('is read whole when it is a bare piece of a page', async () => {
    expect(await read(encode('<html><h2>Un titre</h2><p>Un paragraphe.</p></html>'), 'page.html')).toEqual([
      'Un titre |  | Un paragraphe.',
    ]);
  });
});

describe('a Word document', () => {
  function cell(text: string): TableCell {
    return new TableCell({ children: [new Paragraph(text)] });
  }

  it('gives its titles, paragraphs, lists and tables', async () => {
    const document = new Document({
      sections: [
        {
          children: [
            new Paragraph({ text: 'Compte rendu', heading: HeadingLevel.HEADING_1 }),
            new Paragraph('Le bureau s’est réuni le 4 mai 2023.'),
            new Paragraph({ text: 'Décisions', heading: HeadingLevel.HEADING_2 }),
            new Paragraph({ text: 'louer un local', bullet: { level: 0 } }),
            new Table({
              rows: [
                new TableRow({ children: [cell('Poste'), cell('Montant')] }),
                new TableRow({ children: [cell('Loyer'), cell('800 €')] }),
              ],
            }),
          ],
        },
      ],
    });
    expect(await read(await Packer.toBuffer(document), 'cr.docx')).toEqual([
      'Compte rendu |  | Le bureau s’est réuni le 4 mai 2023.',
      'Compte rendu > Décisions |  | • louer un local',
      'Compte rendu > Décisions | 1 | Poste : Loyer ; Montant : 800 €',
    ]);
  });

  it('is refused when it would fill the memory, without being opened', async () => {
    const types = Buffer.from('<Types/>');
    const bomb = await makeZip({ '[Content_Types].xml': types, 'word/document.xml': Buffer.alloc(20_000_000) });
    expect(bomb.length).toBeLessThan(40_000);
    expect(await read(bomb, 'cr.docx')).toEqual(['import-archive-bombe']);
  });

  it('is refused when it is another archive, or has too many entries', async () => {
    expect(await read(await makeZip({ 'a.txt': Buffer.from('a') }), 'cr.docx')).toEqual(['import-format']);
    const files = Object.fromEntries(Array.from({ length: 12 }, (_, place) => [`f${place}`, Buffer.from('a')]));
    expect(await checkArchive(await makeZip(files), { ...ARCHIVE_MAX, entrees: 10 } as never)).toBe('bombe');
  });
});
