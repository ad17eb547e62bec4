import { isUtf8 } from 'node:buffer';

/** The text of a file, with the encoding it was read in; or what the file is instead. */
export type Decoded =
  | { readonly kind: 'text'; readonly text: string; readonly encodage: 'UTF-8' | 'UTF-16' | 'Windows-1252' }
  | { readonly kind: 'binary' };

/**
 * Reads bytes as text: UTF-8 or UTF-16 by their mark, UTF-16 by the zeros of its Latin letters, UTF-8 when they can be,
 * else Windows-1252, as Excel writes it. Ends of lines become those of Unix; a workbook or any other binary file is told
 * apart.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  const utf16 = findUtf16(bytes);
  if (utf16 !== undefined) return toText(bytes, utf16, 'UTF-16');
  // A workbook is an archive; no text holds a null byte.
  const start = bytes.subarray(0, BINARY_SCAN);
  if (start.includes(0) || countControls(start) > CONTROLS * start.length) return { kind: 'binary' };
  return isUtf8(bytes) ? toText(bytes, 'utf-8', 'UTF-8') : toText(bytes, 'windows-1252', 'Windows-1252');
}

const BINARY_SCAN = 4096;
/** Share of control characters above which bytes are no text. */
const CONTROLS = 0.02;

function findUtf16(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return bytes.length % 2 === 0 ? guessUtf16(bytes.subarray(0, BINARY_SCAN)) : undefined;
}

/** Without a mark: nearly every second byte is zero in Latin text, and never the others. */
function guessUtf16(start: Uint8Array): string | undefined {
  let [even, odd] = [0, 0];
  for (const [place, byte] of start.entries()) {
    if (byte !== 0) continue;
    if (place % 2 === 0) even += 1;
    else odd += 1;
  }
  const most = (start.length / 2) * 0.7;
  if (odd > most && even === 0) return 'utf-16le';
  return even > most && odd === 0 ? 'utf-16be' : undefined;
}

function countControls(bytes: Uint8Array): number {
  let controls = 0;
  for (const byte of bytes) if (byte < 9 || (byte > 13 && byte < 32) || byte === 127) controls += 1;
  return controls;
}

function toText(bytes: Uint8Array, label: string, encodage: 'UTF-8' | 'UTF-16' | 'Windows-1252'): Decoded {
  const text = new TextDecoder(label).decode(bytes).replace(/^\uFEFF/, '');
  return { kind: 'text', text: text.replace(/\r\n?/g, '\n'), encodage };
}
