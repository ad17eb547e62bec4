import type { SavedProfil } from '#bot/store/ports/profils.ts';
import type { SlackContext } from '../slack-context.ts';

/** Lines of the journal among which the making of a profile is looked for. */
const MOST = 1000;

/** Whether a person may change a profile: everyone when nobody is named, the persons named, and who made it. */
export async function mayEdit(
  { id, editeurs }: Pick<SavedProfil, 'id' | 'editeurs'>,
  user: string,
  { store, team }: Pick<SlackContext, 'store' | 'team'>,
): Promise<boolean> {
  if (editeurs === 'tous' || editeurs.includes(user)) return true;
  const traces = await store.listTraces(team, id, MOST);
  return traces.some(({ action, by }) => action === 'profil-cree' && by === user);
}
