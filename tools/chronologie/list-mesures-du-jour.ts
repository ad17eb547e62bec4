import { addDays, type CalendarDate } from '#corpus/law/calendar-date.ts';
import { toMessage } from '#corpus/law/message.ts';
import { findValueAt } from '#corpus/law/parametre.ts';
import type { Parametres } from '#corpus/law/parametres.ts';
import type { Cote, Difference, Mesure } from '../comparaison/comparaison.ts';
import { compareMesures } from '../comparaison/compare-mesures.ts';
import { listMesuresRegles, listMesuresTaille } from '../comparaison/list-mesures-regles.ts';
import { toMesure, toMontant } from '../comparaison/mesure.ts';

/**
 * Every value of the law on a day, for all sizes: brackets, functioning, top-up, ceilings, missions, delays, shares.
 * @returns empty before the accord
 * @legal ACI CPTS of 20 June 2019 and avenant 2, as dated in corpus/parametres
 */
export function listMesuresDuJour(parametres: Parametres, jour: CalendarDate): readonly Mesure[] {
  const classes = findValueAt(parametres.tailles.valeurs, jour)?.valeur.classes ?? [];
  if (classes.length === 0) return [];
  return [
    ...classes.flatMap(({ taille }) => listMesuresTaille(parametres, taille, jour)),
    ...listComplement(parametres, jour),
    ...listMesuresRegles(parametres, jour, undefined),
  ];
}

/**
 * What changes on a day: the values of the eve against those of the day.
 * @legal first day of each rule, from corpus/parametres
 */
export function listChangements(parametres: Parametres, jour: CalendarDate): readonly Difference[] {
  const veille = addDays(jour, -1);
  return compareMesures(
    { cote: toCote(veille), jour: veille, mesures: listMesuresDuJour(parametres, veille) },
    { cote: toCote(jour), jour, mesures: listMesuresDuJour(parametres, jour) },
  ).differences;
}

/** The top-up while the wording grants it without doubt. */
function listComplement({ complement }: Parametres, jour: CalendarDate): readonly Mesure[] {
  const { signature, montants, ...provenance } = complement;
  if (jour < signature.du || jour > signature.jusquau) return [];
  return Object.entries(montants).map(([taille, montant]) => {
    const head = { code: 'complement-exceptionnel', label: toMessage('mesure-complement'), taille };
    const limite = { limite: { kind: 'date', date: addDays(signature.jusquau, 1) } } as const;
    const note = montant === null ? null : toMessage('comparaison-complement-fenetre', limite);
    return toMesure(head, montant === null ? null : toMontant(montant), { ...provenance, depuis: signature.du }, note);
  });
}

function toCote(asOf: CalendarDate): Cote {
  return { asOf, texte: null, entree: { missions: [] } };
}
