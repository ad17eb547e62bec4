import { findDay } from '#bot/find-today.ts';
import type { SavedProfil } from '#bot/store/ports/profils.ts';
import type { Saisie } from '../modal/saisie.ts';
import type { SlackContext } from '../slack-context.ts';
import { readAcces } from './acces.ts';
import { readCommunaute } from './communaute.ts';
import type { Lue } from './lecteur.ts';
import { readMission } from './mission.ts';
import { ACCES_VIEW } from './render-acces.ts';
import { COMMUNAUTE_VIEW } from './render-communaute.ts';
import { MISSION_VIEW } from './render-mission.ts';
import type { ViewPlace } from './view-place.ts';

/** A form as it was filled in, with the profile that it is about when there is one. */
export type Filled = {
  readonly saisie: Saisie;
  readonly place: ViewPlace;
  readonly user: string;
  readonly former: SavedProfil | undefined;
};

/** What to write once a form was read, or everything wrong in it: nothing is written then. */
type Keeping = Lue<() => Promise<void>>;

/** A form: `first` is the field under which what concerns the whole of it is told. */
export type ProfilForm = {
  readonly first: string;
  readonly read: (filled: Filled, context: SlackContext) => Keeping;
};

/** The forms by the name under which Slack sends them. */
export const FORMS: ReadonlyMap<string, ProfilForm> = new Map<string, ProfilForm>([
  [COMMUNAUTE_VIEW, { first: 'nom', read: keepCommunaute }],
  [MISSION_VIEW, { first: 'demarrage', read: keepMission }],
  [ACCES_VIEW, { first: 'canaux', read: keepAcces }],
]);

function keepCommunaute({ saisie, place, user, former }: Filled, context: SlackContext): Keeping {
  const { assembly, team, store, now } = context;
  const { id, canal = 'espace', nouveau } = place;
  return then(readCommunaute(saisie, former?.profil, assembly.parametres, findDay(now())), async (communaute) => {
    const editeurs = former?.editeurs ?? 'tous';
    await store.saveProfil(team, { id, ...communaute, editeurs, savedBy: user }, now());
    if (nouveau) await store.placeProfil(team, canal, id, user, now());
  });
}

function keepMission({ saisie, place, user, former }: Filled, context: SlackContext): Keeping {
  const { assembly, team, store, now } = context;
  if (!former) return NOTHING;
  const lue = readMission(saisie, place.mission ?? '', former.profil, assembly.parametres, findDay(now()));
  return then(lue, (profil) => store.saveProfil(team, { ...former, profil, savedBy: user }, now()));
}

function keepAcces({ saisie, place: { id }, user, former }: Filled, { team, store, now }: SlackContext): Keeping {
  if (!former) return NOTHING;
  return then(readAcces(saisie), async ({ lieux, editeurs }) => {
    await store.saveProfil(team, { ...former, editeurs, savedBy: user }, now());
    const known = await store.listLieux(team, id);
    // Where it serves already it keeps its rank among the profiles of that place.
    for (const lieu of lieux.filter((one) => !known.includes(one)))
      await store.placeProfil(team, lieu, id, user, now());
    for (const lieu of known.filter((one) => !lieux.includes(one)))
      await store.unplaceProfil(team, lieu, id, user, now());
  });
}

const NOTHING: Keeping = { kind: 'value', value: () => Promise.resolve() };

function then<T>(lue: Lue<T>, keep: (value: T) => Promise<void>): Keeping {
  return lue.kind === 'problems' ? lue : { kind: 'value', value: () => keep(lue.value) };
}
