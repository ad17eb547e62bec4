import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import type { Cause, Cote, Mesure } from './comparaison.ts';

/** A line of a side, with the day whose law it follows. */
type LigneDuCote = { readonly mesure: Mesure; readonly cote: Cote; readonly jour: CalendarDate };

/**
 * The text whose rule made the change: the one that began after the day of the older side, and by that of the other.
 * Against a proposal, it is the text that holds on the other side.
 * @returns null when the rule is the same on both sides: what was given makes the difference
 * @legal first day of each rule, from corpus/parametres
 */
export function findCause(a: LigneDuCote, b: LigneDuCote): Cause | null {
  const [offeredA, offeredB] = [a, b].map(({ cote }) => cote.texte?.kind === 'proposition');
  if (offeredA || offeredB) {
    const { regle } = (offeredA ? b : a).mesure;
    return regle && offeredA !== offeredB ? { texte: regle.texte, jour: regle.depuis } : null;
  }
  const [older, newer] = a.jour <= b.jour ? [a, b] : [b, a];
  const regles = [newer.mesure.regle, older.mesure.regle];
  const began = regles.find((regle) => regle && regle.depuis > older.jour && regle.depuis <= newer.jour);
  return began ? { texte: began.texte, jour: began.depuis } : null;
}
