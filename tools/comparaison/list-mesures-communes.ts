import { toMessage } from '#corpus/law/message.ts';
import type { Parametres } from '#corpus/law/parametres.ts';
import { computeEcheances } from '../echeances/compute-echeances.ts';
import type { Cote, Mesure } from './comparaison.ts';
import { listMesuresCalendrier } from './list-mesures-proposition.ts';
import { listMesuresRegles } from './list-mesures-regles.ts';
import { findJourDeDroit } from './list-tailles-cote.ts';
import { toMesureSansRegle } from './mesure.ts';

/**
 * Lines of a side that do not depend on its size: missions, delays and other rules of its day; the dates of its
 * contract when both sides have one.
 * @param other the side it is compared with: a proposal is set against what it would have changed, and no more
 * @legal ACI CPTS of 20 June 2019 and avenant 2, as dated in corpus/parametres
 */
export function listMesuresCommunes(cote: Cote, other: Cote, parametres: Parametres): readonly Mesure[] {
  if (cote.texte?.kind === 'proposition') return listMesuresCalendrier(cote.texte.proposition);
  const jour = findJourDeDroit(cote, parametres);
  const { signature } = cote.entree;
  const regles = listMesuresRegles(parametres, jour, signature);
  if (other.texte?.kind === 'proposition') {
    const hasDelays = listMesuresCalendrier(other.texte.proposition).length > 0;
    return hasDelays ? regles.filter(({ code }) => code.includes(':delai-')) : [];
  }
  return signature && other.entree.signature ? [...regles, ...listDates(cote, parametres)] : regles;
}

function listDates({ entree, asOf }: Cote, parametres: Parametres): readonly Mesure[] {
  const { signature, renouvellement, missions } = entree;
  const suivies = missions.map(({ code, demarrage }) => ({ code, demarrage }));
  const outcome = computeEcheances({ signature, renouvellement, missions: suivies }, parametres, asOf);
  if (outcome.kind !== 'computed') return [];
  return outcome.value.map(({ code, label, date, statut, references, hypotheses }): Mesure => {
    const head = { code: `echeance:${code}`, label };
    return { ...toMesureSansRegle(head, { kind: 'date', date }), statut, references, hypotheses };
  });
}

/**
 * What is left out when a side is a proposal, or when dates cannot be set against one another.
 * @legal none
 */
export function listLimites({ a, b }: { readonly a: Cote; readonly b: Cote }) {
  const offered = [a, b].some(({ texte }) => texte?.kind === 'proposition');
  const alone = (a.entree.signature === undefined) !== (b.entree.signature === undefined);
  return [
    ...(offered ? [toMessage('comparaison-reste-proposition')] : []),
    ...(alone && !offered ? [toMessage('comparaison-dates-une-signature')] : []),
  ];
}
