import { type Message, toMessage } from '#corpus/law/message.ts';
import type { Financement, LigneFinancement } from '#tools/financement/financement.ts';
import { toNumeroTaille } from '#tools/taille/compute-taille.ts';

/** Name of a line for a reader; it says its contract year when the value spans several. */
export function toFinancementLabel({ nature, mission, annee }: LigneFinancement, value: Financement): Message {
  const isSeveralYears = value.annee === null && annee !== null;
  return toMessage(`ligne-${nature}${isSeveralYears ? '-annee' : ''}`, {
    taille: { kind: 'taille', numero: toNumeroTaille(value.taille) },
    ...(mission === undefined ? {} : { mission: { kind: 'mission', code: mission } }),
    ...(annee === null ? {} : { annee: { kind: 'nombre', valeur: annee, unite: 'annee-contrat' } }),
  });
}
