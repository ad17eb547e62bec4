import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import type { Mission } from '#corpus/law/parametre.ts';
import type { Parametres } from '#corpus/law/parametres.ts';
import type { TexteMetadata } from '#corpus/law/texte.ts';
import type { EtatConnu } from './etat-connu.ts';

/**
 * What stood on an earlier day, as far as the dates of today's data tell: texts that had come, values that had begun.
 * It serves when nobody kept what was known that day; what was read since of an older rule is then not seen.
 * @legal first day of each rule and days of each text, from corpus/parametres and corpus/textes
 */
export function findEtatAvant(etat: EtatConnu, jour: CalendarDate): EtatConnu {
  return {
    jour,
    parametres: cutParametres(etat.parametres, jour),
    textes: etat.textes.filter((texte) => toPremierJour(texte) <= jour),
    passages: etat.passages.filter(({ valideDu }) => valideDu === undefined || valideDu <= jour),
  };
}

/** First day on which a text is known; a day known to the month or the year stands for its beginning. */
function toPremierJour({ publieLe, signeLe, date }: TexteMetadata): string {
  return signeLe ?? publieLe ?? date;
}

function cutParametres(parametres: Parametres, jour: CalendarDate): Parametres {
  const { tailles, fonctionnement, plafonds, montantsMissions, partage, dureeContrat, silenceArs, missions } =
    parametres;
  return {
    ...parametres,
    tailles: { ...tailles, valeurs: cut(tailles.valeurs, jour) },
    fonctionnement: { ...fonctionnement, valeurs: cut(fonctionnement.valeurs, jour) },
    plafonds: { ...plafonds, valeurs: cut(plafonds.valeurs, jour) },
    montantsMissions: { ...montantsMissions, valeurs: cut(montantsMissions.valeurs, jour) },
    partage: { ...partage, valeurs: cut(partage.valeurs, jour) },
    dureeContrat: { ...dureeContrat, valeurs: cut(dureeContrat.valeurs, jour) },
    silenceArs: { ...silenceArs, valeurs: cut(silenceArs.valeurs, jour) },
    missions: { ...missions, missions: cut(missions.missions, jour).map((mission) => cutDelais(mission, jour)) },
  };
}

function cutDelais(mission: Mission, jour: CalendarDate): Mission {
  const { nouveauxDelais } = mission;
  return nouveauxDelais
    ? { ...mission, nouveauxDelais: nouveauxDelais.filter(({ depuis }) => depuis <= jour) }
    : mission;
}

/** The first value stays: the calculators say themselves that a day is older than the accord. */
function cut<T extends { readonly depuis: CalendarDate }>(valeurs: readonly T[], jour: CalendarDate): T[] {
  return valeurs.filter(({ depuis }, index) => index === 0 || depuis <= jour);
}
