import type { Profil } from '#bot/answer/profil.ts';
import { listMissionsProfil } from '#bot/commands/options/read-missions.ts';
import type { EcheancesInput, MissionSuivie } from '#tools/echeances/echeance.ts';
import type { FinancementInput } from '#tools/financement/financement.ts';
import type { Communaute, Marques } from './communaute.ts';

/** What the funding calculator takes from a profile. */
export function toFinancementInput(profil: Profil): FinancementInput {
  const { population, taille, signature, renouvellement, membres } = profil;
  return {
    population,
    taille: taille === undefined ? undefined : `taille${taille}`,
    signature,
    renouvellement,
    membres,
    missions: listMissionsProfil(profil),
  };
}

/** What the deadline calculator takes from a profile, with the days that buttons have told. */
export function toEcheancesInput({ profil, marques }: Pick<Communaute, 'profil' | 'marques'>): EcheancesInput {
  const { signature, renouvellement } = profil;
  const told = listMissionsProfil(profil).map(({ code, demarrage, deploiement, fait }): MissionSuivie => {
    return { code, demarrage, deploiement, fait };
  });
  const named = new Set(told.map(({ code }) => code));
  const others = [...new Set(Object.keys(marques).flatMap((code) => findMission(code) ?? []))]
    .filter((code) => !named.has(code))
    .map((code): MissionSuivie => ({ code }));
  return { signature, renouvellement, missions: [...told, ...others].map((mission) => complete(mission, marques)) };
}

/** The code of the mission that an échéance is about; undefined for a date of the contract. */
export function findMission(code: string): string | undefined {
  return /^([a-z-]+):(?:demarrage|deploiement)$/.exec(code)?.[1];
}

/** A day told by a button completes the profile; one that the profile gives wins. */
function complete(mission: MissionSuivie, marques: Marques): MissionSuivie {
  const { code, demarrage, deploiement } = mission;
  return {
    ...mission,
    demarrage: demarrage ?? findJour(marques[`${code}:demarrage`]),
    deploiement: deploiement ?? findJour(marques[`${code}:deploiement`]),
  };
}

function findJour(marque: Marques[string] | undefined) {
  return marque?.kind === 'fait' ? marque.le : undefined;
}
