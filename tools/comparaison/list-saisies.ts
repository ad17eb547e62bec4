import type { ComparaisonInput, Cote, Saisie } from './comparaison.ts';

/**
 * What was given differently on each side: the day, the text, the population…
 * @legal none
 */
export function listSaisies({ a, b }: ComparaisonInput): readonly Saisie[] {
  return NAMES.filter((name) => JSON.stringify(READERS[name](a)) !== JSON.stringify(READERS[name](b)));
}

const READERS: Readonly<Record<Saisie, (cote: Cote) => unknown>> = {
  jour: ({ asOf }) => asOf,
  texte: ({ texte }) => toNomTexte(texte),
  population: ({ entree }) => entree.population,
  taille: ({ entree }) => entree.taille,
  contrat: ({ entree }) => [entree.signature, entree.renouvellement],
  membres: ({ entree }) => entree.membres,
  annee: ({ entree }) => entree.annee,
  missions: ({ entree }) => entree.missions,
};

/**
 * Id of a text that made rules, alias of a proposal, or the name of a text that nobody read.
 * @legal none
 */
export function toNomTexte(texte: Cote['texte']): string | undefined {
  switch (texte?.kind) {
    case 'texte':
      return texte.texte.id;
    case 'proposition':
      return texte.proposition.alias;
    default:
      return texte?.nom;
  }
}

const NAMES = Object.keys(READERS) as readonly Saisie[];
