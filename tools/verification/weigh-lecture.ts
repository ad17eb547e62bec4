import type { ChiffreConnu, ChiffreDecrit, Precision } from './chiffre.ts';

/** How much a concept tells: everyday words little, names of the field much. */
export type WeighTheme = (theme: string) => number;

/** What each clue is worth; the order matters more than the values. */
const POINTS = { pres: 3, phrase: 2, contexte: 1, principal: 2, taille: 2, mission: 3, propose: 3, passe: 1 } as const;

/** The amount of a mission is not that of a community whose missions are not named. */
const POINTS_AUTRE = 50;

/** What a word shared with a passage is worth. */
const POINTS_MOT = 0.45;

/** Details that, told on both sides, must be the same. */
const DETAILS = [
  'taille',
  'cote',
  'etape',
  'compte',
  'annee',
  'jalon',
  'texte',
  'evenement',
] as const satisfies readonly (keyof Precision)[];

/**
 * Whether a known figure can be the one that is described: same unit, same value, no detail against it.
 * @legal none: compares what the words say with what the parameters hold
 */
export function isLecture(connu: ChiffreConnu, decrit: ChiffreDecrit): boolean {
  return (
    connu.unite === decrit.unite &&
    hasValue(connu, decrit) &&
    isCompatible(connu, decrit) &&
    !isOtherAmount(connu, decrit) &&
    isSpokenOf(connu, decrit)
  );
}

/** « la part fixe de la mission » is not the functioning: a detail told that a known amount does not have. */
function isOtherAmount({ unite, annees, missions, themes, requis }: ChiffreConnu, decrit: ChiffreDecrit): boolean {
  if (unite !== 'EUR' || annees || missions.length > 0) return false;
  const isNamed = decrit.nommes.some((concept) => themes.includes(concept) || requis.includes(concept));
  return !isNamed && decrit.details.some((detail) => !themes.includes(detail));
}

/** Amounts are rare enough to be known by themselves; a duration, a share, a day, a count must be spoken of. */
function isSpokenOf(connu: ChiffreConnu, decrit: ChiffreDecrit): boolean {
  const { unite, requis, compte, annees } = connu;
  if (compte !== undefined && compte !== decrit.compte) return false;
  if (connu.but && !decrit.but) return false;
  if (annees && (isOtherYear(connu, decrit) || isVague(decrit))) return false;
  if (unite === 'EUR' || requis.length === 0) return true;
  if (unite !== 'jour') return requis.some((concept) => findPlace(concept, decrit));
  // « fin 2021 » alone is no day of a text: it must be signed or published then.
  const isNear = !isVague(decrit) || decrit.evenement !== undefined;
  return requis.some((concept) => decrit.pres.has(concept) || (isNear && decrit.phrase.has(concept)));
}

/**
 * Whether no detail told of a figure is against a known one, value apart.
 * @legal none: compares what the words say with what the parameters hold
 */
export function isCompatible(connu: ChiffreConnu, decrit: ChiffreDecrit): boolean {
  const isOther = DETAILS.some(
    (name) => connu[name] !== undefined && decrit[name] !== undefined && connu[name] !== decrit[name],
  );
  const isOtherMission =
    connu.missions.length > 0 &&
    decrit.missions.length > 0 &&
    !connu.missions.some((code) => decrit.missions.includes(code));
  return !isOther && !isOtherMission && (connu.rang === undefined || connu.rang === decrit.rang);
}

/** A count of another year is another count; a day bears its own year, and a proposal is told at any time. */
function isOtherYear({ unite, statut, annees = [] }: ChiffreConnu, decrit: ChiffreDecrit): boolean {
  if (unite === 'jour' || statut === 'proposition' || annees.length === 0 || decrit.annees.length === 0) return false;
  return !annees.some((annee) => decrit.annees.includes(annee));
}

/** « en novembre 2020 » is when something happened, and no figure of a passage. */
function isVague({ jours }: ChiffreDecrit): boolean {
  return jours !== undefined && jours[0] !== jours[1];
}

/** A day is known when the words give it, or the month or end of year that holds it. */
function hasValue({ valeur }: ChiffreConnu, { valeur: written, jours }: ChiffreDecrit): boolean {
  if (typeof valeur === 'number') return valeur === written;
  return jours !== undefined && jours[0] <= valeur && valeur <= jours[1];
}

/**
 * How well the words around a figure speak of a known one; higher is better, and much below zero is another thing.
 * @legal none: a weighing of words, never of law
 */
export function weighLecture(connu: ChiffreConnu, decrit: ChiffreDecrit, weigh: WeighTheme): number {
  let points = 0;
  for (const [index, theme] of connu.themes.entries()) {
    const found = findPlace(theme, decrit);
    if (found) points += POINTS[found] * weigh(theme) * (index === 0 ? POINTS.principal : 1);
  }
  if (connu.taille !== undefined && connu.taille === decrit.taille) points += POINTS.taille;
  if (connu.missions.length > 0) points += decrit.missions.length > 0 ? POINTS.mission : -POINTS_AUTRE;
  if (connu.requis.length > 0) {
    points += connu.requis.some((concept) => findPlace(concept, decrit)) ? POINTS.pres : -POINTS.phrase;
  }
  if (connu.annees && (connu.unite === 'nombre' || connu.compte === 'hausse') && connu.compte !== undefined) {
    points += POINTS.mission;
  }
  if (connu.mots) for (const mot of connu.mots) if (decrit.mots.has(mot)) points += POINTS_MOT;
  if (connu.unite !== 'jour' && connu.annees?.some((annee) => decrit.annees.includes(annee))) points += POINTS.taille;
  if (connu.rang !== undefined) points += POINTS.mission + POINTS.principal;
  if (connu.statut === 'proposition') points += decrit.propose ? POINTS.propose : -POINTS.passe;
  if (connu.statut === 'expire' && decrit.passe) points += POINTS.passe;
  return points;
}

function findPlace(theme: string, { pres, phrase, contexte }: ChiffreDecrit): 'pres' | 'phrase' | 'contexte' | null {
  if (pres.has(theme)) return 'pres';
  if (phrase.has(theme)) return 'phrase';
  return contexte.has(theme) ? 'contexte' : null;
}
