import type { Cause, Cote, Mesure } from './comparaison.ts';

/**
 * The text whose rule made the change: the one that began after the day of the older side, and by that of the other.
 * Against a proposal, it is the text that holds on the other side.
 * @returns null when the rule is the same on both sides: what was given makes the difference
 * @legal first day of each rule, from corpus/parametres
 */
export function findCause(a: Mesure, b: Mesure, coteA: Cote, coteB: Cote): Cause | null {
  const offeredA = coteA.texte?.kind === 'proposition';
  const offeredB = coteB.texte?.kind === 'proposition';
  if (offeredA || offeredB) {
    const law = offeredA ? b : a;
    return law.regle && offeredA !== offeredB ? { texte: law.regle.texte, jour: law.regle.depuis } : null;
  }
  const [older, newer] = toJour(coteA) <= toJour(coteB) ? [a, b] : [b, a];
  const [from, to] = [toJour(coteA), toJour(coteB)].toSorted();
  const began = [newer.regle, older.regle].find(
    (regle) => regle && from !== undefined && to !== undefined && regle.depuis > from && regle.depuis <= to,
  );
  return began ? { texte: began.texte, jour: began.depuis } : null;
}

/** Day whose law a side follows: that of its contract when it has one. */
function toJour({ asOf, entree }: Cote) {
  return entree.signature ?? asOf;
}
