import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { BotError } from '#corpus/law/bot-error.ts';
import { createDrawer } from './drawing-process.ts';
import type { Measure, Planche } from './planche.ts';
import type { Style } from './style.ts';
import { toDefs, toSpec } from './to-spec.ts';

/** A picture drawn: its bytes are the same each time. */
export type Png = { readonly png: Uint8Array; readonly largeur: number; readonly hauteur: number };

/** What draws (I/O edge): it reads the font that comes with the program, and no other. */
export type Painter = { readonly measure: Measure; readonly draw: (planche: Planche) => Promise<Png> };

const FACES = { normal: '400Regular/SourceSans3_400Regular.ttf', gras: '600SemiBold/SourceSans3_600SemiBold.ttf' };

/**
 * Opens what draws; its libraries are loaded then, and not before.
 * @param findFile where a file of the font is
 * @throws {BotError} ERR_IMAGE_POLICE when the font is not there: a text would vanish without a word
 */
export async function openPainter(style: Style, findFile: (face: string) => string = findFontFile): Promise<Painter> {
  const files = { normal: findFile(FACES.normal), gras: findFile(FACES.gras) };
  for (const file of Object.values(files)) if (!existsSync(file)) throw createFontError();
  const { default: PdfDocument } = await import('pdfkit');
  const ruler = new PdfDocument({ autoFirstPage: false, font: files.normal });
  const drawApart = createDrawer();
  const font = { family: style.police, files: Object.values(files) };
  return {
    measure: (text, taille, gras) =>
      ruler
        .font(gras ? files.gras : files.normal)
        .fontSize(style.tailles[taille])
        .widthOfString(text),
    async draw(planche) {
      const { spec, textes } = toSpec(planche, style);
      const drawn = await drawApart({ spec, defs: toDefs(style), zoom: style.agrandissement, font });
      // Nothing may come from the library itself, the numbers of an axis say.
      if (!drawn.textes.every((texte) => textes.has(texte))) throw createTextError();
      return { png: drawn.png, largeur: drawn.largeur, hauteur: drawn.hauteur };
    },
  };
}

function findFontFile(face: string): string {
  return createRequire(import.meta.url).resolve(`@expo-google-fonts/source-sans-3/${face}`);
}

function createFontError(): BotError {
  const message = "la police des images manque : l'image n'est pas dessinée";
  return new BotError('ERR_IMAGE_POLICE', message, 'Réinstallez le programme avec npm ci.');
}

function createTextError(): BotError {
  const message = "une image porte un texte qui n'a pas passé le contrôle des chiffres";
  return new BotError('ERR_IMAGE_TEXTE', message, "L'envoi est arrêté. Signalez cet incident avec son code.");
}
