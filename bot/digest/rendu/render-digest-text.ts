import type { Rubrique } from '#bot/render/render-text.ts';
import { joinLicensed, type LicensedText } from '#corpus/law/licensed-text.ts';
import type { DigestParts } from './render-digest.ts';

/** A digest as text for a terminal: a blank line between two communities, a dash before each line. */
export function renderDigestText({ titre, portee, communautes, droit, pied }: DigestParts): LicensedText {
  const blocks = [
    joinLicensed([titre, portee], '\n'),
    ...communautes.map(({ nom, rubriques }) => joinLicensed([nom, ...rubriques.map(renderRubrique)], '\n')),
    ...droit.map(renderRubrique),
    ...pied,
  ];
  return joinLicensed(blocks, '\n\n');
}

function renderRubrique({ titre, lignes }: Rubrique): LicensedText {
  return joinLicensed([['  ', ...titre], ...lignes.map((ligne): LicensedText => ['  - ', ...ligne])], '\n');
}
