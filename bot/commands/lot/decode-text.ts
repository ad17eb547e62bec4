import { isUtf8 } from 'node:buffer';

/** The text of a file, with the encoding it was read in; or what the file is instead. */
export type Decoded =
  | { readonly kind: 'text'; readonly text: string; readonly encodage: 'UTF-8' | 'UTF-16' | 'Windows-1252' }
  | { readonly kind: 'binary' };

/**
 * Reads bytes as text: UTF-8 or UTF-16 by their mark, UTF-8 when they can be, else Windows-1252, as Excel writes it.
 * Ends of lines become those of Unix; a workbook or any other binary file is told apart.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  const utf16 = findUtf16(bytes);
  if (utf16 !== undefined) return toText(bytes, utf16, 'UTF-16');
  // A workbook is an archive; no text holds a null byte.
  if (bytes.subarray(0, BINARY_SCAN).includes(0)) return { kind: 'binary' };
  return isUtf8(bytes) ? toText(bytes, 'utf-8', 'UTF-8') : toText(bytes, 'windows-1252', 'Windows-1252');
}

const BINARY_SCAN = 4096;

function findUtf16([first, second]: Uint8Array): string | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
}

function toText(bytes: Uint8Array, label: string, encodage: 'UTF-8' | 'UTF-16' | 'Windows-1252'): Decoded {
  const text = new TextDecoder(label).decode(bytes).replace(/^\uFEFF/, '');
  return { kind: 'text', text: text.replace(/\r\n?/g, '\n'), encodage };
}
