import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import { toMessage } from '#corpus/law/message.ts';
import type { Parametres } from '#corpus/law/parametres.ts';
import type { Mesure } from '../comparaison/comparaison.ts';
import { type CoteLu, compareMesures } from '../comparaison/compare-mesures.ts';
import { toMesure, toMontant } from '../comparaison/mesure.ts';
import type { Evenement } from './evenement.ts';

/**
 * The cap of a member's payments, which changes with the civil year.
 * @legal décret 2022-375; social security ceilings of corpus/parametres
 */
export function listEvenementsPass({ pass }: Parametres): readonly Evenement[] {
  const annees = Object.keys(pass.annees).toSorted();
  return annees.map((annee, index) => {
    const jour = toJour(annee);
    const before = annees[index - 1];
    const isNext = before !== undefined && Number(before) + 1 === Number(annee);
    const { differences } = compareMesures(toLu(isNext ? before : undefined, annee, pass), toLu(annee, annee, pass));
    const arg = { kind: 'nombre', valeur: Number(annee), unite: 'annee' } as const;
    return {
      date: jour,
      nature: 'plafond-indemnites',
      texte: pass.reference.texte,
      label: toMessage('evenement-plafond-indemnites', { annee: arg }),
      statut: pass.statut,
      references: [pass.reference],
      changements: differences,
    };
  });
}

function listOne(annee: string | undefined, pass: Parametres['pass']): readonly Mesure[] {
  const montant = annee === undefined ? undefined : pass.annees[annee];
  if (annee === undefined || montant === undefined) return [];
  const { statut, confiance, reference } = pass;
  const head = { code: 'indemnites:plafond', label: toMessage('mesure-plafond-indemnites') };
  return [toMesure(head, toMontant(montant), { statut, confiance, reference, depuis: toJour(annee) })];
}

/** The cap of a year as a side of a comparison; a side without a year has no line. */
function toLu(annee: string | undefined, autre: string, pass: Parametres['pass']): CoteLu {
  const jour = toJour(annee ?? autre);
  return { cote: { asOf: jour, texte: null, entree: { missions: [] } }, jour, mesures: listOne(annee, pass) };
}

function toJour(annee: string): CalendarDate {
  return `${annee}-01-01` as CalendarDate;
}
