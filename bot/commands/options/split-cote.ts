import { findNearest } from './find-nearest.ts';
import { type Parsed, toEcho, toExemple, toProblem, toValue } from './parsed.ts';

/** Fields of a side, `nom=valeur`, in the order in which they are proposed. */
const CHAMPS = [
  'as-of',
  'texte',
  'population',
  'taille',
  'signature',
  'renouvellement',
  'membres',
  'annee',
  'prorata',
  'mission',
  'profil',
] as const;

/** A field of a side as it was typed. */
export type ChampCote = { readonly nom: (typeof CHAMPS)[number]; readonly valeur: string };

/**
 * Cuts `as-of=2022-03-30,taille=1,mission=…` into fields. A comma before a decimal stays in its amount.
 * @returns the fields, or what is wrong with the first that cannot be one
 */
export function splitCote(typed: string): Parsed<readonly ChampCote[]> {
  const champs: ChampCote[] = [];
  const parts = typed.split(/[,;]\s*(?=[\p{L}-]+\s*=)/u).filter((part) => part.trim() !== '');
  for (const part of parts) {
    const at = part.indexOf('=');
    const typedName = (at === -1 ? part : part.slice(0, at)).trim();
    const nom = CHAMPS.find((candidate) => candidate === fold(typedName));
    if (nom === undefined) return toUnknown(typedName);
    const valeur = at === -1 ? '' : part.slice(at + 1).trim();
    if (valeur === '') return toProblem('cli-cote-sans-valeur', { champ: toExemple(`${nom}=`) });
    if (nom !== 'mission' && champs.some((champ) => champ.nom === nom)) {
      return toProblem('cli-cote-repete', { champ: toExemple(`${nom}=`) });
    }
    champs.push({ nom, valeur });
  }
  return toValue(champs);
}

function toUnknown(typed: string): Parsed<never> {
  const nearest = findNearest(typed, CHAMPS);
  const args = { champ: toEcho(typed), champs: toExemple(CHAMPS.map((champ) => `${champ}=`).join(', ')) };
  if (nearest === undefined) return toProblem('cli-cote-inconnu', args);
  return toProblem('cli-cote-inconnu-proche', { ...args, proche: toExemple(`${nearest}=`) });
}

function fold(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace('asof', 'as-of');
}
