import type { Centimes, Fraction } from '#corpus/law/euros.ts';
import type { LicensedText } from '#corpus/law/licensed-text.ts';
import type { Ecart, Mesure, Valeur } from '#tools/comparaison/comparaison.ts';
import type { Args } from './render-message.ts';

/** Makes a sentence whose figures rest on a line. */
type Phrase<Appui> = (code: string, args: Args, appui?: Appui) => LicensedText;

/** A compared value in words: « 220 000 € », « 6 mois », « de 40 000 à 80 000 habitants ». */
export function tellValeur<Appui extends Pick<Mesure, 'statut' | 'confiance' | 'references'>>(
  valeur: Valeur,
  phrase: Phrase<Appui>,
  appui: Appui,
): LicensedText {
  switch (valeur.kind) {
    case 'montant':
      return phrase('cli-montant', { montant: { kind: 'euros', centimes: valeur.centimes } }, appui);
    case 'duree':
      return phrase('valeur-simple', { valeur: { kind: 'duree', valeur: valeur.valeur, unite: valeur.unite } }, appui);
    case 'part':
      return phrase('valeur-simple', { valeur: { kind: 'pourcent', fraction: valeur.fraction } }, appui);
    case 'date':
      return phrase('cli-jour', { jour: { kind: 'date', date: valeur.date } }, appui);
    case 'taille':
      return phrase('comparaison-cote-taille', { taille: { kind: 'taille', numero: valeur.numero } }, appui);
    case 'bornes':
      return tellBornes(valeur, phrase, appui);
    case 'genre':
      return phrase(GENRES[valeur.genre], {}, appui);
  }
}

const GENRES = { socle: 'valeur-socle', complementaire: 'valeur-complementaire' } as const;

/** « 67 500 € de plus, soit 30,68 % de plus », « 181 jours plus tard ». */
export function tellEcart<Appui>(ecart: Ecart, phrase: Phrase<Appui>): LicensedText {
  if (ecart.kind === 'duree') {
    const { valeur, unite } = ecart;
    const args = { duree: { kind: 'duree', valeur: Math.abs(valeur), unite } } as const;
    if (unite === 'jours') return phrase(valeur < 0 ? 'ecart-jours-avant' : 'ecart-jours-apres', args);
    return phrase(valeur < 0 ? 'ecart-duree-moins' : 'ecart-duree-plus', args);
  }
  const less = ecart.centimes < 0;
  const montant = { kind: 'euros', centimes: Math.abs(ecart.centimes) as Centimes } as const;
  if (!ecart.pourcent) return phrase(less ? 'ecart-montant-moins' : 'ecart-montant-plus', { montant });
  const pourcent = { kind: 'pourcent', fraction: toPositive(ecart.pourcent) } as const;
  return phrase(less ? 'ecart-montant-moins-pourcent' : 'ecart-montant-plus-pourcent', { montant, pourcent });
}

function toPositive({ num, den }: Fraction): Fraction {
  return { num: Math.abs(num), den };
}

function tellBornes<Appui>(
  { de, a }: Extract<Valeur, { kind: 'bornes' }>,
  phrase: Phrase<Appui>,
  appui: Appui,
): LicensedText {
  if (de === 0 && a !== null) return phrase('bornes-debut', { limite: toPopulation(a + 1) }, appui);
  if (a === null) return phrase('bornes-fin', { limite: toPopulation(de - 1) }, appui);
  return phrase('bornes-milieu', { de: toPopulation(de), a: toPopulation(a) }, appui);
}

function toPopulation(habitants: number) {
  return { kind: 'population', habitants } as const;
}
