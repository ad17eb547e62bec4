import type { Answer } from '#bot/answer/answer.ts';
import type { LicensedText } from '#corpus/law/licensed-text.ts';
import type { Parametres } from '#corpus/law/parametres.ts';
import { toNumeroTaille } from '#tools/taille/compute-taille.ts';
import { toDateElement, toInput, toTextElement } from '../modal/inputs.ts';
import { type OutgoingObject, toPlainText } from '../outgoing/outgoing.ts';
import type { Say } from '../slack-context.ts';
import { type ChampManquant, isDay, listManquants } from './champ-manquant.ts';
import { type FollowUp, renderFollowUp } from './follow-up-value.ts';

/** Beginning of the names of these clicks. */
const FOLLOW_UP_HEAD = 'choix-';
/** Name of the window that asks for a value. */
export const PRECISION_VIEW = 'precision';

/** Buttons for what an answer lacks: each size, since there are few; a window for the rest. */
export function renderFollowUps(
  answer: Answer,
  answerId: string,
  { say, parametres }: { readonly say: Say; readonly parametres: Parametres },
): readonly OutgoingObject[] {
  const missing = listManquants(answer);
  const sizes = missing.includes('population') ? listTailles(parametres) : [];
  return [
    ...sizes.map((numero) => {
      const label = say('agent-choix-taille', { taille: { kind: 'taille', numero } });
      return toButton({ champ: 'taille', answerId, numero }, label);
    }),
    ...missing.map((champ) => toButton({ champ, answerId, numero: 0 }, say(`agent-choix-${champ}`))),
  ];
}

/** The sizes of today. */
export function listTailles({ tailles }: Parametres): readonly number[] {
  return (tailles.valeurs.at(-1)?.valeur.classes ?? []).map(({ taille }) => toNumeroTaille(taille));
}

function toButton(followUp: FollowUp, label: LicensedText): OutgoingObject {
  // Two buttons of one block have two names.
  const name = followUp.champ === 'taille' ? `taille-${'p'.repeat(followUp.numero)}` : followUp.champ;
  return {
    type: 'button',
    action_id: `${FOLLOW_UP_HEAD}${name}`,
    text: toPlainText(label),
    value: renderFollowUp(followUp),
  };
}

/** The window that asks for one value; `place` is what it remembers. */
export function renderPrecision(champ: ChampManquant, place: string, say: Say): OutgoingObject {
  const field = { champ, label: say(`agent-precision-${champ}`), optional: false };
  return {
    type: 'modal',
    callback_id: PRECISION_VIEW,
    private_metadata: place,
    title: toPlainText(say('agent-precision-titre')),
    submit: toPlainText(say('agent-precision-envoyer')),
    close: toPlainText(say('agent-fermer')),
    blocks: [toInput(field, isDay(champ) ? toDateElement(undefined) : toTextElement(undefined))],
  };
}
