import type { SavedProfil } from '#bot/store/ports/profils.ts';
import type { SlackContext } from '../slack-context.ts';
import { mayEdit } from './may-edit.ts';
import type { ProfilShown } from './render-profil.ts';

/** Changes that the view of a profile tells. */
const CHANGES = 3;

/** What the view of a profile shows to a person, in the channel it is opened from. */
export async function loadShown(
  saved: SavedProfil,
  user: string,
  canal: string | undefined,
  context: Pick<SlackContext, 'store' | 'team'>,
): Promise<ProfilShown> {
  const { store, team } = context;
  const [lieux, changes, editable, ici] = await Promise.all([
    store.listLieux(team, saved.id),
    store.listTraces(team, saved.id, CHANGES),
    mayEdit(saved, user, context),
    canal === undefined ? undefined : store.findProfils(team, canal),
  ]);
  return { saved, lieux, changes, editable, luIci: ici && ici[0]?.id === saved.id };
}
