import type { Bareme } from '#corpus/law/bareme.ts';
import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import type { Centimes } from '#corpus/law/euros.ts';
import type { TailleCode } from '#corpus/law/parametre.ts';
import type { Parametres } from '#corpus/law/parametres.ts';
import { computeFinancement } from '../financement/compute-financement.ts';
import { listTaillesConnues } from './list-cellules.ts';

/** Results of a full year with every mission started, in euro cents; null when not known. */
export type ResultatsTaille = {
  readonly total: Centimes | null;
  readonly estimation: Centimes | null;
  readonly maximum: Centimes | null;
  readonly plafond: Centimes | null;
};

/** What an overlay changes for a size on a day. */
export type EffetTaille = {
  readonly jour: CalendarDate;
  readonly taille: TailleCode;
  readonly avant: ResultatsTaille;
  readonly apres: ResultatsTaille;
};

/**
 * What changes in the results with an overlay: a full year, every mission started before it, no rate reached.
 * @returns one entry for each first day of a block and each size whose results change
 * @legal ACI CPTS art. 8 and 9, as the calculator of the funding reads them
 */
export function compareEffets(bareme: Bareme, parametres: Parametres): readonly EffetTaille[] {
  const days = [...new Set(bareme.blocs.map(({ depuis }) => depuis))];
  return days.flatMap((jour) =>
    listTaillesConnues(parametres).flatMap((taille): EffetTaille[] => {
      const avant = computeResultats(taille, parametres, jour);
      const apres = computeResultats(taille, { ...parametres, bareme }, jour);
      const keys = ['total', 'estimation', 'maximum', 'plafond'] as const;
      return keys.every((key) => avant[key] === apres[key]) ? [] : [{ jour, taille, avant, apres }];
    }),
  );
}

function computeResultats(taille: TailleCode, parametres: Parametres, jour: CalendarDate): ResultatsTaille {
  const missions = parametres.missions.missions.filter(({ depuis }) => depuis <= jour).map(({ code }) => ({ code }));
  const outcome = computeFinancement({ taille, missions }, parametres, jour);
  if (outcome.kind !== 'computed') return { total: null, estimation: null, maximum: null, plafond: null };
  const { total, estimation, maximum, plafond } = outcome.value;
  return { total, estimation, maximum, plafond };
}
