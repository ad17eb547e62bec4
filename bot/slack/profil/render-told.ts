import type { LicensedText } from '#corpus/law/licensed-text.ts';
import { type OutgoingObject, toPlainText } from '../outgoing/outgoing.ts';
import type { ProfilWords } from './profil-words.ts';

/** A window that tells one sentence. */
export function renderTold(sentence: LicensedText, { say }: Pick<ProfilWords, 'say'>): OutgoingObject {
  return {
    type: 'modal',
    title: toPlainText(say('profil-titre')),
    close: toPlainText(say('profil-fermer')),
    blocks: [{ type: 'section', text: toPlainText(sentence) }],
  };
}
