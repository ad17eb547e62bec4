import { toCentimes, toFraction } from '#corpus/law/euros.ts';
import type { Faits } from './faits.ts';
import type { Draft, FigureOf, Place } from './figure-place.ts';
import { findNearestRole } from './words-around.ts';

/** Gives an amount to the part of a mission named nearest to it; else it is one met somewhere. */
export function readAmount(euros: number, { around, roles, stem, fil }: Place, draft: Draft): void {
  if (euros === 0) return;
  const role = findNearestRole(around, roles.montants, stem) ?? findReplaced(fil);
  if (role === undefined) draft.faits.montants = [...(draft.faits.montants ?? []), toCentimes(euros)];
  else draft.mission[role] = toCentimes(euros);
}

/** In a thread about one part of a mission, « et si c'était 20 000 ? » replaces it. */
function findReplaced(fil: Faits | undefined): 'fixe' | 'variable' | undefined {
  if (fil?.mission?.variable !== undefined) return 'variable';
  return fil?.mission?.fixe === undefined ? undefined : 'fixe';
}

/** A share reached, when the words say so; else a share met somewhere. */
export function readPercent({ value }: FigureOf<'percent'>, { around, roles, stem, fil }: Place, draft: Draft): void {
  const role = findNearestRole(around, { taux: roles.taux }, stem);
  if ((role === 'taux' || fil?.mission?.variable !== undefined) && value <= 100)
    draft.mission.taux = toFraction(value, 100);
  else draft.faits.pourcents = [...(draft.faits.pourcents ?? []), value];
}
