import type { z } from 'zod';
import type { Person } from '../people.ts';
import { UserInfo } from '../schemas/argument-schemas.ts';
import type { World } from '../world.ts';
import { defineMethod, type Method } from './method.ts';
import { type Reply, refuse, succeed } from './reply.ts';

/** The methods that tell about people. */
export const USER_METHODS: readonly Method[] = [
  defineMethod({ name: 'users.info', scopes: ['users:read'], schema: UserInfo, run: tellPerson }),
];

/** Somebody unknown is part of life: people leave, and come from elsewhere. */
function tellPerson({ user, include_locale }: z.output<typeof UserInfo>, { workspace, settings }: World): Reply {
  const person = workspace.people.get(user);
  if (person === undefined) return refuse('user_not_found');
  const locale = include_locale === true || include_locale === 1 ? { locale: person.locale } : {};
  return succeed({ user: { ...toSlackUser(person, settings), ...locale } });
}

function toSlackUser(
  { id, name = id.toLowerCase(), tz, bot = false }: Person,
  { teamId }: { readonly teamId: string },
) {
  const zone = tz === undefined ? {} : { tz, tz_label: tz };
  return {
    id,
    team_id: teamId,
    name: name.toLowerCase(),
    deleted: false,
    real_name: name,
    ...zone,
    profile: { real_name: name, display_name: name, team: teamId },
    is_admin: false,
    is_owner: false,
    is_restricted: false,
    is_bot: bot,
    is_app_user: false,
  };
}
