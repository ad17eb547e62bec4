import { BotError } from '#corpus/law/bot-error.ts';
import { findFigures } from '#corpus/law/find-figures.ts';
import { type LicensedText, type Rendered, renderLicensed } from '#corpus/law/licensed-text.ts';

/**
 * Last gate before a reader: every figure of the final string must stand where a licensed figure was placed.
 * Equal value is not enough, the place is what is licensed.
 * @throws {BotError} ERR_CHIFFRE_SANS_ORIGINE when a figure stands anywhere else; the send must stop
 */
export function checkLicences({ text, licences }: Rendered): void {
  const masked = maskLicensed(text, licences);
  const found = findFigures(masked)[0] ?? findAddedUnit(masked);
  if (!found) return;
  throw new BotError(
    'ERR_CHIFFRE_SANS_ORIGINE',
    // The figure itself is not repeated: the log holds places and codes, not contents.
    `un chiffre sans origine se trouve aux positions ${found.start} à ${found.end} d'un texte de ${text.length} caractères`,
    "L'envoi est arrêté. Signalez cet incident avec son code : c'est un défaut du programme.",
  );
}

/** Renders a licensed text and passes it through the gate: the only way from {@link LicensedText} to a plain string. */
export function seal(text: LicensedText): string {
  return sealRendered(text).text;
}

/** Same as {@link seal}, keeping the places of the figures. */
export function sealRendered(text: LicensedText): Rendered {
  const rendered = renderLicensed(text);
  checkLicences(rendered);
  return rendered;
}

/** Put over a licensed place before the rest is looked at: neither a letter nor a digit. */
const MASK = '\ufffc';
/** The same over a figure of a source, whose own words follow it. */
const SOURCE_MASK = '\u25a1';

/** Signs of money, share or magnitude: put against a number of ours, they change what it says. */
const ADDED_UNIT = /\ufffc\s?(?:(?:k|M|Md|Mds)?[€$%]|(?:k|Md|Mds)(?![\p{L}\p{N}]))|[€$]\s?\ufffc/u;

function findAddedUnit(masked: string): { readonly start: number; readonly end: number } | undefined {
  const match = ADDED_UNIT.exec(masked);
  return match ? { start: match.index, end: match.index + match[0].length } : undefined;
}

function maskLicensed(text: string, licences: Rendered['licences']): string {
  let masked = '';
  let position = 0;
  for (const { figure, start, end } of licences) {
    const mask = figure.origin.type === 'source' ? SOURCE_MASK : MASK;
    masked += text.slice(position, start) + mask.repeat(end - start);
    position = end;
  }
  return masked + text.slice(position);
}
