import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** The letters of a PDF, embedded in it: one face for the text, one for what stands out. */
export type Fonts = { readonly regular: Uint8Array; readonly bold: Uint8Array };

const require = createRequire(import.meta.url);

/** Reads the faces from their package (I/O edge). */
export function loadFonts(): Fonts {
  return {
    regular: readFileSync(require.resolve('@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf')),
    bold: readFileSync(require.resolve('@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf')),
  };
}
