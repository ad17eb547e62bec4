import { toCheckboxes, toConversationsElement, toInput, toUsersElement } from '../modal/inputs.ts';
import { type OutgoingObject, toPlainText } from '../outgoing/outgoing.ts';
import type { Acces } from './acces.ts';
import type { ProfilWords } from './profil-words.ts';
import { renderRetour } from './render-retour.ts';
import { renderPlace, type ViewPlace } from './view-place.ts';

/** Name of the form of where a profile serves and who may change it, when it is sent. */
export const ACCES_VIEW = 'profil-acces';

/** The form of where a profile serves and who may change it. */
export function renderAcces({ lieux, editeurs }: Acces, place: ViewPlace, { say }: ProfilWords): OutgoingObject {
  const espace = { value: 'espace', label: say('profil-lieu-espace-choix') };
  return {
    type: 'modal',
    callback_id: ACCES_VIEW,
    private_metadata: renderPlace(place),
    title: toPlainText(say('profil-titre-acces')),
    submit: toPlainText(say('profil-enregistrer')),
    close: toPlainText(say('profil-fermer')),
    blocks: [
      toInput(
        { champ: 'canaux', label: say('profil-canaux'), hint: say('profil-canaux-aide') },
        toConversationsElement(lieux.filter((lieu) => lieu !== 'espace')),
      ),
      toInput(
        { champ: 'espace', label: say('profil-lieu-espace'), hint: say('profil-lieu-espace-aide') },
        toCheckboxes(
          [espace],
          lieux.filter((lieu) => lieu === 'espace'),
        ),
      ),
      toInput(
        { champ: 'editeurs', label: say('profil-editeurs'), hint: say('profil-editeurs-aide') },
        toUsersElement(editeurs === 'tous' ? [] : editeurs),
      ),
      renderRetour(say),
    ],
  };
}
