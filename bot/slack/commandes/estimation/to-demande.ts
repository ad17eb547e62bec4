import type { FaitsMission, Periode } from '#bot/answer/situate/faits.ts';
import { completeMission, listMissionsProfil, type MissionDonnee } from '#bot/commands/options/read-missions.ts';
import type { SavedProfil } from '#bot/store/ports/profils.ts';
import { addMonths, type CalendarDate } from '#corpus/law/calendar-date.ts';
import type { MissionSaisie } from '#tools/financement/financement.ts';
import type { ArgumentsLus } from '../lecture/read-arguments.ts';
import type { Demande } from './demande.ts';

/** A request from the words, completed by the profile of the place: the words win. */
export function toDemande(lus: ArgumentsLus, saved: SavedProfil | undefined, today: CalendarDate): Demande {
  const { faits, periode, contratEntier, prorata } = lus;
  const profil = saved?.profil;
  const sized = faits.population !== undefined || faits.tailles !== undefined;
  const [numero] = sized ? (faits.tailles ?? []) : [profil?.taille];
  const exact = faits.signature !== undefined && faits.signature.from === faits.signature.to;
  const signature = faits.signature === undefined ? profil?.signature : faits.signature.from;
  const input = {
    population: sized ? faits.population : profil?.population,
    taille: numero === undefined ? undefined : `taille${numero}`,
    signature,
    // A contract given in words is another than the one of the profile.
    renouvellement: faits.renouvellement ?? (faits.signature === undefined ? profil?.renouvellement : undefined),
    annee: contratEntier ? ('contrat-entier' as const) : faits.annee,
    membres: faits.membres ?? profil?.membres,
    prorata,
    missions: listMissions(faits.missions ?? {}, saved, faits.signature ?? toPeriode(signature)),
  };
  return {
    input: withoutUndefined(input),
    ...(faits.signature && !exact ? { signeEntre: faits.signature } : {}),
    asOf: !periode || (periode.from <= today && today <= periode.to) ? today : periode.to,
    today,
    ...(saved ? { nom: saved.profil.nom, profilId: saved.id } : {}),
  };
}

function listMissions(
  said: Readonly<Record<string, FaitsMission>>,
  saved: SavedProfil | undefined,
  signature: Periode | undefined,
): MissionSaisie[] {
  const known = saved === undefined ? [] : listMissionsProfil(saved.profil);
  const typed = Object.entries(said).map(([code, faits]): MissionDonnee => {
    return completeMission({ code, ...withStart(faits, signature) } as MissionDonnee, known);
  });
  const others = known.filter(({ code }) => said[code] === undefined);
  return [...typed, ...others].map(({ code, fixe, variable, demarrage, taux, atteint }) =>
    withoutUndefined({ code, fixe, variable, demarrage, taux, atteint }),
  );
}

/** A mission that starts some months after the signature starts on a day, when the contract was signed on one. */
export function withStart({ demarrageMois, ...mission }: FaitsMission, signature: Periode | undefined): FaitsMission {
  const isExact = signature !== undefined && signature.from === signature.to;
  const counted = demarrageMois !== undefined && isExact ? addMonths(signature.from, demarrageMois) : undefined;
  return withoutUndefined({ ...mission, demarrage: mission.demarrage ?? counted });
}

function toPeriode(jour: CalendarDate | undefined): Periode | undefined {
  return jour === undefined ? undefined : { from: jour, to: jour };
}

function withoutUndefined<T extends object>(object: T): T {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as T;
}
