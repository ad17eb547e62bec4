import type { Profil } from '#bot/answer/profil.ts';
import type { CalendarDate } from '#corpus/law/calendar-date.ts';
import { toFraction } from '#corpus/law/euros.ts';
import type { Options } from './open-options.ts';
import { type ChampMission, type MissionOption, parseMission } from './parse-mission.ts';
import { toValue } from './parsed.ts';

/** A mission of the command line or of the profile; `fait` comes from the profile only. */
export type MissionDonnee = MissionOption & { readonly fait?: boolean | undefined };

/**
 * Missions typed with `--mission`, each completed by the profile, then the profile's others.
 * @param champs fields that the command accepts when typed
 */
export function readMissions(
  options: Options,
  champs: readonly ChampMission[],
  profil: Profil | undefined,
  today: CalendarDate,
): readonly MissionDonnee[] {
  const typed = options.takeAll('mission', (text) => toValue(parseMission(text, champs, today)));
  options.report(...typed.flatMap(({ problems }) => problems));
  const saved = profil === undefined ? [] : listMissionsProfil(profil);
  const named = new Set(typed.map(({ mission }) => mission.code));
  return [
    ...typed.map(({ mission }) => completeMission(mission, saved)),
    ...saved.filter(({ code }) => !named.has(code)),
  ];
}

/** Missions of a profile, as the calculators take them. */
export function listMissionsProfil(profil: Profil): readonly MissionDonnee[] {
  return Object.entries(profil.missions).map(([code, mission]) => toMission(code, mission));
}

/** What is typed wins, field by field; a typed result of the variable part replaces the saved one, whatever its form. */
export function completeMission(mission: MissionDonnee, saved: readonly MissionDonnee[]): MissionDonnee {
  const { taux, atteint, ...base } = saved.find(({ code }) => code === mission.code) ?? { code: mission.code };
  const result = mission.taux !== undefined || mission.atteint !== undefined ? {} : { taux, atteint };
  return withoutUndefined({ ...base, ...result, ...mission });
}

function toMission(code: string, mission: Profil['missions'][string]): MissionDonnee {
  const { taux, ...rest } = mission;
  return withoutUndefined({ code, ...rest, taux: taux === undefined ? undefined : toFraction(taux) });
}

function withoutUndefined(
  mission: { readonly [Key in keyof MissionDonnee]: MissionDonnee[Key] | undefined },
): MissionDonnee {
  return Object.fromEntries(Object.entries(mission).filter(([, value]) => value !== undefined)) as MissionDonnee;
}
