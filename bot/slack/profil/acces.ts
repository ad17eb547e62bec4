import type { Editeurs, Lieu } from '#bot/store/ports/profils.ts';
import { toMessage } from '#corpus/law/message.ts';
import type { Saisie } from '../modal/saisie.ts';
import type { Lue } from './lecteur.ts';

/** Where a profile serves, and who may change it. */
export type Acces = { readonly lieux: readonly Lieu[]; readonly editeurs: Editeurs };

/** Reads the form of where a profile serves and who may change it; a profile that served nowhere would be read by no question. */
export function readAcces(saisie: Saisie): Lue<Acces> {
  const lieux = [...saisie.list('canaux'), ...(saisie.list('espace').length > 0 ? ['espace'] : [])];
  const nommes = saisie.list('editeurs');
  if (lieux.length === 0) {
    return { kind: 'problems', problems: [{ champ: 'canaux', message: toMessage('profil-sans-lieu') }] };
  }
  return { kind: 'value', value: { lieux, editeurs: nommes.length > 0 ? nommes : 'tous' } };
}
