import { BotError } from '#corpus/law/bot-error.ts';
import { findUnlicensed } from '#corpus/law/find-unlicensed.ts';
import { type LicensedText, type Rendered, renderLicensed } from '#corpus/law/licensed-text.ts';

/**
 * Last gate before a reader: every figure of the final string must stand where a licensed figure was placed.
 * Equal value is not enough, the place is what is licensed.
 * @throws {BotError} ERR_CHIFFRE_SANS_ORIGINE when a figure stands anywhere else; the send must stop
 */
export function checkLicences(rendered: Rendered): void {
  const found = findUnlicensed(rendered);
  if (!found) return;
  throw new BotError(
    'ERR_CHIFFRE_SANS_ORIGINE',
    // The figure itself is not repeated: the log holds places and codes, not contents.
    `un chiffre sans origine se trouve aux positions ${found.start} à ${found.end} d'un texte de ${rendered.text.length} caractères`,
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
