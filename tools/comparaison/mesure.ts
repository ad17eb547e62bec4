import type { Centimes } from '#corpus/law/euros.ts';
import { type Message, toMessage } from '#corpus/law/message.ts';
import type { Regle } from '#corpus/law/parametre.ts';
import { listHypotheses } from '../hypothese.ts';
import type { Mesure, Valeur } from './comparaison.ts';

type Head = Pick<Mesure, 'code' | 'label'> & Partial<Pick<Mesure, 'taille'>>;

/**
 * A line whose value is made by a dated rule.
 * @legal none: standing and references are those of the rule
 */
export function toMesure(head: Head, valeur: Valeur | null, regle: Regle, note: Message | null = null): Mesure {
  const { statut, confiance, reference, depuis } = regle;
  return {
    taille: null,
    ...head,
    valeur,
    note: valeur === null ? (note ?? toMessage('comparaison-absent')) : note,
    statut: valeur === null ? 'absent' : statut,
    confiance: valeur === null ? 'M' : confiance,
    references: [reference],
    regle: { texte: reference.texte, depuis },
    hypotheses: listHypotheses(regle),
  };
}

/**
 * A line that no rule makes on that side: what is asked for, or why there is nothing.
 * @legal none
 */
export function toMesureSansRegle(head: Head, valeur: Valeur | null, note: Message | null = null): Mesure {
  const common = { statut: null, confiance: null, references: [], regle: null, hypotheses: [] };
  return { taille: null, ...head, valeur, note, ...common };
}

/**
 * An amount as a value.
 * @legal none
 */
export function toMontant(centimes: Centimes): Valeur {
  return { kind: 'montant', centimes };
}

/** Nothing is due, and it is known that nothing is. */
export const NUL: Valeur = { kind: 'montant', centimes: 0 as Centimes };
