import type { MissionCode } from '#corpus/law/parametre.ts';
import { findNearest } from '../options/find-nearest.ts';
import type { Colonnes } from './colonnes.ts';

/** What a column of the list gives of a community, or of one of its missions. */
export type Champ = keyof Colonnes['champs'];
/** What a column gives of a mission. */
export type Volet = keyof Colonnes['volets'];

/** A column: its title as written, and what it gives; ignored when its title is not known. */
export type Colonne =
  | { readonly kind: 'champ'; readonly titre: string; readonly champ: Champ }
  | { readonly kind: 'mission'; readonly titre: string; readonly mission: MissionCode; readonly volet: Volet }
  | { readonly kind: 'ignoree'; readonly titre: string; readonly proche: string | null };

/** The same text without case, accents, punctuation, what is in parentheses, and light words. */
export type Normalize = (text: string) => string;

/** Builds the comparison of titles and answers. */
export function createNormalize({ motsLegers }: Pick<Colonnes, 'motsLegers'>): Normalize {
  const light = new Set(motsLegers);
  return (text) => {
    const folded = text
      .replace(/\([^)]*\)/g, ' ')
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase();
    const words = folded.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
    const kept = words.filter((word) => !light.has(word));
    return (kept.length > 0 ? kept : words).join(' ');
  };
}

/** Reads the titles: each column by its name, in whatever order. */
export function readTitres(titres: readonly string[], colonnes: Colonnes): readonly Colonne[] {
  const normalize = createNormalize(colonnes);
  const known = new Map<string, Colonne>();
  function learn(forme: string, colonne: Colonne): void {
    const key = normalize(forme);
    if (!known.has(key)) known.set(key, colonne);
  }
  for (const [champ, formes] of Object.entries(colonnes.champs)) {
    for (const forme of formes) learn(forme, { kind: 'champ', titre: '', champ: champ as Champ });
  }
  for (const [mission, formes] of Object.entries(colonnes.missions)) {
    for (const forme of [mission, ...formes]) {
      learn(forme, { kind: 'mission', titre: '', mission, volet: 'demarrage' });
      for (const [name, volets] of Object.entries(colonnes.volets)) {
        const colonne = { kind: 'mission', titre: '', mission, volet: name as Volet } as const;
        for (const volet of volets) {
          learn(`${volet} ${forme}`, colonne);
          learn(`${forme} ${volet}`, colonne);
        }
      }
    }
  }
  return titres.map((titre): Colonne => {
    const key = normalize(titre);
    const found = known.get(key);
    if (found !== undefined) return { ...found, titre: titre.trim() };
    const proche = key.length < 4 ? null : (findNearest(key, Object.keys(colonnes.champs)) ?? null);
    return { kind: 'ignoree', titre: titre.trim(), proche };
  });
}
