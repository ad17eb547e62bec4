import type { VoletBareme } from '#corpus/law/bareme.ts';
import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import { addCentimes, type Centimes } from '#corpus/law/euros.ts';
import { findValueAt, type MissionCode, type TailleCode } from '#corpus/law/parametre.ts';
import type { Parametres } from '#corpus/law/parametres.ts';
import type { Reference } from '#corpus/law/reference.ts';
import { findPlafond } from '../plafond/find-plafond.ts';
import { findMontantBareme } from './find-in-bareme.ts';
import { listTaillesConnues } from './list-cellules.ts';

/** What the overlay makes of a size on a day, in euro cents a year. */
export type SommeTaille = {
  readonly jour: CalendarDate;
  readonly taille: TailleCode;
  readonly fonctionnement: Centimes | null;
  /** Fixed and variable parts that are given, the greater of the two fixed parts where the first year has its own. */
  readonly missions: Centimes;
  /** Functioning and missions, without what a recognised crisis adds. */
  readonly somme: Centimes;
  /** What a recognised crisis adds. */
  readonly crise: Centimes;
  /** Fixed and variable parts that are not given. */
  readonly manquants: number;
  readonly plafond: Centimes | null;
  readonly referencePlafond: Reference | null;
};

/**
 * Sum of a year by size on each day when an amount changes, to be compared with the announced ceiling.
 * @returns one entry for each day and size for which the overlay gives an amount
 * @legal ACI CPTS art. 8 and avenant 2: yearly ceiling of a size, every mission included
 */
export function computeSommes(parametres: Parametres): readonly SommeTaille[] {
  return listJours(parametres).flatMap((jour) =>
    listTaillesConnues(parametres).flatMap((taille) => computeSomme(taille, parametres, jour) ?? []),
  );
}

/** First day of the overlay and every later day on which an amount of the corpus or of the overlay changes. */
function listJours({ bareme, fonctionnement, montantsMissions, plafonds }: Parametres): readonly CalendarDate[] {
  const given = (bareme?.blocs ?? []).map(({ depuis }) => depuis);
  const [first] = given;
  if (first === undefined) return [];
  const known = [fonctionnement, montantsMissions, plafonds].flatMap(({ valeurs }) =>
    valeurs.map(({ depuis }) => depuis),
  );
  return [...new Set([...given, ...known.filter((depuis) => depuis > first)])].sort();
}

function computeSomme(taille: TailleCode, parametres: Parametres, jour: CalendarDate): SommeTaille | undefined {
  const missions = parametres.missions.missions.filter(({ depuis }) => depuis <= jour);
  const parts = missions.map(({ code }) => computeMissionSomme(taille, code, parametres, jour));
  if (parts.every(({ given }) => given === 0)) return undefined;
  const fonctionnement = findValueAt(parametres.fonctionnement.valeurs, jour)?.valeur.montants[taille] ?? null;
  const plafond = findPlafond(taille, parametres, jour);
  const known = plafond.kind === 'computed' ? plafond.value : undefined;
  const total = addCentimes(...parts.map(({ montant }) => montant));
  return {
    jour,
    taille,
    fonctionnement,
    missions: total,
    somme: addCentimes(fonctionnement ?? ZERO, total),
    crise: addCentimes(...parts.map(({ crise }) => crise)),
    manquants: parts.reduce((sum, { missing }) => sum + missing, 0),
    plafond: known?.montant ?? null,
    referencePlafond: known?.reference ?? null,
  };
}

const ZERO = 0 as Centimes;

function computeMissionSomme(taille: TailleCode, mission: MissionCode, parametres: Parametres, jour: CalendarDate) {
  function find(volet: VoletBareme): Centimes | null {
    return findMontantBareme({ taille, mission, volet }, parametres, jour)?.montant ?? null;
  }
  const [fixe, variable, premiere, crise] = [
    find('fixe'),
    find('variable'),
    find('fixePremiereAnnee'),
    find('siCriseReconnue'),
  ];
  const given = [fixe, variable, premiere, crise].filter((montant) => montant !== null).length;
  const missing = [fixe, variable].filter((montant) => montant === null).length;
  const greater = Math.max(fixe ?? ZERO, premiere ?? ZERO) as Centimes;
  return { given, missing, crise: crise ?? ZERO, montant: addCentimes(greater, variable ?? ZERO) };
}
