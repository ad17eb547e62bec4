import { isDeepStrictEqual } from 'node:util';
import type { Changements, SavedProfil } from './ports/profils.ts';

/** What a person may change of a profile. */
type Change = Pick<SavedProfil, 'profil' | 'contactCpam' | 'editeurs'>;

/** Fields that are not the same before and after; a field of a mission is named `missions.parcours.fixe`. */
export function listChangements(avant: Change | undefined, apres: Change | undefined): Changements {
  const [before, after] = [toFields(avant), toFields(apres)];
  const names = [...new Set([...before.keys(), ...after.keys()])];
  return Object.fromEntries(
    names
      .filter((name) => !isDeepStrictEqual(before.get(name), after.get(name)))
      .map((name) => [name, toChangement(before.get(name), after.get(name))]),
  );
}

function toFields(change: Change | undefined): ReadonlyMap<string, unknown> {
  if (!change) return new Map();
  const { missions, ...profil } = change.profil;
  const ofMissions = Object.entries(missions).flatMap(([code, mission]) => {
    // A mission without any detail counts too: it is one of the community's.
    return [
      [`missions.${code}`, true] as const,
      ...Object.entries(mission).map(([name, value]) => [`missions.${code}.${name}`, value] as const),
    ];
  });
  const { contactCpam, editeurs } = change;
  const fields = [...Object.entries({ ...profil, contactCpam, editeurs }), ...ofMissions];
  return new Map<string, unknown>(fields.filter(([, value]) => value !== undefined));
}

function toChangement(avant: unknown, apres: unknown): Changements[string] {
  return { ...(avant !== undefined && { avant }), ...(apres !== undefined && { apres }) };
}
