import PdfDocument from 'pdfkit';
import { joinLicensed, type LicensedText } from '#corpus/law/licensed-text.ts';
import { seal } from '../gate.ts';
import type { Fonts } from './load-fonts.ts';
import type { LigneTrace, TraceCalcul } from './trace.ts';

/** Sizes of the letters, in points. */
const CORPS = { titre: 17, section: 12, texte: 10, note: 8.5 } as const;
/** Blank around a page, and the width that a value takes at the end of a line, in points. */
const MARGE = 56;
const LARGEUR_VALEUR = 110;
const GRIS = '#555555';

type Pdf = PDFKit.PDFDocument;
type Couleur = 'black' | typeof GRIS;
/** How a text is set: the role it has for a screen reader, its face, its size, its colour. */
type Style = {
  readonly role: 'H1' | 'H2' | 'P';
  readonly face: keyof Fonts;
  readonly corps: number;
  readonly couleur: Couleur;
};

const TITRE: Style = { role: 'H1', face: 'bold', corps: CORPS.titre, couleur: 'black' };
const SECTION: Style = { role: 'H2', face: 'bold', corps: CORPS.section, couleur: 'black' };
const TEXTE: Style = { role: 'P', face: 'regular', corps: CORPS.texte, couleur: 'black' };
const VALEUR: Style = { ...TEXTE, face: 'bold' };
const NOTE: Style = { role: 'P', face: 'regular', corps: CORPS.note, couleur: GRIS };

/**
 * A trace as a PDF with its title, its language and its structure; every text passes the gate.
 * The bytes depend on the arguments alone: the day of the file is the day of law.
 * @throws {BotError} ERR_CHIFFRE_SANS_ORIGINE when a figure stands where none was placed
 */
export async function renderTracePdf(trace: TraceCalcul, fonts: Fonts): Promise<Uint8Array> {
  const { lang, asOf, titre, entete, sections } = trace;
  const day = new Date(`${asOf}T00:00:00Z`);
  const doc = new PdfDocument({
    size: 'A4',
    margin: MARGE,
    pdfVersion: '1.7',
    tagged: true,
    lang: lang === 'fr' ? 'fr-FR' : 'en-GB',
    displayTitle: true,
    bufferPages: true,
    info: { Title: seal(titre), Author: 'cpts-bot', Creator: 'cpts-bot', Producer: 'cpts-bot', CreationDate: day },
  });
  const bytes = collect(doc);
  for (const face of ['regular', 'bold'] as const) doc.registerFont(face, Buffer.from(fonts[face]));
  const root = doc.struct('Document');
  doc.addStructure(root);
  const set = createSetter(doc, root);
  set(titre, TITRE);
  for (const line of entete) set(line, NOTE);
  for (const section of sections) {
    doc.moveDown(0.9);
    // A title never stands alone at the foot of a page.
    keepTogether(doc, 4 * CORPS.section);
    set(section.titre, SECTION);
    for (const ligne of section.lignes) setLigne(doc, ligne, set);
  }
  root.end();
  numberPages(doc, trace);
  doc.end();
  return bytes;
}

type Setter = (text: LicensedText, style: Style, width?: number) => void;

function createSetter(doc: Pdf, root: PDFKit.PDFStructureElement): Setter {
  return (text, { role, face, corps, couleur }, width) => {
    const written = toDrawable(seal(text), doc.font(face).fontSize(corps).fillColor(couleur));
    const options = width === undefined ? {} : { width };
    keepTogether(doc, doc.heightOfString(written, options));
    root.add(doc.struct(role, {}, [() => void doc.text(written, options)]));
  };
}

/** An element, its value at the end of the line, and its notes under it. */
function setLigne(doc: Pdf, { element, valeur, precision = [] }: LigneTrace, set: Setter): void {
  doc.moveDown(0.25);
  const width = doc.page.width - 2 * MARGE - (valeur === undefined ? 0 : LARGEUR_VALEUR);
  keepTogether(doc, 3 * CORPS.texte);
  set(element, TEXTE, width);
  if (valeur !== undefined) {
    const { x, y } = doc;
    doc.x = doc.page.width - MARGE - LARGEUR_VALEUR;
    doc.y = y - doc.currentLineHeight(true);
    set(valeur, VALEUR, LARGEUR_VALEUR);
    doc.x = x;
  }
  if (precision.length > 0) set(joinLicensed(precision, '\n'), NOTE, doc.page.width - 2 * MARGE - LARGEUR_VALEUR);
}

/** Begins a page when that much does not fit on this one; what is longer than a page flows on. */
function keepTogether(doc: Pdf, height: number): void {
  const { page, y } = doc;
  const bottom = page.height - MARGE;
  if (y + height > bottom && height < bottom - MARGE) doc.addPage();
}

function numberPages(doc: Pdf, { pied }: TraceCalcul): void {
  const { start, count } = doc.bufferedPageRange();
  for (let index = 0; index < count; index += 1) {
    doc.switchToPage(start + index);
    // Below the margin, where a text would otherwise begin another page.
    doc.page.margins.bottom = 0;
    doc.markContent('Artifact', { type: 'Pagination' });
    doc.font('regular').fontSize(CORPS.note).fillColor(GRIS);
    doc.text(seal(pied(index + 1, count)), MARGE, doc.page.height - MARGE / 2, { lineBreak: false });
    doc.endMarkedContent();
  }
}

/** A sign that the face does not have is shown as a middle dot, never as an empty box. */
function toDrawable(text: string, doc: Pdf): string {
  const { font } = (doc as unknown as { readonly _font: { readonly font: Face } })._font;
  return [...text]
    .map((sign) => (sign === '\n' || font.hasGlyphForCodePoint(sign.codePointAt(0) ?? 0) ? sign : '·'))
    .join('');
}

type Face = { readonly hasGlyphForCodePoint: (code: number) => boolean };

function collect(doc: Pdf): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    doc.on('data', (chunk: Uint8Array) => void chunks.push(chunk));
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.on('error', reject);
  });
}
