import type { Centimes } from '#corpus/law/euros.ts';
import type { Message } from '#corpus/law/message.ts';
import { findValueAt } from '#corpus/law/parametre.ts';
import type { Parametres } from '#corpus/law/parametres.ts';
import type { Reference } from '#corpus/law/reference.ts';
import type { Confiance, Statut } from '#corpus/law/statut.ts';
import { findMontantBareme, listHypothesesBareme } from '../bareme/find-in-bareme.ts';
import type { AnneeContrat } from '../contrat/find-annee-contrat.ts';
import { listHypotheses } from '../hypothese.ts';
import type { Lecture } from './annee-calculee.ts';
import type { MissionSaisie } from './financement.ts';

/** Both parts of a mission's money for a whole year, each with its standing; null when not known. */
export type Montants = { readonly fixe: Connu | null; readonly variable: Connu | null };

/** An amount that is known, in euro cents, with its standing. */
export type Connu = {
  readonly montant: Centimes;
  readonly statut: Statut;
  readonly confiance: Confiance;
  readonly references: readonly Reference[];
  readonly hypotheses: readonly Message[];
};

/**
 * Amounts of a mission: those of the asker's contract, else those of the overlay, else those read in local contracts.
 * @legal ACI CPTS and its avenants where the overlay gives them; local contracts else, told as such
 */
export function findMontants(
  saisie: MissionSaisie,
  annee: AnneeContrat,
  { taille }: Lecture,
  parametres: Parametres,
): Montants {
  const isFirst = isFirstYear(saisie, annee);
  function choose(volet: 'fixe' | 'variable'): Connu | null {
    const own = saisie[volet];
    if (own !== undefined) return toOwn(own, annee, parametres);
    const place = { taille, mission: saisie.code };
    const found = findOfBareme({ ...place, volet, isFirst }, annee, parametres);
    return found ?? findLocal({ ...place, volet, isFirst }, annee, parametres);
  }
  return { fixe: choose('fixe'), variable: choose('variable') };
}

/**
 * The asker's own amount: their contract is the rule between its parties; the accord says how it is paid.
 * @legal ACI CPTS art. 9 (payments)
 */
export function toOwn(montant: Centimes, annee: AnneeContrat, parametres: Parametres): Connu {
  const reference = findValueAt(parametres.partage.valeurs, annee.jourDeDroit)?.reference;
  const references = reference ? [reference] : [];
  return { montant, statut: 'en-vigueur', confiance: 'C', references, hypotheses: [] };
}

/** An amount looked for: whose, and whether the year is the first one of the mission. */
type Wanted = {
  readonly taille: Lecture['taille'];
  readonly mission: MissionSaisie['code'];
  readonly volet: 'fixe' | 'variable';
  readonly isFirst: boolean;
};

function isFirstYear({ demarrage }: MissionSaisie, { numero, debut }: AnneeContrat): boolean {
  return numero === 1 || (demarrage !== undefined && debut !== null && demarrage >= debut);
}

function findOfBareme({ isFirst, ...place }: Wanted, annee: AnneeContrat, parametres: Parametres): Connu | null {
  const jour = annee.jourDeDroit;
  const first = isFirst && place.volet === 'fixe';
  // Where the first year has an amount of its own, even one that is not known, the others' does not serve for it.
  const found =
    (first ? findMontantBareme({ ...place, volet: 'fixePremiereAnnee' }, parametres, jour) : undefined) ??
    findMontantBareme(place, parametres, jour);
  if (found === undefined || found.montant === null) return null;
  const { montant, confiance, reference } = found;
  return {
    montant,
    statut: 'en-vigueur',
    confiance,
    references: [reference],
    hypotheses: listHypothesesBareme(reference),
  };
}

function findLocal(
  { taille, mission, volet, isFirst }: Wanted,
  annee: AnneeContrat,
  parametres: Parametres,
): Connu | null {
  const dated = findValueAt(parametres.montantsMissions.valeurs, annee.jourDeDroit);
  const read = dated?.valeur[taille]?.[mission];
  const montant = read?.[volet];
  if (!dated || !read || montant === null || montant === undefined) return null;
  if (read.anneesSuivantesSeulement && isFirst) return null;
  const { statut, confiance, reference } = dated;
  return { montant, statut, confiance, references: [reference], hypotheses: listHypotheses(dated) };
}
