import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import { NORMES } from '#corpus/law/texte.ts';
import type { Archives, EtatDuDroit } from './evenement.ts';
import { listMesuresDuJour } from './list-mesures-du-jour.ts';

/**
 * Which texts hold on a day, and the values they make.
 * @legal entry into force alone decides (corpus/textes); a text whose entry into force was not read is told apart
 */
export function findEtat(jour: CalendarDate, { textes, parametres }: Archives): EtatDuDroit {
  const norms = textes.filter(({ nature }) => NORMES.includes(nature));
  const known = norms.filter(
    ({ date, signeLe, publieLe }) => (publieLe ?? signeLe ?? date) <= jour || hasCome(signeLe, jour),
  );
  return {
    jour,
    enVigueur: norms.filter(
      ({ enVigueurDu, enVigueurJusquau: fin }) => hasCome(enVigueurDu, jour) && (fin === undefined || fin >= jour),
    ),
    aVenir: known.filter(({ enVigueurDu }) => enVigueurDu !== undefined && enVigueurDu > jour),
    sansEntreeEnVigueur: known.filter(({ enVigueurDu }) => enVigueurDu === undefined),
    regles: listMesuresDuJour(parametres, jour),
  };
}

function hasCome(day: CalendarDate | undefined, jour: CalendarDate): boolean {
  return day !== undefined && day <= jour;
}
