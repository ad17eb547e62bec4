import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import type { LicensedText } from '#corpus/law/licensed-text.ts';
import { describeChiffre, tellBilan, tellConseil } from '../render/describe-verification.ts';
import type { Referentiel } from '../render/referentiel.ts';
import { createScribe } from '../render/scribe.ts';
import type { ChiffreLu } from '../verification/create-verification.ts';
import { sealLines } from './layout.ts';

/** The verdict of each figure of a text, in the order of the text, for a reader. */
export function renderVerificationText(
  chiffres: readonly ChiffreLu[],
  text: string,
  asOf: CalendarDate,
  { vocabulary }: Referentiel,
): string {
  const scribe = createScribe('verification', asOf, vocabulary);
  const titre = scribe.phrase('verif-titre', { asOf: { kind: 'date', date: asOf } });
  if (chiffres.length === 0) return `${sealLines([titre, scribe.phrase('verif-rien')])}\n`;
  const lines = chiffres.flatMap((chiffre): readonly LicensedText[] => {
    const { verdict, extrait, raison, source } = describeChiffre(chiffre, text, scribe);
    const notes = [extrait, raison, ...(source ? [source] : [])];
    return [[], verdict, ...notes.map((note): LicensedText => ['    ', ...note])];
  });
  return `${sealLines([titre, ...lines, [], tellBilan(chiffres, scribe), ...tellConseil(chiffres, scribe)])}\n`;
}
