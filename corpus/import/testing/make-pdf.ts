import PdfDocument from 'pdfkit';

/** What is drawn on a page, from the top to the bottom. */
export type PdfPiece =
  | { readonly kind: 'titre'; readonly texte: string }
  | { readonly kind: 'paragraphe'; readonly texte: string }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[]; readonly widths: readonly number[] };

/** What a PDF of the tests is made of. */
export type PdfSpec = {
  readonly pages: readonly (readonly PdfPiece[])[];
  /** Written at the top and the foot of every page; the foot has the number of the page. */
  readonly entete?: string;
  readonly pied?: string;
  readonly motDePasse?: string;
};

const MARGIN = 72;

/** Draws an official-looking PDF: running titles, numbered feet, titles, paragraphs that wrap, tables. */
export async function makePdf({ pages, entete, pied, motDePasse }: PdfSpec): Promise<Uint8Array> {
  const pdf = new PdfDocument({
    autoFirstPage: false,
    margin: MARGIN,
    ...(motDePasse === undefined ? {} : { userPassword: motDePasse, ownerPassword: `${motDePasse}2` }),
  });
  const chunks: Buffer[] = [];
  pdf.on('data', (chunk) => chunks.push(chunk));
  const ended = new Promise((resolve) => pdf.on('end', resolve));
  for (const [index, pieces] of pages.entries()) {
    pdf.addPage();
    // In the margins nothing wraps to another page.
    pdf.page.margins.top = 0;
    pdf.page.margins.bottom = 0;
    if (entete !== undefined) pdf.fontSize(8).text(entete, MARGIN, 30, { lineBreak: false });
    if (pied !== undefined)
      pdf.fontSize(8).text(`${pied} — page ${index + 1} sur ${pages.length}`, MARGIN, 800, { lineBreak: false });
    pdf.page.margins.bottom = MARGIN;
    pdf.x = MARGIN;
    pdf.y = MARGIN;
    for (const piece of pieces) draw(pdf, piece);
  }
  pdf.end();
  await ended;
  return Buffer.concat(chunks);
}

function draw(pdf: PDFKit.PDFDocument, piece: PdfPiece): void {
  if (piece.kind === 'titre') pdf.fontSize(15).text(piece.texte).moveDown(0.6);
  else if (piece.kind === 'paragraphe') pdf.fontSize(10).text(piece.texte, { align: 'justify' }).moveDown(0.8);
  else drawTable(pdf, piece);
}

/** Cell after cell, each wrapping in its column, as word processors print tables. */
function drawTable(pdf: PDFKit.PDFDocument, { rows, widths }: Extract<PdfPiece, { kind: 'table' }>): void {
  pdf.fontSize(10);
  for (const row of rows) {
    const top = pdf.y;
    let [x, bottom] = [MARGIN, top];
    for (const [column, cell] of row.entries()) {
      const width = widths[column] ?? 100;
      pdf.text(cell, x, top, { width: width - 8 });
      bottom = Math.max(bottom, pdf.y);
      x += width;
    }
    pdf.x = MARGIN;
    pdf.y = bottom + 6;
  }
  pdf.moveDown();
}
