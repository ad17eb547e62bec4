import { roundCentimes, subtractCentimes } from '#corpus/law/euros.ts';
import { toMessage } from '#corpus/law/message.ts';
import { findValueAt } from '#corpus/law/parametre.ts';
import type { Parametres } from '#corpus/law/parametres.ts';
import type { AnneeContrat } from '../contrat/find-annee-contrat.ts';
import { listHypotheses } from '../hypothese.ts';
import { toNumeroTaille } from '../taille/compute-taille.ts';
import { type AnneeCalculee, type Lecture, RIEN } from './annee-calculee.ts';
import type { FinancementInput, LigneFinancement } from './financement.ts';

/**
 * Functioning of a contract year: the whole grant in the first, afterwards an advance when the year begins and a balance
 * whose day is not known.
 * @returns nothing, with the reason, when the amount is not known or when no mission has started before the year
 * @legal ACI CPTS art. 9 (payments); amounts in corpus/parametres
 */
export function computeFonctionnement(
  annee: AnneeContrat,
  { taille }: Pick<Lecture, 'taille'>,
  input: FinancementInput,
  parametres: Parametres,
): AnneeCalculee {
  const tailleArg = { taille: { kind: 'taille', numero: toNumeroTaille(taille) } } as const;
  const dated = findValueAt(parametres.fonctionnement.valeurs, annee.jourDeDroit);
  const partage = findValueAt(parametres.partage.valeurs, annee.jourDeDroit);
  const montant = dated?.valeur.montants[taille];
  if (!dated || !partage || montant === undefined || montant === null) {
    return { ...RIEN, variableRestant: null, notComputed: [toMessage('fonctionnement-inconnu', tailleArg)] };
  }
  if (!hasStarted(annee, input)) return { ...RIEN, notComputed: [toMessage('fonctionnement-missions-non-demarrees')] };
  const { numero } = annee;
  const premiere = numero === 1;
  const args = { ...tailleArg, montant: { kind: 'euros', centimes: montant } } as const;
  const ligne: LigneFinancement = {
    nature: 'fonctionnement',
    annee: numero,
    montant,
    statut: dated.statut,
    confiance: dated.confiance,
    references: [dated.reference, partage.reference],
    etapes: [toMessage(premiere ? 'etape-fonctionnement-signature' : 'etape-fonctionnement-annuel', args)],
  };
  if (premiere) {
    const label = toMessage('versement-fonctionnement-signature');
    return { ...RIEN, lignes: [ligne], versements: [{ date: annee.debut, annee: numero, montant, label }] };
  }
  const avance = roundCentimes(montant, partage.valeur.avanceFonctionnement);
  return {
    ...RIEN,
    lignes: [ligne],
    versements: [
      { date: annee.debut, annee: numero, montant: avance, label: toMessage('versement-fonctionnement-avance') },
      {
        date: null,
        annee: numero,
        montant: subtractCentimes(montant, avance),
        label: toMessage('versement-fonctionnement-solde'),
      },
    ],
    hypotheses: [
      ...listHypotheses(dated),
      ...(input.missions.length === 0 ? [toMessage('missions-supposees-demarrees')] : []),
    ],
  };
}

/** After the first year, the yearly functioning is due on an anniversary that follows the start of a mission. */
function hasStarted(annee: AnneeContrat, input: FinancementInput): boolean {
  const { debut, numero } = annee;
  if (numero === 1 || debut === null || input.missions.length === 0) return true;
  return input.missions.some(({ demarrage }) => demarrage === undefined || demarrage <= debut);
}
