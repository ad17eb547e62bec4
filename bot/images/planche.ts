import type { LicensedText } from '#corpus/law/licensed-text.ts';
import type { Style } from './style.ts';

/** How a box is filled; each is told apart by its form, and by words, never by its colour alone. */
export type Remplissage = 'plein' | 'points' | 'hachures' | 'hachures-claires' | 'vide' | 'clair' | 'moyen';

/** A box: along the scale from `de` to `a`, and from the top in points. */
export type Boite = {
  readonly de: number;
  readonly a: number;
  readonly haut: number;
  readonly hauteur: number;
  readonly remplissage: Remplissage;
};

/** A line across the drawing, at a place of the scale. */
export type Trait = {
  readonly en: number;
  readonly de: number;
  readonly a: number;
  readonly genre: 'repere' | 'limite';
};

/** A point of the scale, drawn as a diamond: full when it is done. */
export type Jalon = { readonly en: number; readonly y: number; readonly genre: 'fait' | 'a-faire' | 'retard' };

/** A line of text: at a place in points from the left, or of the scale. */
export type Ligne = {
  readonly texte: LicensedText;
  readonly x: { readonly points: number } | { readonly en: number };
  /** Its base line, in points from the top. */
  readonly y: number;
  readonly cote: 'gauche' | 'droite' | 'centre';
  readonly taille: keyof Style['tailles'];
  readonly gras?: boolean;
  readonly ton?: 'encre' | 'discret' | 'alerte';
};

/** A picture before it is drawn: what stands where, and nothing of how it is painted. */
export type Planche = {
  readonly hauteur: number;
  /** What the scale goes from and to: cents, or days. */
  readonly echelle: readonly [number, number];
  readonly boites: readonly Boite[];
  readonly traits: readonly Trait[];
  readonly jalons: readonly Jalon[];
  readonly lignes: readonly Ligne[];
};

/** Width of a text in points. */
export type Measure = (text: string, taille: keyof Style['tailles'], gras: boolean) => number;
