import { type Parsed, toEcho, toProblem, toValue } from './parsed.ts';

/** Longest text read, in bytes: a book, far more than an article. */
const OCTETS_MAX = 20_000_000;
/** How much of a file is looked at to know whether it is text. */
const DEBUT = 8192;

/**
 * Reads a text of any usual encoding: UTF-8 (with or without its mark), UTF-16 with its mark, else Windows-1252.
 * @param readBytes reads a file; throws when it cannot
 * @returns the text, or what is wrong: file absent, empty, not text, too long
 */
export function readTexte(path: string, readBytes: (path: string) => Uint8Array): Parsed<string> {
  const fichier = toEcho(path);
  const bytes = tryRead(path, readBytes);
  if (bytes === undefined) return toProblem('cli-texte-absent', { fichier });
  if (bytes.length > OCTETS_MAX) {
    const [taille, limite] = [bytes.length, OCTETS_MAX].map((valeur) => ({ kind: 'nombre', valeur }) as const);
    return toProblem('cli-texte-trop-long', { fichier, taille: taille ?? fichier, limite: limite ?? fichier });
  }
  const text = decodeTexte(bytes);
  if (text === undefined) return toProblem('cli-texte-binaire', { fichier });
  return text.trim() === '' ? toProblem('cli-texte-vide', { fichier }) : toValue(text);
}

function tryRead(path: string, readBytes: (path: string) => Uint8Array): Uint8Array | undefined {
  try {
    return readBytes(path);
  } catch {
    return undefined;
  }
}

/** Text of bytes; undefined when they hold none. */
function decodeTexte(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (isBinary(bytes.subarray(0, DEBUT))) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** Control characters that no text holds: a picture, a PDF, an archive. */
function isBinary(bytes: Uint8Array): boolean {
  if (String.fromCharCode(...bytes.subarray(0, 5)) === '%PDF-') return true;
  const controls = bytes.filter((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27));
  return controls.includes(0) || controls.length > bytes.length / 100;
}
