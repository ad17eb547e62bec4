import type { VoletBareme } from '#corpus/law/bareme.ts';
import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import type { MissionCode, TailleCode } from '#corpus/law/parametre.ts';
import type { Parametres } from '#corpus/law/parametres.ts';
import { findMontantBareme, findPlafondBareme, type TrouveDansBareme } from './find-in-bareme.ts';

/** An amount that the corpus lacks in a text, from the first day of that text; `mission` is null for a ceiling. */
export type Cellule = {
  readonly depuis: CalendarDate;
  readonly taille: TailleCode;
  readonly mission: MissionCode | null;
  readonly volet: VoletBareme | 'plafond';
};

/**
 * Every amount that the official tables hold and the corpus lacks, text by text.
 * @returns amounts of the missions for every size (those of local contracts are not official), then unknown ceilings
 * @legal ACI CPTS art. 8 and avenant 2: tables that were not read
 */
export function listCellules(parametres: Parametres): readonly Cellule[] {
  const { montantsMissions, plafonds } = parametres;
  const days = [...new Set([...montantsMissions.valeurs, ...plafonds.valeurs].map(({ depuis }) => depuis))].sort();
  return days.flatMap((depuis) => [...listMontants(depuis, parametres), ...listPlafonds(depuis, parametres)]);
}

/**
 * What the overlay says of a cell, at its first day or later while the same text holds.
 * @returns the first amount given; undefined when there is none
 * @legal official tables of the ACI CPTS and of its avenants, as an administrator read them
 */
export function findCellule(cellule: Cellule, parametres: Parametres): TrouveDansBareme | undefined {
  const { depuis, taille, mission, volet } = cellule;
  const { valeurs } = volet === 'plafond' ? parametres.plafonds : parametres.montantsMissions;
  const fin = valeurs.find((dated) => dated.depuis > depuis)?.depuis;
  const later = (parametres.bareme?.blocs ?? []).map((bloc) => bloc.depuis);
  const days = [depuis, ...later.filter((jour) => jour > depuis && (fin === undefined || jour < fin))];
  const found = days.map((jour) =>
    volet === 'plafond' || mission === null
      ? findPlafondBareme(taille, parametres, jour)
      : findMontantBareme({ taille, mission, volet }, parametres, jour),
  );
  return found.find((entry) => entry !== undefined && entry.montant !== null);
}

/**
 * Sizes that exist, in their order.
 * @legal sizes of the ACI CPTS, in corpus/parametres
 */
export function listTaillesConnues({ tailles }: Parametres): readonly TailleCode[] {
  return (tailles.valeurs.at(-1)?.valeur.classes ?? []).map(({ taille }) => taille);
}

function listMontants(depuis: CalendarDate, parametres: Parametres): readonly Cellule[] {
  if (!parametres.montantsMissions.valeurs.some((dated) => dated.depuis === depuis)) return [];
  const missions = parametres.missions.missions.filter((mission) => mission.depuis <= depuis);
  return listTaillesConnues(parametres).flatMap((taille) =>
    missions.flatMap(({ code }) =>
      listVolets(code, parametres).map((volet) => ({ depuis, taille, mission: code, volet })),
    ),
  );
}

/** The parts a mission has: two for all, more for one whose first year is apart or which may be paid besides. */
function listVolets(code: MissionCode, { montantsMissions }: Parametres): readonly VoletBareme[] {
  const read = montantsMissions.valeurs.flatMap(({ valeur }) =>
    Object.values(valeur).flatMap((missions) => missions?.[code] ?? []),
  );
  return [
    'fixe',
    'variable',
    ...(read.some(({ anneesSuivantesSeulement }) => anneesSuivantesSeulement) ? ['fixePremiereAnnee' as const] : []),
    ...(read.some(({ siCriseReconnue }) => siCriseReconnue !== undefined) ? ['siCriseReconnue' as const] : []),
  ];
}

function listPlafonds(depuis: CalendarDate, { plafonds }: Parametres): readonly Cellule[] {
  const dated = plafonds.valeurs.find((candidate) => candidate.depuis === depuis);
  return Object.entries(dated?.valeur.montants ?? {}).flatMap(([taille, montant]): Cellule[] =>
    montant === null ? [{ depuis, taille, mission: null, volet: 'plafond' }] : [],
  );
}
