import { toProfilText } from '#bot/answer/to-profil-text.ts';
import type { SavedProfil } from '#bot/store/ports/profils.ts';
import { type OutgoingObject, toPlainText } from '../outgoing/outgoing.ts';
import type { ProfilWords } from './profil-words.ts';
import { NOUVEAU_ACTION, toButton } from './render-profil.ts';
import { renderPlace, type ViewPlace } from './view-place.ts';

/** Name of the click that opens a profile. */
export const OUVRIR_ACTION = 'profil-ouvrir';

/** Profiles that a view of a hundred blocks holds. */
const MOST = 90;

/** The choice between the profiles of a channel, the first being the one that its questions are read with. */
export function renderChoix(profils: readonly SavedProfil[], place: ViewPlace, { say }: ProfilWords): OutgoingObject {
  return {
    type: 'modal',
    callback_id: 'profil-choix',
    private_metadata: renderPlace(place),
    title: toPlainText(say('profil-titre-choix')),
    close: toPlainText(say('profil-fermer')),
    blocks: [
      { type: 'section', text: toPlainText(say('profil-choix')) },
      ...profils.slice(0, MOST).map(({ id, profil }, index) => ({
        type: 'section',
        text: toPlainText([
          ...toProfilText(profil.nom, 'nom'),
          ...(index === 0 ? [' ', ...say('profil-choix-lu')] : []),
        ]),
        accessory: toButton(OUVRIR_ACTION, say('profil-ouvrir'), id),
      })),
      { type: 'actions', elements: [toButton(NOUVEAU_ACTION, say('profil-nouveau'))] },
    ],
  };
}
