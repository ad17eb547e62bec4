import { toFraction } from '#corpus/law/euros.ts';
import type { Profil } from '../profil.ts';
import type { Faits, FaitsMission } from './faits.ts';

/**
 * Facts of the words, completed by those of the thread, then of the profile.
 * A size said now makes the population said before irrelevant, and the other way round.
 * What was met (amounts to explain, shares, lengths, avenants) belongs to its own question only.
 * @param suite the question goes on from the last one: the money of the mission spoken of still holds
 */
export function mergeFaits(said: Faits, thread: Faits | undefined, profile: Faits | undefined, suite: boolean): Faits {
  const kept = thread && (suite ? { ...keepLasting(thread), mission: thread.mission } : keepLasting(thread));
  const merged = complete(complete(said, kept), profile);
  // A question that goes on completes the mission spoken of: « la mission a démarré le … ».
  return suite && thread?.mission ? { ...merged, mission: { ...thread.mission, ...said.mission } } : merged;
}

/** Facts of a situation that come from the profile: neither the words nor the thread had given them. */
export function findDuProfil(faits: Faits, before: Faits, profile: Faits | undefined): Faits {
  return pick(profile ?? {}, (name, value) => value !== undefined && faits[name] === value && before[name] !== value);
}

/** Facts of a situation without those of the profile: what the thread remembers, since a profile may change. */
export function leaveProfil(faits: Faits, duProfil: Faits): Faits {
  return pick(faits, (name) => duProfil[name] === undefined);
}

function pick(faits: Faits, keeps: (name: keyof Faits, value: Faits[keyof Faits]) => boolean): Faits {
  const entries = Object.entries(faits) as [keyof Faits, Faits[keyof Faits]][];
  return Object.fromEntries(entries.filter(([name, value]) => keeps(name, value)));
}

/** What a profile says, as facts; money in cents. */
export function toFaitsProfil(profil: Profil | undefined): Faits | undefined {
  if (!profil) return undefined;
  const { population, taille, signature, renouvellement, membres } = profil;
  const size = population === undefined ? { tailles: taille === undefined ? undefined : [taille] } : { population };
  return {
    ...size,
    membres,
    renouvellement,
    signature: signature && { from: signature, to: signature },
    missionsProfil: Object.fromEntries(
      Object.entries(profil.missions).map(([code, mission]): [string, FaitsMission] => {
        const taux = mission.taux === undefined ? undefined : toFraction(mission.taux);
        return [code, { ...mission, taux }];
      }),
    ),
  };
}

function complete(faits: Faits, other: Faits | undefined): Faits {
  if (!other) return faits;
  const sized = faits.population !== undefined || faits.tailles !== undefined || faits.populationBornee !== undefined;
  const { population, populations, tailles, populationBornee, ...rest } = other;
  const merged: Faits = {
    ...rest,
    ...defined(faits),
    ...(sized ? {} : defined({ population, populations, tailles, populationBornee })),
  };
  return merged;
}

function keepLasting({
  population,
  populations,
  tailles,
  membres,
  signature,
  renouvellement,
  projetDepose,
  annee,
}: Faits): Faits {
  return { population, populations, tailles, membres, signature, renouvellement, projetDepose, annee };
}

function defined<T extends object>(object: T): T {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as T;
}
