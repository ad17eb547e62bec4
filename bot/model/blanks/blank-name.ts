import type { Figure, Unite } from '#corpus/law/figure.ts';

/** What a model is told of a figure: its kind, never its value. */
export type BlankName =
  | 'montant'
  | 'date'
  | 'durée'
  | 'nombre'
  | 'pourcentage'
  | 'habitants'
  | 'membres'
  | 'année'
  | 'taille'
  | 'rang'
  | 'référence';

const NAMES: Readonly<Record<Unite, BlankName>> = {
  EUR: 'montant',
  'EUR/an': 'montant',
  habitants: 'habitants',
  membres: 'membres',
  pourcent: 'pourcentage',
  mois: 'durée',
  jours: 'durée',
  ans: 'durée',
  heures: 'durée',
  date: 'date',
  annee: 'année',
  taille: 'taille',
  ordinal: 'rang',
  nombre: 'nombre',
  identifiant: 'référence',
};

/** Kind of a figure by its unit. */
export function toBlankName(unit: Unite): BlankName {
  return NAMES[unit];
}

/** Units that only count: « taille 3 » in a question is the 3 of « une CPTS de taille 3 ». */
const COUNTED: ReadonlySet<Unite> = new Set(['habitants', 'membres', 'annee', 'taille', 'ordinal', 'nombre']);

/** What two figures share when they are worth the same. */
export function toFigureKey({ unit, value }: Pick<Figure, 'unit' | 'value'>): string {
  return `${COUNTED.has(unit) ? 'nombre' : unit} ${value}`;
}
