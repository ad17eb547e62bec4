import type { DemandeEcheances } from '../commandes/echeances.ts';
import { computeDemande } from '../commandes/estimation/compute-demande.ts';
import type { Demande } from '../commandes/estimation/demande.ts';
import type { Parole } from '../commandes/parler.ts';
import type { ImageVoulue } from './create-image-sender.ts';

/** Pictures of an estimate: its year, and the payments of the contract when its days are known. */
export function toEstimationImages(demande: Demande, { referentiel, lang }: Parole): readonly ImageVoulue[] {
  const { input, signeEntre, asOf, nom } = demande;
  const { missions, annee, ...contrat } = input;
  const isWhole = annee === 'contrat-entier';
  const sujet = {
    nom,
    contrat,
    missions,
    annee: isWhole ? undefined : annee,
    // What is drawn is what was told.
    financement: isWhole ? undefined : computeDemande(demande, referentiel.parametres),
  };
  const hasDays = contrat.signature !== undefined && signeEntre === undefined;
  const genres = [
    ...(isWhole ? [] : (['financement'] as const)),
    ...(hasDays || isWhole ? (['versements'] as const) : []),
  ];
  return genres.map((genre) => ({ genre, sujet, asOf, lang }));
}

/** Picture of deadlines. */
export function toEcheancesImage({ input, asOf, nom }: DemandeEcheances, { lang }: Pick<Parole, 'lang'>): ImageVoulue {
  const { missions, ...contrat } = input;
  return { genre: 'calendrier', sujet: { nom, contrat, missions }, asOf, lang };
}
