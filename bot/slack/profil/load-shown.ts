import type { SavedProfil } from '#bot/store/ports/profils.ts';
import type { SlackContext } from '../slack-context.ts';
import { mayEdit } from './may-edit.ts';
import type { ProfilShown } from './render-profil.ts';

/** What the view of a profile shows to a person, in the channel it is opened from. */
export async function loadShown(
  saved: SavedProfil,
  user: string,
  canal: string | undefined,
  context: Pick<SlackContext, 'store' | 'team'>,
): Promise<ProfilShown> {
  const { store, team } = context;
  const [lieux, editable, ici] = await Promise.all([
    store.listLieux(team, saved.id),
    mayEdit(saved, user, context),
    canal === undefined ? undefined : store.findProfils(team, canal),
  ]);
  return { saved, lieux, editable, luIci: ici && ici[0]?.id === saved.id };
}
